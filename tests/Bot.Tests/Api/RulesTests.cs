using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Api;

/// <summary>Wednesday 18 November in Paris: a quote is worth 10 points.</summary>
public sealed class RulesTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync(("Points:DealWon", "60"))).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Configuration_gives_the_first_values()
    {
        var rules = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/rules");

        var current = rules.GetProperty("current");
        Assert.Equal(
            (1, "settings", 10, 60),
            (
                current.GetProperty("version").GetInt32(),
                current.GetProperty("by").GetString(),
                Number(current, "quoteSent"),
                Number(current, "dealWon")
            )
        );
        Assert.False(rules.TryGetProperty("coming", out _));
        Assert.Equal(1, rules.GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task A_change_holds_from_tomorrow_whatever_arrives_when_and_is_audited()
    {
        await QuoteAsync("q1", "2026-11-18T09:00:00Z");
        var (status, answer) = await PutAsync("""{"points":{"quoteSent":12}}""");
        Assert.Equal(HttpStatusCode.OK, status);
        var coming = answer.GetProperty("coming");
        Assert.Equal(
            (2, "2026-11-19", 12, 60, "api"),
            (
                coming.GetProperty("version").GetInt32(),
                coming.GetProperty("from").GetString(),
                Number(coming, "quoteSent"),
                Number(coming, "dealWon"),
                coming.GetProperty("by").GetString()
            )
        );
        await QuoteAsync("q2", "2026-11-18T09:30:00Z");

        await host.MoveClockAsync("2026-11-19T09:00:00Z");
        await QuoteAsync("q3", "2026-11-19T08:00:00Z");
        await QuoteAsync("q4", "2026-11-18T10:00:00Z");

        Assert.Equal((10 + 10 + 10 + 5, 12 + 5), (await PointsAsync("2026-11-18"), await PointsAsync("2026-11-19")));
        using var verify = await host.Admin.PostAsync("/api/v1/verify", null);
        Assert.Equal(0, (await verify.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("differences").GetInt32());
        var audit = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/audit");
        var row = Assert.Single(audit.EnumerateArray(), row => row.GetProperty("what").GetString() == "rules.changed");
        Assert.Contains("\"quoteSent\":10", row.GetProperty("before").ToString(), StringComparison.Ordinal);
        Assert.Contains("\"quoteSent\":12", row.GetProperty("after").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_changes_of_one_day_add_up_and_the_first_never_held()
    {
        await PutAsync("""{"points":{"quoteSent":12}}""");
        var (_, answer) = await PutAsync("""{"points":{"quotesPerDay":5}}""");
        Assert.Equal((12, 5), (Number(answer.GetProperty("coming"), "quoteSent"), Number(answer.GetProperty("coming"), "quotesPerDay")));
        Assert.Equal(["coming", "replaced", "current"], States(answer));

        await host.MoveClockAsync("2026-11-19T09:00:00Z");
        Assert.Equal(["current", "replaced", "past"], States(await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/rules")));
    }

    [Fact]
    public async Task The_same_again_is_no_new_version()
    {
        await PutAsync("""{"points":{"quoteSent":12}}""");
        var (status, answer) = await PutAsync("""{"points":{"quoteSent":12}}""");
        Assert.Equal((HttpStatusCode.OK, 2), (status, answer.GetProperty("versions").GetArrayLength()));
    }

    [Theory]
    [InlineData("""{"points":{"quoteSent":-1}}""", "/points/quoteSent")]
    [InlineData("""{"points":{"quoteSent":10001}}""", "/points/quoteSent")]
    [InlineData("""{"points":{"quotesPerDay":1001}}""", "/points/quotesPerDay")]
    [InlineData("""{"points":{"replyMinutes":0}}""", "/points/replyMinutes")]
    [InlineData("""{"points":{"replyMinutes":4}}""", "/points/replyMinutes")]
    [InlineData("""{"points":{"fastReplyMinutes":16}}""", "/points/fastReplyMinutes")]
    [InlineData("""{"points":{"quoteSent":12,"quote":3}}""", "/points/quote")]
    [InlineData("""{"points":{"quoteSent":"12"}}""", "/points/quoteSent")]
    [InlineData("""{"points":{"quoteSent":1.5}}""", "/points/quoteSent")]
    [InlineData("""{"points":{"quoteSent":99999999999}}""", "/points/quoteSent")]
    [InlineData("""{"points":{}}""", "/points")]
    [InlineData("""{"points":null}""", "/points")]
    [InlineData("{}", "/points")]
    [InlineData("""{"badges":{}}""", "/badges")]
    [InlineData("[]", "")]
    public async Task What_cannot_be_is_refused_where_it_stands_and_changes_nothing(string body, string pointer)
    {
        var (status, answer) = await PutAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, pointer), (status, answer.GetProperty("pointer").GetString()));
        var rules = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/rules");
        Assert.Equal(1, rules.GetProperty("versions").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"points":{"quoteSent":0,"quotesPerDay":0,"repliesPerConversation":1000}}""")]
    [InlineData("""{"points":{"dealWon":10000}}""")]
    [InlineData("""{"points":{"replyMinutes":5,"fastReplyMinutes":5}}""")]
    [InlineData("""{"points":{"replyMinutes":4,"fastReplyMinutes":4}}""")]
    public async Task The_ends_of_the_ranges_can_be_set(string body) => Assert.Equal(HttpStatusCode.OK, (await PutAsync(body)).Status);

    [Fact]
    public async Task Without_the_key_nobody_reads_or_changes_them()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync("/api/v1/rules")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await host.Client.PutAsJsonAsync("/api/v1/rules", new { points = new { quoteSent = 1 } })).StatusCode
        );
    }

    private static int Number(JsonElement version, string name) => version.GetProperty("points").GetProperty(name).GetInt32();

    private static IEnumerable<string?> States(JsonElement answer) =>
        answer.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("state").GetString());

    private async Task QuoteAsync(string quote, string at)
    {
        using var answer = await host.SendAsync(
            quote,
            $$"""{"type":"quote.sent","timestamp":"{{at}}","data":{"quoteId":"{{quote}}","owner":"ana@example.com"} }"""
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<long> PointsAsync(string day)
    {
        var board = await host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/leaderboard?key={day}");
        return board.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("score").GetInt64());
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Admin.PutAsync("/api/v1/rules", content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
