using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Bot.Tests.Slack;

namespace Bot.Tests.Forms.Surfaces;

/// <summary>Signed <c>block_actions</c> open a modal, a signed <c>view_submission</c> sends it.</summary>
public sealed class SlackSurface : FormSurface
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;
    private string metadata = "";
    private IReadOnlyDictionary<string, string> types = new Dictionary<string, string>();
    private int opened;
    private int given;
    private int replaced;

    /// <summary>Of the host, beside those that join it to Slack.</summary>
    internal (string, string?)[] Settings { get; init; } = [];

    internal FakeSlack Slack => slack;

    internal override RunningHost Host => host;

    internal override string Person => "ana";

    public override async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        host = await (await SlackRequests.StartAsync(slack, Settings)).WithPeopleAsync();
        slack.On(
            "users.info",
            $$$$"""{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"{{{{Locale}}}}","profile":{"email":"ana@example.com"}}}"""
        );
    }

    public override async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    internal override async Task<FormSeen> OpenAsync(string line)
    {
        var ts = (++opened).ToString(CultureInfo.InvariantCulture);
        (await host.PressAsync(slack, "run:form:1:0", line, ts)).Dispose();
        await slack.CountAsync("views.open", opened);
        return Seen(JsonNode.Parse(slack.CallsOf("views.open").Last().Body)!["view"]!, []);
    }

    internal override async Task<FormSeen> SubmitAsync(params (string Field, string Value)[] values)
    {
        using var response = await host.SlackAsync(
            "/slack/interactions",
            SlackRequests.Form(("payload", Submission(values).ToJsonString()))
        );
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (string?)answer["response_action"] switch
        {
            // Slack leaves the modal as it is, with what was typed.
            "errors" => new(
                values.ToDictionary(value => value.Field, value => value.Value),
                answer["errors"]!.AsObject().ToDictionary(error => error.Key, error => (string)error.Value!)
            ),
            "update" => Seen(answer["view"]!, values),
            _ => new(new Dictionary<string, string>(), new Dictionary<string, string>(), await GivenAsync()),
        };
    }

    /// <summary>The button in the modal: Slack brings what was typed, and the answer is another view in its place.</summary>
    internal override async Task<FormSeen> BackAsync(params (string Field, string Value)[] values)
    {
        await PressBackAsync(values);
        await slack.CountAsync("views.update", ++replaced);
        var update = JsonNode.Parse(slack.CallsOf("views.update").Last().Body)!;
        Assert.Equal(("V1", "h1"), ((string?)update["view_id"], (string?)update["hash"]));
        return Seen(update["view"]!, []);
    }

    internal async Task PressBackAsync(params (string Field, string Value)[] values)
    {
        var pressed = Submission(values);
        pressed["type"] = "block_actions";
        pressed["trigger_id"] = $"back-{replaced + 1}";
        pressed["view"]!["type"] = "modal";
        pressed["view"]!["id"] = "V1";
        pressed["view"]!["hash"] = "h1";
        pressed["actions"] = new JsonArray(
            new JsonObject
            {
                ["action_id"] = "back",
                ["action_ts"] = "1.1",
                ["value"] = "on",
            }
        );
        (await host.SlackAsync("/slack/interactions", SlackRequests.Form(("payload", pressed.ToJsonString())))).Dispose();
    }

    private async Task<string> GivenAsync()
    {
        await slack.CountAsync("hook", ++given);
        return (string)JsonNode.Parse(slack.CallsOf("hook").Last().Body)!["text"]!;
    }

    private FormSeen Seen(JsonNode view, (string Field, string Value)[] sent)
    {
        metadata = (string?)view["private_metadata"] ?? "";
        var inputs = view["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input").ToList();
        types = inputs.ToDictionary(block => (string)block!["block_id"]!, block => (string)block!["element"]!["type"]!);
        return new(
            inputs.ToDictionary(block => (string)block!["block_id"]!, block => ValueOf(block!["element"]!)),
            sent.Length > 0
            && view["blocks"]!.AsArray()[0]!.ToJsonString() is var first
            && first.Contains(@"\u26A0", StringComparison.Ordinal)
                ? new Dictionary<string, string> { [""] = first }
                : new Dictionary<string, string>()
        );
    }

    private static string ValueOf(JsonNode element) =>
        (string?)element["initial_value"]
        ?? (string?)element["initial_option"]?["value"]
        ?? (element["initial_options"] is JsonArray { Count: > 0 } options ? (string)options[0]!["value"]! : "");

    private JsonObject Submission((string Field, string Value)[] values) =>
        new()
        {
            ["type"] = "view_submission",
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["view"] = new JsonObject
            {
                ["callback_id"] = "goal",
                ["private_metadata"] = metadata,
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject(
                        values
                            .Concat(types.Keys.Select(field => (field, "")))
                            .DistinctBy(value => value.Item1)
                            .Select(value =>
                                KeyValuePair.Create(
                                    value.Item1,
                                    (JsonNode?)new JsonObject { ["value"] = StateOf(value.Item1, value.Item2) }
                                )
                            )
                    ),
                },
            },
        };

    /// <summary>As the element of the field sends it.</summary>
    private JsonObject StateOf(string field, string value) =>
        types.GetValueOrDefault(field, "plain_text_input") switch
        {
            "checkboxes" => new()
            {
                ["type"] = "checkboxes",
                ["selected_options"] = value.Length == 0 ? [] : new JsonArray(new JsonObject { ["value"] = value }),
            },
            "static_select" => new()
            {
                ["type"] = "static_select",
                ["selected_option"] = value.Length == 0 ? null : new JsonObject { ["value"] = value },
            },
            "datepicker" => new() { ["type"] = "datepicker", ["selected_date"] = value.Length == 0 ? null : value },
            var type => new() { ["type"] = type, ["value"] = value.Length == 0 ? null : value },
        };
}
