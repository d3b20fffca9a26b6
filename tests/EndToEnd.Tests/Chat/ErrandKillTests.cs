using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Slack;
using EndToEnd.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace EndToEnd.Tests.Chat;

/// <summary>SIGKILL of the host between its acknowledgement and its answer: another one answers, and does nothing twice.</summary>
public sealed class ErrandKillTests
{
    [Fact]
    public Task What_was_acknowledged_is_answered_after_a_kill_on_SQLite() => Stores.OnSqliteAsync(AnswerAfterKillAsync);

    [PostgresFact]
    public Task What_was_acknowledged_is_answered_after_a_kill_on_PostgreSQL() => Stores.OnPostgresAsync(AnswerAfterKillAsync);

    [Fact]
    public Task What_was_done_before_a_kill_is_told_and_not_done_again_on_SQLite() => Stores.OnSqliteAsync(DoneOnceAfterKillAsync);

    [PostgresFact]
    public Task What_was_done_before_a_kill_is_told_and_not_done_again_on_PostgreSQL() => Stores.OnPostgresAsync(DoneOnceAfterKillAsync);

    /// <summary>Slack does not tell the first host who asks, so that the command takes longer than Slack waits.</summary>
    private static async Task AnswerAfterKillAsync(Dictionary<string, string> storage)
    {
        await using var slack = await FakeSlack.StartAsync();
        var settings = SlackPerson.On(slack, storage);
        slack.On("auth.test", """{"ok":true,"team_id":"T1","user_id":"UBOT"}""").On("users.info", FakeSlack.Silence);
        await using (var killed = await StartAsync(settings))
        {
            Assert.Equal("", await killed.SlashAsync(slack, "/medalist settings hints on", "t1"));
            await killed.KillAsync();
        }

        Assert.Empty(slack.CallsOf("hook"));
        slack.On("users.info", SlackPerson.Profile("ana"));
        await using var other = await HostProcess.StartAsync(HostProcess.FreePort(), SlackPerson.Later(settings));

        Assert.Contains("ephemeral", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
        Assert.Equal(1, await AuditedAsync(other, "person.hints"));
        Assert.Single(slack.CallsOf("hook"));
    }

    /// <summary>Slack does not answer the first host when it shows what came of a form, so that it dies after it saved the form.</summary>
    private static async Task DoneOnceAfterKillAsync(Dictionary<string, string> storage)
    {
        await using var slack = await FakeSlack.StartAsync();
        var settings = SlackPerson.On(slack, storage);
        slack.On("auth.test", """{"ok":true,"team_id":"T1","user_id":"UBOT"}""").On("views.update", FakeSlack.Silence);
        slack.On("users.info", SlackPerson.Profile("ana"));
        await using (var killed = await StartAsync(settings))
        {
            var metadata = await OpenAsync(killed, slack);
            var known = new TaskCompletionSource();
            slack.On("users.info", context => AfterAsync(known.Task, FakeSlack.Json(SlackPerson.Profile("ben")), context));

            var receipt = await killed.InteractAsync(Submission(metadata));

            Assert.Contains("Saving", receipt, StringComparison.Ordinal);
            known.SetResult();
            await slack.NextAsync("views.update");
            Assert.Equal(1, await AuditedAsync(killed, "goal.made"));
            await killed.KillAsync();
        }

        slack.On("views.update", """{"ok":true}""").On("users.info", SlackPerson.Profile("ben"));
        await using var other = await HostProcess.StartAsync(HostProcess.FreePort(), SlackPerson.Later(settings));

        await slack.NextAsync("hook");
        Assert.Contains("not done twice", slack.CallsOf("views.update").Last().Body, StringComparison.Ordinal);
        Assert.Equal(1, await AuditedAsync(other, "goal.made"));
    }

    private static async Task<HostProcess> StartAsync(Dictionary<string, string> settings)
    {
        var host = await HostProcess.StartAsync(HostProcess.FreePort(), settings);
        foreach (var person in new[] { "ana", "ben" })
            (
                await host.Client.PutAsJsonAsync($"/api/v1/people/{person}", new { name = person, email = $"{person}@example.com" })
            ).EnsureSuccessStatusCode();
        return host;
    }

    private static async Task<string> OpenAsync(HostProcess host, FakeSlack slack)
    {
        await host.InteractAsync(
            $$"""
            {"type":"block_actions","trigger_id":"t1","user":{"id":"U1"},"channel":{"id":"C1"},"container":{"is_ephemeral":true},
             "response_url":"{{slack.Url}}/hook","actions":[{"action_id":"run:form:1:0","action_ts":"1.1","value":"goal new"}]}
            """
        );
        return JsonNode.Parse((await slack.NextAsync("views.open")).Body)!["view"]!["private_metadata"]!.GetValue<string>();
    }

    /// <summary>Ben wants twelve quotes a week.</summary>
    private static string Submission(string metadata) =>
        new JsonObject
        {
            ["type"] = "view_submission",
            ["trigger_id"] = "t2",
            ["user"] = new JsonObject { ["id"] = "U2" },
            ["view"] = new JsonObject
            {
                ["id"] = "V1",
                ["private_metadata"] = metadata,
                ["state"] = JsonNode.Parse(
                    """
                    {"values":{"type":{"value":{"selected_option":{"value":"quotes"}}},
                     "period":{"value":{"selected_option":{"value":"week"}}},"target":{"value":{"value":"12"}}}}
                    """
                ),
            },
        }.ToJsonString();

    private static async Task AfterAsync(Task known, Func<HttpContext, Task> answer, HttpContext context)
    {
        await known;
        await answer(context);
    }

    private static async Task<int> AuditedAsync(HostProcess host, string what) =>
        (await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit"))
            .EnumerateArray()
            .Count(row => row.GetProperty("what").GetString() == what);
}
