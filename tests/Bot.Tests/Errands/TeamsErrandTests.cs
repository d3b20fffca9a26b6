using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Bot.Tests.Teams;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Storage;

namespace Bot.Tests.Errands;

/// <summary>While the game is locked, Teams is answered within its time; what was asked is finished when it is free, once.</summary>
public sealed class TeamsErrandTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    private RunningHost Host => teams.Host;

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await Host.WithPeopleAsync();
        await Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada",
                email = "ada@example.com",
                role = "manager",
                identities = new[] { new { source = "teams", id = "aad-ada" } },
            }
        );
        await Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "ada" } });
        // The first message of a chat is remembered, which is a write of its own.
        (await teams.SendAsync(Says("points"))).Dispose();
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_message_is_taken_while_the_game_is_locked_and_answered_when_it_is_free()
    {
        var message = Says("medalist settings hints on");
        await using (await Host.LockAsync())
        {
            using var answer = await teams.SendAsync(message);
            using var again = await teams.SendAsync(message);
            Assert.True(answer.IsSuccessStatusCode && again.IsSuccessStatusCode);
            Assert.Empty(Answers(message));
        }

        await Eventually.HoldsAsync(() => Answers(message).Any());
        Assert.Single(await Host.AuditAsync("person.hints"));
        Assert.Single(Answers(message));
    }

    [Fact]
    public async Task A_press_that_takes_longer_is_answered_with_a_line_and_its_card_changes_afterwards()
    {
        var invoke = Invoke("adaptiveCard/action");
        invoke["value"] = JsonNode.Parse(
            """{"action":{"verb":"run","data":{"command":"medalist settings hints on","answer":"replace"}}}"""
        );

        await using (await Host.LockAsync())
        {
            var answer = await AnswerAsync(invoke);
            Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
            Assert.Contains("comes to your chat", (string?)answer["value"], StringComparison.Ordinal);
        }

        await Eventually.HoldsAsync(() => Edits.Any());
        Assert.Equal("v3/conversations/a%3Aada/activities/m-origin", Assert.Single(Edits).Path);
        Assert.Single(await Host.AuditAsync("person.hints"));
    }

    [Fact]
    public async Task A_form_that_takes_longer_is_saved_afterwards_and_told_in_the_persons_chat()
    {
        var submit = Submit("2026-11-02", "");

        await using (await Host.LockAsync())
            Assert.Contains("told in your chat", (await AnswerAsync(submit))["task"]!.ToJsonString(), StringComparison.Ordinal);

        await Eventually.HoldsAsync(() => Edits.Any());
        Assert.Equal("Ana Alvarez", Assert.Single(Edits).Says);
        Assert.Equal(new LocalDate(2026, 11, 2), (await StoredAsync()).Memberships[0].From);
        Assert.Single(await Host.AuditAsync("person.put"), row => row.By == "ada");
    }

    [Fact]
    public async Task An_answer_that_Teams_does_not_take_now_is_posted_when_it_says()
    {
        var refused = 0;
        teams.Cloud.Answer = (call, http) =>
        {
            if (call.Method != "POST" || Interlocked.Increment(ref refused) > 1)
                return Task.FromResult<IResult?>(null);

            http.Response.Headers.RetryAfter = "1";
            return Task.FromResult<IResult?>(Results.StatusCode(429));
        };
        var message = Says("points");

        (await teams.SendAsync(message)).Dispose();

        await Eventually.HoldsAsync(() => Answers(message).Count() == 2);
    }

    private IEnumerable<ConnectorRequest> Edits => teams.Cloud.Calls.Where(call => call.Method == "PUT");

    private IEnumerable<ConnectorRequest> Answers(JsonObject message) =>
        teams.Cloud.Calls.Where(call => call.Method == "POST" && call.Path.EndsWith($"/{message["id"]}", StringComparison.Ordinal));

    private JsonObject Says(string text)
    {
        var message = teams.Personal("message");
        message["text"] = text;
        return message;
    }

    private JsonObject Invoke(string name)
    {
        var invoke = teams.Personal("invoke");
        invoke["name"] = name;
        invoke["replyToId"] = "m-origin";
        return invoke;
    }

    private JsonObject Submit(string since, string until)
    {
        var submit = Invoke("task/submit");
        submit["value"] = new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["form"] = "person ana",
                ["origin"] = "m-origin",
                ["f-team"] = "emea",
                ["f-since"] = since,
                ["f-until"] = until,
                ["f-active"] = "on",
            },
        };
        return submit;
    }

    private async Task<JsonNode> AnswerAsync(JsonObject activity)
    {
        using var response = await teams.SendAsync(activity);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<PersonRecord> StoredAsync() =>
        (await Host.Service<DirectoryReader>().RecordAsync(new("ana"), CancellationToken.None))!;
}
