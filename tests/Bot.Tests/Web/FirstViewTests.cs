using Bot.Tests.Hosting;

namespace Bot.Tests.Web;

/// <summary>What a person sees on the page before asking for anything: their dashboard.</summary>
public sealed class FirstViewTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task It_is_the_dashboard_with_each_section_and_the_ways_to_them()
    {
        using var answer = await host.SendAsync(
            "q1",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q1","owner":"ana@example.com"}}"""
        );

        var html = await PrivateAsync("ana");

        Assert.Contains("Your performance", html, StringComparison.Ordinal);
        Assert.Contains("Ana Alvarez", html, StringComparison.Ordinal);
        Assert.Contains("Latest badge: Opening Move", html, StringComparison.Ordinal);
        Assert.Contains("Top goal: 1 of 4 active days", html, StringComparison.Ordinal);
        foreach (var way in (string[])["leaderboard", "goals", "badges"])
            Assert.Contains($"value=\"performance {way}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_done_nothing_sees_the_empty_board_the_closest_badge_and_the_three_goals_given_at_the_first_visit()
    {
        var html = await PrivateAsync("cho");

        Assert.Contains("Closest badge: ", html, StringComparison.Ordinal);
        Assert.Contains("Top goal: 0 of 10 quotes", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_below_what_the_person_was_told()
    {
        using var answer = await host.SendAsync(
            "d1",
            """{"type":"deal.closed","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":900,"currency":"EUR"}}"""
        );

        var html = await PrivateAsync("ana");

        Assert.InRange(
            html.IndexOf("You earned First Sale", StringComparison.Ordinal),
            0,
            html.IndexOf("Your performance", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Its_buttons_work_without_a_script_and_lead_back()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/page/commands")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["person"] = "ana",
                    ["channel"] = "web:emea",
                    ["command"] = "performance goals",
                }
            ),
        };
        request.Headers.Add("Origin", host.Url.GetLeftPart(UriPartial.Authority));
        using var response = await host.Client.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains("Your goals", html, StringComparison.Ordinal);
        Assert.Contains("value=\"performance\"", html, StringComparison.Ordinal);
    }

    private Task<string> PrivateAsync(string person) => host.Client.GetStringAsync($"/?person={person}");
}
