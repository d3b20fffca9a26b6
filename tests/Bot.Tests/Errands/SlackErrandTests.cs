using System.Net;
using System.Text.Json.Nodes;
using Bot.Slack;
using Bot.Tests.Hosting;
using Bot.Tests.Slack;

namespace Bot.Tests.Errands;

/// <summary>While the game is locked, Slack hears at once that its request was taken; the answer follows when it is free, once.</summary>
public sealed class SlackErrandTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        slack
            .On("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""")
            .On("chat.postMessage", """{"ok":true,"channel":"D1","ts":"1.1"}""");
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
        await host.PutAsync("/api/v1/people/ana", new { identities = new[] { new { source = "slack", id = "U1" } } });
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_command_is_acknowledged_while_the_game_is_locked_and_done_when_it_is_free()
    {
        var busy = await host.LockAsync();

        using var answer = await host.SlashAsync(slack, "/medalist settings hints on");

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(slack.CallsOf("hook"));
        await busy.DisposeAsync();
        Assert.Contains("ephemeral", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
        Assert.Single(await host.AuditAsync("person.hints"));
    }

    [Fact]
    public async Task A_lock_that_outlasts_the_first_attempt_loses_no_answer()
    {
        var busy = await host.LockAsync();
        (await host.SlashAsync(slack, "/medalist settings hints on")).Dispose();

        await host.PostponedAsync(1);
        await busy.DisposeAsync();

        Assert.DoesNotContain("does not answer", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
        Assert.Single(await host.AuditAsync("person.hints"));
    }

    [Fact]
    public async Task A_press_and_words_to_the_bot_are_acknowledged_while_the_game_is_locked()
    {
        var busy = await host.LockAsync();

        using var press = await host.PressAsync(slack, "run:private:1:0", "medalist settings hints on");
        using var words = await host.EventAsync(
            "Ev1",
            """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"medalist settings hints off"}"""
        );

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (press.StatusCode, words.StatusCode));
        await busy.DisposeAsync();
        await slack.NextAsync("hook");
        await slack.NextAsync("chat.postMessage");
    }

    [Fact]
    public async Task An_event_that_Slack_brings_again_meets_what_was_taken_the_first_time()
    {
        const string Words = """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points"}""";
        for (var retry = 0; retry < 4; retry++)
        {
            using var answer = await host.EventAsync("Ev1", Words);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await host.EventAsync("Ev2", Words);
        await slack.CountAsync("chat.postMessage", 2);
        Assert.Equal(2, slack.CallsOf("chat.postMessage").Count());
    }

    [Fact]
    public async Task A_form_that_takes_longer_says_so_in_its_window_and_then_what_came_of_it()
    {
        await MaraAsync();
        var metadata = await OpenAsync();
        var busy = await host.LockAsync();

        var receipt = await SubmitAsync(metadata, "emea");

        Assert.Equal("update", Text(receipt, "response_action"));
        Assert.Contains("Saving", receipt.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(slack.CallsOf("views.update"));
        await busy.DisposeAsync();
        var shown = JsonNode.Parse((await slack.NextAsync("views.update")).Body)!;
        Assert.Equal("V9", Text(shown, "view_id"));
        Assert.Contains("EMEA, since 2 Nov 2026", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
        Assert.Single(await host.AuditAsync("person.put"), row => row.By == "mara");
    }

    [Theory]
    [InlineData("""{"ok":true}""", 0)]
    [InlineData("""{"ok":false,"error":"not_found"}""", 1)]
    public async Task What_is_wrong_with_it_is_told_in_the_window_or_where_that_was_closed_as_a_message(string update, int messages)
    {
        slack.On("views.update", update);
        await MaraAsync();
        var metadata = await OpenAsync();
        var asked = new TaskCompletionSource();
        slack.On(
            "users.info",
            async context =>
            {
                await asked.Task;
                await FakeSlack.Json("""{"ok":true,"user":{"id":"U2","team_id":"T1"}}""")(context);
            }
        );
        host.Service<SlackPeople>().Forget("U2"); // so that Slack is asked, and takes its time

        await SubmitAsync(metadata, "amer-forged");
        asked.SetResult();

        Assert.Contains("Choose one of the list", (await slack.NextAsync("views.update")).Body, StringComparison.Ordinal);
        if (messages > 0)
            Assert.Contains("Open the form again", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
        Assert.Equal(messages, slack.CallsOf("hook").Count());
    }

    [Fact]
    public async Task An_answer_that_Slack_takes_no_more_through_its_address_goes_to_the_persons_own_conversation()
    {
        slack.On("hook", FakeSlack.Status(404));

        (await host.PressAsync(slack, "run:private:1:0", "points")).Dispose();

        var message = JsonNode.Parse((await slack.NextAsync("chat.postMessage")).Body)!;
        Assert.Equal("D1", Text(message, "channel"));
        Assert.Null(message["response_type"]);
    }

    [Fact]
    public async Task An_answer_that_meets_a_rate_limit_waits_as_long_as_Slack_says_and_is_sent_once()
    {
        slack.On("hook", FakeSlack.Status(429, "1"));
        (await host.PressAsync(slack, "run:private:1:0", "points")).Dispose();
        await slack.NextAsync("hook");

        slack.On("hook", "ok");

        await slack.CountAsync("hook", 2);
    }

    [Fact]
    public async Task An_answer_that_could_not_be_stored_and_meets_a_rate_limit_is_stored_late_and_sent_once()
    {
        slack.On("hook", FakeSlack.Status(429, "1"));
        await host.LoseErrandsAsync();
        (await host.PressAsync(slack, "run:private:1:0", "points")).Dispose();
        await slack.NextAsync("hook");

        slack.On("hook", "ok");
        await host.FindErrandsAsync();

        await slack.CountAsync("hook", 2);
    }

    [Fact]
    public async Task An_answer_whose_rate_limit_could_not_be_written_down_is_sent_all_the_same()
    {
        var lost = new TaskCompletionSource();
        slack.On(
            "hook",
            async context =>
            {
                await host.LoseErrandsAsync();
                await FakeSlack.Status(429, "1")(context);
                lost.SetResult();
            }
        );
        (await host.PressAsync(slack, "run:private:1:0", "points")).Dispose();
        await lost.Task;

        slack.On("hook", "ok");
        await host.FindErrandsAsync();

        await slack.CountAsync("hook", 2);
    }

    [Fact]
    public async Task An_event_that_could_not_be_stored_is_refused_and_answered_when_the_store_is_back_also_when_Slack_brings_it_again()
    {
        const string Words = """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points"}""";
        await host.LoseErrandsAsync();
        using (var answer = await host.EventAsync("Ev1", Words))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);

        await host.FindErrandsAsync();
        (await host.EventAsync("Ev1", Words)).Dispose();

        await slack.NextAsync("chat.postMessage");
        await host.EventAsync("Ev2", Words);
        await slack.CountAsync("chat.postMessage", 2);
        Assert.Equal(2, slack.CallsOf("chat.postMessage").Count());
    }

    /// <summary>U2 is Mara, who manages EMEA.</summary>
    private async Task MaraAsync()
    {
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await host.PutAsync("/api/v1/people/mara", new { identities = new[] { new { source = "slack", id = "U2" } } });
    }

    private async Task<string> OpenAsync()
    {
        var payload = $$"""
            {"type":"block_actions","trigger_id":"t8","user":{"id":"U2"},"channel":{"id":"C1"},"container":{"is_ephemeral":true},
             "response_url":"{{slack.Url}}/hook","actions":[{"action_id":"run:form:1:0","action_ts":"1.1","value":"person ana"}]}
            """;
        (await host.SlackAsync("/slack/interactions", SlackRequests.Form(("payload", payload)))).Dispose();
        return Text(JsonNode.Parse((await slack.NextAsync("views.open")).Body)!["view"]!, "private_metadata");
    }

    private async Task<JsonNode> SubmitAsync(string metadata, string team)
    {
        var view = new JsonObject
        {
            ["id"] = "V9",
            ["private_metadata"] = metadata,
            ["state"] = new JsonObject
            {
                ["values"] = JsonNode.Parse(
                    $$"""
                    {"team":{"value":{"type":"static_select","selected_option":{"value":"{{team}}"} } },
                     "since":{"value":{"type":"datepicker","selected_date":"2026-11-02"} },
                     "active":{"value":{"type":"checkboxes","selected_options":[{"value":"on"}]} } }
                    """
                ),
            },
        };
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["trigger_id"] = "t9",
            ["user"] = new JsonObject { ["id"] = "U2" },
            ["view"] = view,
        };
        using var answer = await host.SlackAsync("/slack/interactions", SlackRequests.Form(("payload", payload.ToJsonString())));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
