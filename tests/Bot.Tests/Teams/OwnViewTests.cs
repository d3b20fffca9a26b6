using System.Text;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Channels;
using Bot.Tests.Cards;
using Bot.Tests.Cards.Rendering;
using Gamification;
using Gamification.People;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Teams;

/// <summary>A board in a channel of Teams: whoever is on it and in the channel sees their own row, everybody else presses a button.</summary>
public sealed class OwnViewTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await teams.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA" });
        await PersonAsync("ada", "Ada Lovelace");
        await PersonAsync("ben", "Ben Okafor");
        (await teams.SendAsync(teams.InChannel("installationUpdate"))).Dispose();
        teams.Cloud.Answer = (call, _) =>
            Task.FromResult(call.Path.Contains("/pagedmembers", StringComparison.Ordinal) ? Members(call) : null);
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_board_names_those_of_its_readers_who_are_linked_and_in_the_channel()
    {
        await PostAsync("ben", "ada", "nobody");

        var refresh = Posted["refresh"]!;
        Assert.Equal(["29:ada", "29:ben"], refresh["userIds"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(("Action.Execute", "run"), ((string?)refresh["action"]!["type"], (string?)refresh["action"]!["verb"]));
        Assert.Equal("leaderboard 2026-w47 team:emea mine", (string?)refresh["action"]!["data"]!["command"]);
        Assert.Equal("1.5", (string?)Posted["version"]);
    }

    [Fact]
    public async Task Who_is_in_the_channel_is_asked_page_by_page_and_once_an_hour()
    {
        await PostAsync("ada");
        await PostAsync("ada");

        Assert.Equal(
            [
                "v3/conversations/19%3Asales%40thread.tacv2/pagedmembers?pageSize=500",
                "v3/conversations/19%3Asales%40thread.tacv2/pagedmembers?pageSize=500&continuationToken=second%20page",
            ],
            teams.Cloud.Calls.Where(call => call.Method == "GET").Select(call => call.Path)
        );
    }

    [Fact]
    public async Task Where_Teams_does_not_say_who_is_there_the_board_is_posted_for_everybody_alike()
    {
        teams.Cloud.Answer = (call, _) => Task.FromResult(call.Method == "GET" ? Results.StatusCode(403) : null);

        Assert.IsType<DeliveryResult.Sent>(await PostAsync("ada"));

        Assert.Null(Posted["refresh"]);
    }

    [Fact]
    public async Task The_client_that_asks_by_itself_gets_the_board_with_the_own_row_marked_and_asks_again_next_time()
    {
        await teams.Host.ReportAsync("e1", "quote.sent", new { quoteId = "q1", owner = "ada@example.com" });

        var answer = await AskedByItselfAsync(teams.InChannel("invoke"));

        var card = answer["value"]!.ToJsonString();
        Assert.Contains("Ada Lovelace", card, StringComparison.Ordinal);
        Assert.Contains("in the lead", card, StringComparison.Ordinal);
        Assert.Equal(["29:ada"], answer["value"]!["refresh"]!["userIds"]!.AsArray().Select(id => (string?)id));
        Assert.DoesNotContain(teams.Cloud.Calls, call => call.Says?.Contains("leaderboard", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task The_row_that_is_marked_is_that_of_whoever_asks_whatever_the_card_says()
    {
        await teams.Host.ReportAsync("e1", "quote.sent", new { quoteId = "q1", owner = "ada@example.com" });
        var invoke = teams.InChannel("invoke");
        invoke["from"] = new JsonObject { ["id"] = "29:ben", ["aadObjectId"] = "aad-ben" };

        var card = (await AskedByItselfAsync(invoke, "leaderboard 2026-w47 team:emea ada mine"))["value"]!.ToJsonString();

        Assert.Contains("Ben Okafor", card, StringComparison.Ordinal);
        Assert.DoesNotContain("in the lead", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_of_the_longest_names_with_60_viewers_is_smaller_than_28_KB()
    {
        var card = WorstBoards.InChannel([.. Enumerable.Range(0, 12).Select(person => new string((char)('A' + person), 200))]);
        var rendered = AdaptiveCards.Render(card, new("https://medalist.example.com"));

        AdaptiveCards.Refresh(
            rendered,
            card,
            card.Own!.Command,
            [.. Enumerable.Range(0, 60).Select(user => $"29:{new string('x', 100)}{user:00}")]
        );

        Assert.InRange(Encoding.UTF8.GetByteCount(rendered.ToJsonString()), 1, 28 * 1024);
    }

    [Fact]
    public void Readers_are_in_no_order_of_ranks_and_who_wants_no_public_post_is_not_among_them()
    {
        var rows = BoardScenes.Rows().Select(row => row.Person == BoardScenes.Id(3) ? row with { Publicity = Publicity.None } : row);
        var view = BoardScenes.Channel(PeriodState.Running, [.. rows.OrderByDescending(row => row.Person.Value, StringComparer.Ordinal)]);

        var readers = BoardPostCard.Compose(view).Own!.Readers.Select(person => person.Value).ToList();

        Assert.Equal(readers.Order(StringComparer.Ordinal), readers);
        Assert.DoesNotContain("p3", readers);
    }

    private Task<DeliveryResult> PostAsync(params string[] readers)
    {
        var board = new Card("Week 47", [new CardPart.Text("Ada leads.")])
        {
            Own = new("leaderboard 2026-w47 team:emea mine", [.. readers.Select(person => new PersonId(person))]),
        };
        return teams
            .Host.Service<IEnumerable<IChannel>>()
            .Single(channel => channel.Platform == "teams")
            .DeliverAsync(new("o1", "19:sales@thread.tacv2", null, board, null), default);
    }

    private JsonNode Posted =>
        teams.Cloud.Calls.Last(call => call.Path == "v3/conversations").Body["activity"]!["attachments"]![0]!["content"]!;

    private async Task<JsonNode> AskedByItselfAsync(JsonObject invoke, string command = "leaderboard 2026-w47 team:emea mine")
    {
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject
        {
            ["trigger"] = "automatic",
            ["action"] = new JsonObject
            {
                ["verb"] = "run",
                ["data"] = new JsonObject { ["command"] = command, ["answer"] = "replace" },
            },
        };
        using var response = await teams.SendAsync(invoke);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Ada and a stranger on the first page, Ben on the second.</summary>
    private static IResult Members(ConnectorRequest call) =>
        call.Path.Contains("continuationToken", StringComparison.Ordinal)
            ? Results.Json(new JsonObject { ["members"] = new JsonArray(Member("29:ben", "AAD-BEN")) })
            : Results.Json(
                new JsonObject
                {
                    ["members"] = new JsonArray(Member("29:ada", "aad-ada"), null, Member("29:eve", "aad-eve")),
                    ["continuationToken"] = "second page",
                }
            );

    private static JsonObject Member(string id, string aad) => new() { ["id"] = id, ["aadObjectId"] = aad };

    private Task PersonAsync(string id, string name) =>
        teams.Host.PutAsync(
            $"/api/v1/people/{id}",
            new
            {
                name,
                email = $"{id}@example.com",
                team = "emea",
                identities = new[] { new { source = "teams", id = $"aad-{id}" } },
            }
        );
}
