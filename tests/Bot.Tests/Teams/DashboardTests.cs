using System.Text.Json.Nodes;

namespace Bot.Tests.Teams;

/// <summary>Ada's dashboard in Teams: its buttons show a section in its place, and lead back.</summary>
public sealed class DashboardTests : IAsyncLifetime
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
                team = "emea",
            }
        );
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData("Leaderboard", "EMEA leaderboard")]
    [InlineData("Goals", "Your goals")]
    [InlineData("Badges", "Your badges")]
    public async Task A_section_takes_the_place_of_the_dashboard_and_the_dashboard_its_place_again(string button, string title)
    {
        var message = teams.Personal("message");
        message["text"] = "performance";
        (await teams.SendAsync(message)).Dispose();
        var dashboard = teams.Cloud.Calls.Last(call => call.Method == "POST").Body["attachments"]![0]!["content"]!;
        var written = Written;

        var section = await PressAsync(dashboard, button);
        Assert.StartsWith(title, TitleOf(section), StringComparison.Ordinal);

        var back = await PressAsync(section, "◀ Dashboard");
        Assert.StartsWith("Your performance", TitleOf(back), StringComparison.Ordinal);
        Assert.Equal(Commands(dashboard), Commands(back));
        Assert.Equal(written, Written);
    }

    /// <summary>How many messages were written: what takes a card's place is the answer to the press.</summary>
    private int Written => teams.Cloud.Calls.Count(call => call.Method is "POST" or "PUT");

    private async Task<JsonNode> PressAsync(JsonNode card, string label)
    {
        var invoke = teams.Personal("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject { ["action"] = Actions(card).Single(action => (string?)action["title"] == label).DeepClone() };
        using var response = await teams.SendAsync(invoke);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
        return answer["value"]!;
    }

    private static string TitleOf(JsonNode card) => (string)card["fallbackText"]!;

    private static IEnumerable<string?> Commands(JsonNode card) => Actions(card).Select(action => (string?)action["data"]?["command"]);

    private static IEnumerable<JsonNode> Actions(JsonNode? node) =>
        node switch
        {
            JsonObject one when (string?)one["type"] == "Action.Execute" => [one],
            JsonObject one => one.SelectMany(member => Actions(member.Value)),
            JsonArray many => many.SelectMany(Actions),
            _ => [],
        };
}
