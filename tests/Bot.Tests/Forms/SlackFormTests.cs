using System.Net;
using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Bot.Tests.Slack;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>The person's form as a Slack modal: Mara manages EMEA, where Ana is.</summary>
public sealed class SlackFormTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        slack.On("users.info", """{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"en-GB","profile":{"email":"mara@example.com"}}}""");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_button_opens_the_modal_with_its_trigger_and_what_is_stored()
    {
        (await host.PressAsync(slack, "run:form:1:0", "person ana")).Dispose();

        var call = JsonNode.Parse((await slack.NextAsync("views.open")).Body)!;
        Assert.Equal("t1", Text(call, "trigger_id"));
        Assert.Equal("Ana Alvarez", Text(call["view"]!["title"]!, "text"));
        Assert.Contains("\"block_id\":\"team\"", call.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"block_id\":\"role\"", call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slash_command_opens_it_at_once()
    {
        using var answer = await host.SlashAsync(slack, "/medalist person @ana");

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("t1", Text(JsonNode.Parse((await slack.NextAsync("views.open")).Body)!, "trigger_id"));
    }

    [Theory]
    [InlineData("es", "Pulsa de nuevo")]
    [InlineData("pt-br", "Aperte de novo")]
    [InlineData("auto", "Please press again")]
    public async Task What_is_said_at_once_is_in_the_language_that_was_chosen_else_in_that_of_Slack(string chosen, string said)
    {
        slack.On("views.open", """{"ok":false,"error":"expired_trigger_id"}""");
        (await host.SlashAsync(slack, $"/medalist settings language {chosen}")).Dispose();

        (await host.PressAsync(slack, "run:form:1:0", "person ana")).Dispose();

        Assert.Contains(said, (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trigger_that_is_too_old_is_answered_with_what_to_do()
    {
        slack.On("views.open", """{"ok":false,"error":"expired_trigger_id"}""");

        (await host.PressAsync(slack, "run:form:1:0", "person ana")).Dispose();

        Assert.Contains("Please press again", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_saved()
    {
        var answer = await SubmitAsync(await OpenAsync(), team: "amer-forged", since: "2026-11-18");

        Assert.Equal("errors", Text(answer, "response_action"));
        Assert.Equal("Choose one of the list; it may have changed.", Text(answer["errors"]!, "team"));
        Assert.Null((await StoredAsync("ana")).Memberships[0].From);
    }

    [Fact]
    public async Task A_right_form_is_saved_audited_and_replaces_the_card_it_came_from()
    {
        var answer = await SubmitAsync(await OpenAsync(), team: "emea", since: "2026-11-02");

        Assert.Equal("clear", Text(answer, "response_action"));
        var card = JsonNode.Parse((await slack.NextAsync("hook")).Body)!;
        Assert.True(card["replace_original"]!.GetValue<bool>());
        Assert.Contains("EMEA, since 2 Nov 2026", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(new(2026, 11, 2), (await StoredAsync("ana")).Memberships[0].From);
        var audit = (await host.Service<AuditReader>().ListAsync(1, CancellationToken.None))[0];
        Assert.Equal(("mara", "person.put", "ana"), (audit.By, audit.What, audit.About));
    }

    [Fact]
    public async Task The_same_submission_again_changes_nothing_more()
    {
        var metadata = await OpenAsync();
        await SubmitAsync(metadata, team: "emea", since: "2026-11-02");
        var audits = (await host.Service<AuditReader>().ListAsync(1000, CancellationToken.None)).Count;

        var again = await SubmitAsync(metadata, team: "emea", since: "2026-11-02");

        Assert.Equal("clear", Text(again, "response_action"));
        Assert.Equal(audits, (await host.Service<AuditReader>().ListAsync(1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Somebody_elses_change_meanwhile_is_not_written_over_unseen()
    {
        var metadata = await OpenAsync();
        await host.PutAsync("/api/v1/people/ana", new { alias = "The Cat" });

        var first = await SubmitAsync(metadata, team: "emea", since: "2026-11-02");
        var second = await SubmitAsync(Text(first["view"]!, "private_metadata"), team: "emea", since: "2026-11-02");

        Assert.Equal("update", Text(first, "response_action"));
        Assert.Contains("changed this person meanwhile", first.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("2026-11-02", first.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("clear", Text(second, "response_action"));
        Assert.Equal(("The Cat", new(2026, 11, 2)), (await StoredAsync("ana")) is var ana ? (ana.Alias, ana.Memberships[0].From) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"line\":null}")]
    [InlineData("{\"line\":{\"id\":\"person\"},\"conversation\":\"C1\"}")]
    [InlineData("not json \u0000")]
    public async Task A_view_that_is_none_of_ours_is_400(string metadata)
    {
        using var answer = await SendAsync(metadata, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"team":null}""")]
    [InlineData("""{"team":{"value":null},"since":{},"x":{"value":{"type":"y","selected_options":[null,{}]}}}""")]
    [InlineData("{}")]
    public async Task Whatever_the_state_holds_is_answered(string state)
    {
        using var answer = await SendAsync(await OpenAsync(), state);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["response_action"]);
        Assert.Equal("emea", (await StoredAsync("ana")).Memberships[0].Team.Value);
    }

    [Fact]
    public async Task An_answer_goes_to_no_address_but_Slacks()
    {
        slack.On("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""");
        var elsewhere = (await OpenAsync()).Replace($"{slack.Url}/hook", "https://evil.example/hook", StringComparison.Ordinal);

        await SubmitAsync(elsewhere, team: "emea", since: "2026-11-02");

        Assert.Contains("2 Nov 2026", (await slack.NextAsync("chat.postMessage")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_in_three_steps_is_one_modal_that_shows_one_after_the_other()
    {
        (await host.PressAsync(slack, "run:form:1:0", "team-goal new")).Dispose();
        var first = JsonNode.Parse((await slack.NextAsync("views.open")).Body)!["view"]!;

        var second = await StepAsync(
            Text(first, "private_metadata"),
            new()
            {
                ["name"] = "Push",
                ["subject"] = "team:emea",
                ["metric"] = "quotes",
                ["period"] = "Month",
                ["target"] = "300",
                ["accelerator"] = "none",
            }
        );
        var third = await StepAsync(
            Text(second["view"]!, "private_metadata"),
            new() { ["super-rewards"] = "500 coins", ["share"] = "Each" }
        );
        var done = await StepAsync(Text(third["view"]!, "private_metadata"), new() { ["act"] = "publish" });

        Assert.Equal(["update", "update", "clear"], new[] { second, third, done }.Select(step => Text(step, "response_action")));
        Assert.Equal(
            [false, true, true],
            new[] { first, second["view"]!, third["view"]! }.Select(view =>
                view["blocks"]!.ToJsonString().Contains("\"action_id\":\"back\"", StringComparison.Ordinal)
            )
        );
        Assert.Contains("is published", (await slack.NextAsync("hook")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "modal", "V1")]
    [InlineData("not ours", "modal", "V1")]
    [InlineData("", "home", "V1")]
    public async Task The_way_back_in_a_view_that_is_none_of_ours_leads_nowhere(string metadata, string type, string id)
    {
        using var answer = await host.SlackAsync(
            "/slack/interactions",
            SlackRequests.Form(
                (
                    "payload",
                    new JsonObject
                    {
                        ["type"] = "block_actions",
                        ["user"] = new JsonObject { ["id"] = "U1" },
                        ["view"] = new JsonObject
                        {
                            ["type"] = type,
                            ["id"] = id,
                            ["private_metadata"] = metadata,
                        },
                        ["actions"] = new JsonArray(new JsonObject { ["action_id"] = "back" }),
                    }.ToJsonString()
                )
            )
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(slack.CallsOf("views.update"));
    }

    private async Task<JsonNode> StepAsync(string metadata, Dictionary<string, string> values)
    {
        var state = new JsonObject(
            values.Select(value =>
                KeyValuePair.Create(
                    value.Key,
                    (JsonNode?)
                        new JsonObject
                        {
                            ["value"] = value.Key is "subject" or "metric" or "period" or "accelerator" or "share" or "act"
                                ? new JsonObject
                                {
                                    ["type"] = "static_select",
                                    ["selected_option"] = new JsonObject { ["value"] = value.Value },
                                }
                                : new JsonObject { ["type"] = "plain_text_input", ["value"] = value.Value },
                        }
                )
            )
        );
        using var answer = await SendAsync(metadata, state.ToJsonString());
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>The metadata of the modal.</summary>
    private async Task<string> OpenAsync()
    {
        (await host.PressAsync(slack, "run:form:1:0", "person ana")).Dispose();
        return Text(JsonNode.Parse((await slack.NextAsync("views.open")).Body)!["view"]!, "private_metadata");
    }

    private async Task<JsonNode> SubmitAsync(string metadata, string team, string since)
    {
        using var answer = await SendAsync(
            metadata,
            $$$$"""
            {"team":{"value":{"type":"static_select","selected_option":{"value":"{{{{team}}}}"}}},
             "since":{"value":{"type":"datepicker","selected_date":"{{{{since}}}}"}},
             "until":{"value":{"type":"datepicker","selected_date":null}},
             "active":{"value":{"type":"checkboxes","selected_options":[{"value":"on"}]}},
             "role":{"value":{"type":"static_select","selected_option":{"value":"Admin"} } } }
            """
        );
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private Task<HttpResponseMessage> SendAsync(string metadata, string values) =>
        host.SlackAsync(
            "/slack/interactions",
            SlackRequests.Form(
                (
                    "payload",
                    new JsonObject
                    {
                        ["type"] = "view_submission",
                        ["user"] = new JsonObject { ["id"] = "U1" },
                        ["view"] = new JsonObject
                        {
                            ["callback_id"] = "person",
                            ["private_metadata"] = metadata,
                            ["state"] = new JsonObject { ["values"] = JsonNode.Parse(values) },
                        },
                    }.ToJsonString()
                )
            )
        );

    private async Task<PersonRecord> StoredAsync(string person) =>
        (await host.Service<DirectoryReader>().RecordAsync(new(person), CancellationToken.None))!;

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
