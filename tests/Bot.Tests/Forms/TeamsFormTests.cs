using System.Text.Json.Nodes;
using Bot.Tests.Teams;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>The person's form as a Teams dialog: Ada manages EMEA, where Ana is.</summary>
public sealed class TeamsFormTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await teams.Host.WithPeopleAsync();
        await teams.Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada",
                email = "ada@example.com",
                role = "manager",
            }
        );
        await teams.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "ada" } });
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_button_fetches_the_dialog()
    {
        var task = await AskAsync("task/fetch", new() { ["form"] = "person ana" });

        Assert.Equal("continue", (string?)task["type"]);
        Assert.Equal("Ana Alvarez", (string?)task["value"]!["title"]);
        var card = task["value"]!["card"]!["content"]!;
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.Contains("\"id\":\"f-team\"", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("m-origin", (string?)card["actions"]![0]!["data"]!["origin"]);
    }

    [Fact]
    public async Task Errors_redraw_the_dialog_with_what_was_typed()
    {
        var task = await SubmitAsync("emea", "2026-11-20", "2026-11-19");

        var card = task["value"]!["card"]!["content"]!.ToJsonString();
        Assert.Equal("continue", (string?)task["type"]);
        Assert.Contains("The last day lies on or after the first", card, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"2026-11-19\"", card, StringComparison.Ordinal);
        Assert.Null((await StoredAsync()).Memberships[0].From);
    }

    [Fact]
    public async Task A_right_form_is_saved_closes_the_dialog_and_updates_the_card_it_came_from()
    {
        var task = await SubmitAsync("emea", "2026-11-02", "");

        Assert.Equal(("message", "Ana Alvarez"), ((string?)task["type"], (string?)task["value"]));
        var edit = Assert.Single(teams.Cloud.Calls, call => call.Method == "PUT");
        Assert.Equal("v3/conversations/a%3Aada/activities/m-origin", edit.Path);
        Assert.Equal("Ana Alvarez", edit.Says);
        Assert.Equal(new(2026, 11, 2), (await StoredAsync()).Memberships[0].From);
    }

    [Fact]
    public async Task What_was_opened_in_a_channel_is_answered_in_the_persons_own_chat()
    {
        await AskAsync("task/submit", Filled("emea", "2026-11-02", ""), teams.InChannel("invoke"));

        Assert.DoesNotContain(teams.Cloud.Calls, call => call.Method == "PUT");
        Assert.Contains(teams.Cloud.Calls, call => call.Path == "v3/conversations/a%3Aada/activities" && call.Says == "Ana Alvarez");
    }

    [Fact]
    public async Task Without_the_right_the_dialog_says_who_has_it()
    {
        var task = await AskAsync("task/fetch", new() { ["form"] = "person cho" });

        Assert.Contains("a manager of Americas or an admin", task.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"form":7}}""")]
    [InlineData("""{"data":{"form":"\ud800"}}""")]
    [InlineData("""{"data":{"form":"nothing like this"}}""")]
    [InlineData("""{"data":{"form":"person ana","f-team":{"a":1},"f-since":["x"],"f-active":true}}""")]
    public async Task Whatever_a_dialog_sends_is_answered(string value)
    {
        var invoke = teams.Personal("invoke");
        invoke["name"] = "task/submit";
        using var response = await teams.SendAsync(
            invoke.ToJsonString().Replace("\"type\":\"invoke\"", $"\"type\":\"invoke\",\"value\":{value}", StringComparison.Ordinal)
        );

        Assert.NotNull(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["task"]);
        Assert.Equal("emea", (await StoredAsync()).Memberships[0].Team.Value);
    }

    [Fact]
    public async Task A_form_of_several_steps_goes_on_and_back_in_one_dialog()
    {
        var first = await AskAsync("task/fetch", new() { ["form"] = "team-goal new" });
        var filled = Sent(first, 0);
        foreach (
            var (field, value) in new[]
            {
                ("name", "Push"),
                ("subject", "team:emea"),
                ("metric", "quotes"),
                ("period", "Month"),
                ("target", "300"),
                ("accelerator", "none"),
            }
        )
            filled[$"f-{field}"] = value;

        var second = await AskAsync("task/submit", filled);
        var back = await AskAsync("task/submit", Sent(second, 1));

        Assert.Equal(
            ["continue New goal (1 of 3)", "continue New goal (2 of 3)", "continue New goal (1 of 3)"],
            new[] { first, second, back }.Select(task => $"{task["type"]} {task["value"]!["title"]}")
        );
        Assert.Contains("\"value\":\"300\"", back.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>What a press of one of the dialog's buttons sends besides the inputs.</summary>
    private static JsonObject Sent(JsonNode task, int button) =>
        task["value"]!["card"]!["content"]!["actions"]![button]!["data"]!.DeepClone().AsObject();

    private Task<JsonNode> SubmitAsync(string team, string since, string until) => AskAsync("task/submit", Filled(team, since, until));

    private static JsonObject Filled(string team, string since, string until) =>
        new()
        {
            ["form"] = "person ana",
            ["origin"] = "m-origin",
            ["f-team"] = team,
            ["f-since"] = since,
            ["f-until"] = until,
            ["f-active"] = "on",
        };

    private async Task<JsonNode> AskAsync(string name, JsonObject data, JsonObject? activity = null)
    {
        var invoke = activity ?? teams.Personal("invoke");
        invoke["name"] = name;
        invoke["replyToId"] = "m-origin";
        invoke["value"] = new JsonObject { ["data"] = data };
        using var response = await teams.SendAsync(invoke);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["task"]!;
    }

    private async Task<PersonRecord> StoredAsync() =>
        (await teams.Host.Service<DirectoryReader>().RecordAsync(new("ana"), CancellationToken.None))!;
}
