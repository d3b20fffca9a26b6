using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Api;

/// <summary>Badges as admins set them: what is wrong is refused by pointer, what is right holds for everybody at once and is audited.</summary>
public sealed class BadgeTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_lower_threshold_unlocks_at_once_for_everybody_and_a_higher_one_takes_nothing()
    {
        for (var i = 0; i < 3; i++)
            await host.SendAsync($"e{i}", Quote($"q{i}"));
        Assert.Equal(("locked", 3L, 100L), await BadgeOfAnaAsync("quote-machine"));

        await host.PutAsync("/api/v1/badges/quote-machine", new { threshold = 3 });
        Assert.Equal(("earned", 3L, 3L), await BadgeOfAnaAsync("quote-machine"));

        await host.PutAsync("/api/v1/badges/quote-machine", new { threshold = 50 });
        Assert.Equal("earned", (await BadgeOfAnaAsync("quote-machine")).State);
        var audit = await host.Admin.GetStringAsync("/api/v1/audit");
        Assert.Contains("badge.put", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_badge_of_our_own_counts_what_was_there_before_and_is_not_one_of_the_14()
    {
        await host.SendAsync("e1", Logged("a1", "call"));
        await host.SendAsync("e2", Logged("a2", "call"));
        await host.SendAsync("e3", Logged("a3", "visit"));

        await host.PutAsync("/api/v1/badges/caller", Own());

        Assert.Equal(("earned", 2L, 2L), await BadgeOfAnaAsync("caller"));
        var all = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/badges");
        Assert.Equal(14, all.EnumerateArray().Count(badge => !badge.GetProperty("custom").GetBoolean()));
        Assert.Equal(15, all.GetArrayLength());
    }

    [Fact]
    public async Task A_badge_that_is_switched_off_is_not_shown_and_counts_everything_when_it_is_on_again()
    {
        await host.PutAsync("/api/v1/badges/opening-move", new { enabled = false });
        await host.SendAsync("e1", Quote("q1"));
        var off = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/badges");
        Assert.DoesNotContain(off.EnumerateArray(), badge => badge.GetProperty("id").GetString() == "opening-move");

        await host.PutAsync("/api/v1/badges/opening-move", new { enabled = true });

        Assert.Equal(("earned", 1L, 1L), await BadgeOfAnaAsync("opening-move"));
    }

    [Fact]
    public async Task The_revenue_unit_holds_from_the_next_day()
    {
        await host.PutAsync("/api/v1/badges/revenue-unit", new { threshold = 10 });

        Assert.Equal(10_000_000, (await BadgeOfAnaAsync("rainmaker")).Threshold);
    }

    [Theory]
    [InlineData("closer", """{"threshold":0}""", "/threshold")]
    [InlineData("closer", """{"threshold":-1}""", "/threshold")]
    [InlineData("closer", """{"threshold":1000001}""", "/threshold")]
    [InlineData("closer", """{"threshold":1.5}""", "/threshold")]
    [InlineData("closer", """{"threshold":"25"}""", "/threshold")]
    [InlineData("fast-hands", """{"threshold":21}""", "/threshold")]
    [InlineData("perfect-week", """{"threshold":8}""", "/threshold")]
    [InlineData("closer", """{"name":"Mine"}""", "/name")]
    [InlineData("closer", """{"trigger":{"measure":"quotes"}}""", "/trigger")]
    [InlineData("closer", """{"treshold":25}""", "/treshold")]
    [InlineData("mine", """{"threshold":1}""", "/name")]
    [InlineData("mine", """{"name":"M","description":"D","category":"gold","threshold":1,"trigger":{"measure":"deals"}}""", "/category")]
    [InlineData("mine", """{"name":"M","description":"D","category":"speed","trigger":{"measure":"deals"}}""", "/threshold")]
    [InlineData("mine", """{"name":"M","description":"D","category":"speed","threshold":1}""", "/trigger/measure")]
    [InlineData(
        "mine",
        """{"name":"M","description":"D","category":"speed","threshold":1,"trigger":{"measure":"luck"}}""",
        "/trigger/measure"
    )]
    [InlineData(
        "mine",
        """{"name":"M","description":"D","category":"speed","threshold":1,"trigger":{"measure":"logged"}}""",
        "/trigger/kind"
    )]
    [InlineData(
        "mine",
        """{"name":"M","description":"D","category":"speed","threshold":1,"trigger":{"measure":"deals","kind":"x"}}""",
        "/trigger/kind"
    )]
    [InlineData(
        "mine",
        """{"name":"M","description":"D","category":"speed","threshold":1,"trigger":{"measure":"streak","per":"week"}}""",
        "/trigger/per"
    )]
    [InlineData(
        "mine",
        """{"name":"M","description":"D","category":"speed","threshold":400,"trigger":{"measure":"streak"}}""",
        "/threshold"
    )]
    [InlineData("mine", """{"name":"M","description":"D","category":"speed","threshold":1,"trigger":{}}""", "/trigger/measure")]
    [InlineData("mine", """{"name":"M","description":"D","category":"speed","trigger":{"kind":"call"}}""", "/trigger/measure")]
    [InlineData("mine", """{"name":"M","description":"D","category":"speed","trigger":{"per":"week"}}""", "/trigger/measure")]
    [InlineData("mine", """{"description":"D","category":"speed","trigger":{}}""", "/name")]
    [InlineData("mine", """{"name":"M","description":"D"}""", "/category")]
    [InlineData("mine", """{"name":"M","description":"D","category":"speed","art":"x"}""", "/art")]
    [InlineData("closer", """{"trigger":{}}""", "/trigger")]
    [InlineData("revenue-unit", """{"threshold":0}""", "/threshold")]
    public async Task What_is_wrong_is_refused_by_pointer(string badge, string body, string pointer)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await host.Admin.PutAsync($"/api/v1/badges/{badge}", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(pointer, problem.GetProperty("pointer").GetString());
        Assert.NotEqual("", problem.GetProperty("remedy").GetString());
    }

    [Fact]
    public async Task Without_the_admin_key_nothing_is_set()
    {
        using var response = await host.Client.PutAsJsonAsync("/api/v1/badges/closer", new { threshold = 1 });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<(string State, long Value, long Threshold)> BadgeOfAnaAsync(string id)
    {
        var badges = await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/badges");
        var badge = badges.EnumerateArray().Single(badge => badge.GetProperty("id").GetString() == id);
        return (badge.GetProperty("state").GetString()!, badge.GetProperty("value").GetInt64(), badge.GetProperty("threshold").GetInt64());
    }

    private static object Own() =>
        new
        {
            name = "Caller",
            description = "Two calls.",
            category = "milestone",
            art = "📞",
            threshold = 2,
            trigger = new { measure = "logged", kind = "call" },
        };

    private static string Quote(string id) => Event("quote.sent", $$"""{"quoteId":"{{id}}","owner":"ana@example.com"}""");

    private static string Logged(string id, string kind) =>
        Event("activity.logged", $$"""{"activityId":"{{id}}","kind":"{{kind}}","owner":"ana@example.com"}""");

    private static string Event(string type, string data) => $$"""{"type":"{{type}}","timestamp":"2026-11-18T09:00:00Z","data":{{data}}}""";
}
