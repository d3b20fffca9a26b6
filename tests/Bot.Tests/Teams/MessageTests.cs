using System.Text.Json.Nodes;
using Bot.Channels;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Teams;

/// <summary>Ada writes to the bot, in her own chat and in a channel; whoever she is, the answer is a card for her alone.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    /// <summary>What was written to Teams: questions about members are left out.</summary>
    private List<ConnectorRequest> Written => [.. teams.Cloud.Calls.Where(call => call.Method != "GET")];

    public async Task InitializeAsync() => teams = await TeamsConversation.StartAsync();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task In_her_own_chat_the_answer_is_a_reply()
    {
        var message = Says(teams.Personal("message"), "leaderboard");

        (await teams.SendAsync(message)).Dispose();

        var answer = Assert.Single(Written);
        Assert.Equal($"v3/conversations/a%3Aada/activities/{message["id"]}", answer.Path);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body["attachments"]![0]!["contentType"]);
    }

    [Fact]
    public async Task The_same_activity_again_is_answered_once()
    {
        var message = Says(teams.Personal("message"), "leaderboard");

        (await teams.SendAsync(message)).Dispose();
        (await teams.SendAsync(message)).Dispose();

        Assert.Single(Written);
    }

    [Fact]
    public async Task What_is_asked_in_a_channel_is_answered_in_a_chat_that_is_opened_once()
    {
        (await teams.SendAsync(Says(teams.InChannel("message"), "leaderboard"))).Dispose();
        (await teams.SendAsync(Says(teams.InChannel("message"), "points"))).Dispose();

        Assert.Equal(
            ["v3/conversations", "v3/conversations/a%3Aada/activities", "v3/conversations/a%3Aada/activities"],
            Written.Select(call => call.Path)
        );
        Assert.Equal("29:ada", (string?)Written[0].Body["members"]![0]!["id"]);
    }

    [Fact]
    public async Task Where_no_chat_can_be_opened_the_channel_gets_a_line_with_the_remedy_and_no_card()
    {
        teams.Cloud.Answer = (call, _) => Task.FromResult(call.Path == "v3/conversations" ? Results.StatusCode(403) : null);
        var message = Says(teams.InChannel("message"), "leaderboard");

        (await teams.SendAsync(message)).Dispose();

        var line = Written.Last();
        Assert.Equal($"v3/conversations/19%3Asales%40thread.tacv2%3Bmessageid%3D5/activities/{message["id"]}", line.Path);
        Assert.Contains("add Medalist", line.Says, StringComparison.Ordinal);
        Assert.Null(line.Body["attachments"]);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_with_the_card_that_takes_its_place()
    {
        var invoke = teams.InChannel("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = JsonNode.Parse("""{"action":{"verb":"run","data":{"command":"leaderboard","answer":"private"}}}""");

        using var response = await teams.SendAsync(invoke);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Equal("AdaptiveCard", (string?)answer["value"]!["type"]);
        Assert.Empty(Written);
    }

    [Fact]
    public async Task An_announcement_starts_a_thread_and_is_edited_there()
    {
        (await teams.SendAsync(teams.InChannel("installationUpdate"))).Dispose();
        var channel = teams.Host.Service<IEnumerable<IChannel>>().Single(candidate => candidate.Platform == "teams");
        var message = new Message("o1", "19:sales@thread.tacv2", null, new("Board", []), null);

        var sent = Assert.IsType<DeliveryResult.Sent>(await channel.DeliverAsync(message, default));
        await channel.DeliverAsync(message with { Edits = sent.MessageId }, default);

        Assert.Equal("19:sales@thread.tacv2;messageid=7|7", sent.MessageId);
        Assert.Equal(
            ["POST v3/conversations", "PUT v3/conversations/19%3Asales%40thread.tacv2%3Bmessageid%3D7/activities/7"],
            Written.Select(call => $"{call.Method} {call.Path}")
        );
    }

    [Theory]
    [InlineData("aad-ben", "Badges of Ben Okafor")]
    [InlineData("aad-nobody", "Nobody we know")]
    public async Task A_mention_of_somebody_is_whom_the_directory_says_it_is(string id, string title)
    {
        await PersonAsync("ada", "Ada Lovelace", "aad-ada");
        await PersonAsync("ben", "Ben Okafor", "aad-ben");
        teams.Cloud.Answer = (call, _) =>
            Task.FromResult(
                call.Path.EndsWith("members/29%3Aben", StringComparison.Ordinal)
                    ? Results.Json(new JsonObject { ["aadObjectId"] = id })
                    : null
            );
        var message = Says(teams.Personal("message"), "badges <at>Ada Lovelace</at>");
        message["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Ada Lovelace</at>",
                ["mentioned"] = new JsonObject { ["id"] = "29:ben", ["name"] = "Ada Lovelace" },
            }
        );

        (await teams.SendAsync(message)).Dispose();

        Assert.Contains(title, Assert.Single(Written).Body.ToJsonString(), StringComparison.Ordinal);
    }

    private Task PersonAsync(string id, string name, string aad) =>
        teams.Host.PutAsync(
            $"/api/v1/people/{id}",
            new
            {
                name,
                email = $"{id}@example.com",
                identities = new[] { new { source = "teams", id = aad } },
            }
        );

    private static JsonObject Says(JsonObject message, string text)
    {
        message["text"] = text;
        return message;
    }
}
