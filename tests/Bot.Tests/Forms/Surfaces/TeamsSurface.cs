using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Bot.Tests.Teams;

namespace Bot.Tests.Forms.Surfaces;

/// <summary><c>task/fetch</c> opens a dialog, <c>task/submit</c> sends it, both with the token of the connector.</summary>
public sealed class TeamsSurface : FormSurface
{
    private const string Prefix = "f-";
    private TeamsConversation teams = null!;
    private string form = "";

    internal override RunningHost Host => teams.Host;

    internal override string Person => "ada";

    public override async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await Host.WithPeopleAsync();
        await Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada",
                email = "ada@example.com",
                team = "emea",
            }
        );
    }

    public override async Task DisposeAsync() => await teams.DisposeAsync();

    internal override Task<FormSeen> OpenAsync(string line) => AskAsync("task/fetch", new() { ["form"] = line });

    internal override Task<FormSeen> SubmitAsync(params (string Field, string Value)[] values) =>
        AskAsync(
            "task/submit",
            new(
                values
                    .Select(value => KeyValuePair.Create(Prefix + value.Field, (JsonNode?)value.Value))
                    .Append(new("form", form))
                    .Append(new("origin", "m-origin"))
            )
        );

    internal override Task<FormSeen> BackAsync(params (string Field, string Value)[] values) => SubmitAsync([.. values, ("back", "on")]);

    private async Task<FormSeen> AskAsync(string name, JsonObject data)
    {
        var invoke = teams.Personal("invoke");
        (invoke["name"], invoke["replyToId"], invoke["locale"]) = (name, "m-origin", Locale);
        invoke["value"] = new JsonObject { ["data"] = data };
        using var response = await teams.SendAsync(invoke);
        var task = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["task"]!;
        return (string?)task["type"] == "continue"
            ? Seen(task["value"]!["card"]!["content"]!)
            : new(new Dictionary<string, string>(), new Dictionary<string, string>(), Edited());
    }

    /// <summary>The card that the form came from, as it stands now.</summary>
    private string Edited() =>
        (string)teams.Cloud.Calls.Last(call => call.Method == "PUT").Body["attachments"]![0]!["content"]!["fallbackText"]!;

    private FormSeen Seen(JsonNode card)
    {
        form = (string?)card["actions"]?[0]?["data"]?["form"] ?? "";
        var (values, errors) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        var field = "";
        foreach (var element in card["body"]!.AsArray())
            if ((string?)element!["id"] is { } id)
                (field, values[id[Prefix.Length..]]) = (id[Prefix.Length..], (string?)element["value"] ?? "");
            else if (element.ToJsonString().Contains("attention", StringComparison.Ordinal))
                errors[field] = TextOf(element);

        return new(values, errors);
    }

    private static string TextOf(JsonNode block) =>
        string.Concat(block["inlines"]!.AsArray().Select(run => run is JsonValue ? (string?)run : (string?)run!["text"]))
            .Replace("⚠ ", "", StringComparison.Ordinal);
}
