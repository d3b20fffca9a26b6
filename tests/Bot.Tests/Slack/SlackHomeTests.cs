using System.Text.Json.Nodes;
using Bot.Slack;
using Bot.Tests.Hosting;

namespace Bot.Tests.Slack;

/// <summary>Slack's home tab: U1 is Ana.</summary>
public sealed class SlackHomeTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;
    private int published;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        slack.On(
            "views.publish",
            context => FakeSlack.Json($$$"""{"ok":true,"view":{"id":"V1","hash":"h{{{Interlocked.Increment(ref published)}}}"}}""")(context)
        );
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Opening_the_tab_shows_the_persons_dashboard_in_place_of_the_view_they_had()
    {
        await OpenAsync("Ev1", hash: "h0");

        var call = JsonNode.Parse((await slack.NextAsync("views.publish")).Body)!;
        Assert.Equal(("U1", "h0", "home"), ((string?)call["user_id"], (string?)call["hash"], (string?)call["view"]!["type"]));
        Assert.Contains("Ana Alvarez", call.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Closest badge", call.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("0 of 10 quotes", call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_time_there_is_no_view_and_so_no_hash()
    {
        await OpenAsync("Ev1");

        Assert.Null(JsonNode.Parse((await slack.NextAsync("views.publish")).Body)!["hash"]);
    }

    [Fact]
    public async Task The_messages_tab_and_a_repeated_event_publish_nothing()
    {
        await host.EventAsync("Ev0", """{"type":"app_home_opened","user":"U1","tab":"messages","channel":"D1"}""");
        await OpenAsync("Ev1");
        await PublishedAsync(1);
        await OpenAsync("Ev1");
        await host.PressHomeAsync("leaderboard");

        await PublishedAsync(2);
        Assert.Contains("leaderboard", Views[1]["blocks"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_within_30_seconds_come_as_one_view_after_them_with_the_hash_of_the_one_before()
    {
        await OpenAsync("Ev1");
        await PublishedAsync(1);

        await SendQuoteAsync("q1");
        await SendQuoteAsync("q2");
        await LookAsync();
        Assert.Single(slack.CallsOf("views.publish"));

        await host.MoveClockAsync("2026-11-18T09:00:29Z");
        await LookAsync();
        Assert.Single(slack.CallsOf("views.publish"));

        await host.MoveClockAsync("2026-11-18T09:01:00Z");
        await LookAsync();
        await PublishedAsync(2);
        Assert.Equal("h1", (string?)Calls[1]["hash"]);
        Assert.Contains("1 of 4 active days", Calls[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_answers_in_place_and_has_the_way_back_whatever_view_the_request_names()
    {
        await OpenAsync("Ev1");
        await PublishedAsync(1);

        await host.PressHomeAsync("performance badges", view: "V-OF-SOMEBODY-ELSE");

        await PublishedAsync(2);
        Assert.Equal("U1", (string?)Calls[1]["user_id"]);
        Assert.Null(Calls[1]["view_id"]);
        Assert.Contains("Your badges", Calls[1].ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("performance", (string?)Views[1]["blocks"]!.AsArray()[^1]!["elements"]![0]!["value"]);
    }

    [Fact]
    public async Task What_comes_of_a_form_that_was_opened_there_stands_there_with_the_way_back()
    {
        await host.PressHomeAsync("goal new:quotes", actionId: "run:form:1:0");
        var modal = JsonNode.Parse((await slack.NextAsync("views.open")).Body)!["view"]!;
        modal["state"] = JsonNode.Parse(
            """
            {"values":{"type":{"value":{"selected_option":{"value":"quotes"}}},"target":{"value":{"value":"12"}},
             "period":{"value":{"selected_option":{"value":"month"}}},"shared":{"value":{"selected_options":[]}}}}
            """
        );
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["view"] = modal.DeepClone(),
        };
        (await host.SlackAsync("/slack/interactions", SlackRequests.Form(("payload", payload.ToJsonString())))).Dispose();

        await PublishedAsync(1);
        Assert.Contains("It counts: 12 quotes a month", Views[0].ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("performance", (string?)Views[0]["blocks"]!.AsArray()[^1]!["elements"]![0]!["value"]);
        Assert.Empty(slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task A_form_that_could_not_be_opened_there_is_told_there()
    {
        slack.On("views.open", """{"ok":false,"error":"expired_trigger_id"}""");

        await host.PressHomeAsync("goal new", actionId: "run:form:1:0");

        await PublishedAsync(1);
        Assert.Contains("Please press again", Views[0].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_nobody_knows_gets_the_lines_for_an_admin()
    {
        slack.On("users.info", """{"ok":true,"user":{"id":"U9","team_id":"T1","locale":"en-GB","profile":{"email":"who@example.com"}}}""");

        await host.EventAsync("Ev1", """{"type":"app_home_opened","user":"U9","tab":"home","channel":"D9"}""");

        var call = (await slack.NextAsync("views.publish")).Body;
        Assert.Contains("We have not met yet", call, StringComparison.Ordinal);
        Assert.Contains("U9", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_another_view_is_there_meanwhile_the_dashboard_is_read_anew_once_and_takes_its_place()
    {
        slack.On("views.publish", """{"ok":false,"error":"hash_conflict"}""");

        await OpenAsync("Ev1", hash: "old");

        await PublishedAsync(2);
        await LookAsync();
        Assert.Equal(["old", null], Calls.Select(call => (string?)call["hash"]));
    }

    [Fact]
    public async Task A_limit_of_Slack_is_waited_for_and_the_view_comes_then()
    {
        slack.On("views.publish", FakeSlack.Status(429, "90"));
        await OpenAsync("Ev1");
        await PublishedAsync(1);
        slack.On("views.publish", """{"ok":true,"view":{"hash":"h1"}}""");

        await host.MoveClockAsync("2026-11-18T09:01:00Z");
        await host.Service<SlackHome>().OpenAsync(new("U1", Hash: null), CancellationToken.None);
        await LookAsync();
        Assert.Single(slack.CallsOf("views.publish"));

        await host.MoveClockAsync("2026-11-18T09:02:00Z");
        await LookAsync();
        await PublishedAsync(2);
    }

    private List<JsonNode> Calls => [.. slack.CallsOf("views.publish").Select(call => JsonNode.Parse(call.Body)!)];

    private List<JsonNode> Views => [.. Calls.Select(call => call["view"]!)];

    private Task<HttpResponseMessage> OpenAsync(string id, string? hash = null) =>
        host.EventAsync(
            id,
            hash is null
                ? """{"type":"app_home_opened","user":"U1","tab":"home","channel":"D1"}"""
                : $$$"""{"type":"app_home_opened","user":"U1","tab":"home","channel":"D1","view":{"id":"V1","hash":"{{{hash}}}"}}"""
        );

    private async Task SendQuoteAsync(string id)
    {
        using var answer = await host.SendAsync(
            id,
            $$$"""{"type":"quote.sent","timestamp":"2026-11-18T08:50:00Z","data":{"quoteId":"{{{id}}}","owner":"ana@example.com"}}"""
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>So many views came, and their answers were noted.</summary>
    private async Task PublishedAsync(int count)
    {
        await slack.CountAsync("views.publish", count);
        await SettledAsync();
    }

    /// <summary>As the worker does after a commit, with nothing under way before or after.</summary>
    private async Task LookAsync()
    {
        await SettledAsync();
        await host.Service<FreshHomes>().LookAsync(CancellationToken.None);
        await SettledAsync();
    }

    private async Task SettledAsync()
    {
        var visit = host.Service<HomeVisits>().Of("U1");
        await visit.Turn.WaitAsync();
        visit.Turn.Release();
    }
}
