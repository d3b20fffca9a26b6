using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Tests.Explaining;

/// <summary>Goals as the whole host counted them, asked with `/why`: medians, reopened periods, multipliers, who joined and who left.</summary>
public sealed class WhyOnTheHostTests : IAsyncLifetime
{
    private const string Ana = """{"kind":"person","id":"ana"}""";
    private const string Emea = """{"kind":"team","id":"emea"}""";
    private const string EachOfEmea = """{"kind":"members","id":"emea"}""";

    private Explained game = null!;

    public async Task InitializeAsync() => game = await Explained.StartAsync();

    public async Task DisposeAsync() => await game.DisposeAsync();

    [Fact]
    public async Task A_median_is_decided_by_the_close()
    {
        await game.PutAsync(
            "quick",
            "Quick replies",
            Ana,
            """
            "metric":"responseTime","target":30,"period":{"kind":"week"},
            "tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]},{"kind":"super"},{"kind":"mega"}]
            """
        );
        foreach (var minutes in new[] { 10, 20, 24, 40, 50 })
            await ReplyAsync(minutes);

        AssertTold(
            await game.WhyAsync("ana", "goal:quick super"),
            "Super is not decided yet: median 24 min of at most",
            "The close decides it"
        );

        await CloseAsync("2026-11-26T00:00:00Z", "2026-W47");
        var told = await game.WhyAsync("ana", "goal:quick 2026-W47");
        AssertTold(told, "Base reached: median 24 min of at most 30 min", "in 2026-W47, Europe/Paris, ended 22 Nov. The close decided it.");
        AssertTold(told, "Super reached: median 24 min of at most 27 min 16 s (30 min ÷ 110 %, cut to seconds)");
        AssertTold(told, "Mega not reached: median 24 min of at most 23 min 4 s");
        AssertTold(told, "Nothing was granted: no reward is attached to super.");
        AssertTold(told, "Base was granted once", "What made it: the close of 2026-W47.", "Held now: Ana Alvarez 50 coins");
    }

    [Fact]
    public async Task What_was_paid_before_a_period_was_reopened_stays_paid_and_both_sums_are_told()
    {
        await game.PutAsync(
            "fast",
            "Fast week",
            Ana,
            """
            "metric":"revenue","target":1000,"period":{"kind":"week"},"tiers":[{"kind":"base"}],
            "accelerator":{"kind":"marginal","unit":"coins","bands":[{"from":100,"to":150,"rate":10}]}
            """
        );
        await game.WinAsync("d1", "ana", "1200");
        AssertTold(await game.WhyAsync("ana", "goal:fast"), "20 × 10 = 200 (from 100 % to 150 %)", "Posted: +200; together 200 coins.");

        await CloseAsync("2026-11-26T00:00:00Z", "2026-W47");
        await game.SendAsync("cut", "deal.amount_changed", """{"dealId":"d1","amount":"1100","currency":"EUR"}""", "2026-11-20T09:00:00Z");
        using var reopened = await game.Host.Admin.PostAsJsonAsync("/api/v1/periods/2026-W47/reopen", new { reason = "A wrong amount" });
        reopened.EnsureSuccessStatusCode();

        AssertTold(
            await game.WhyAsync("ana", "goal:fast 2026-W47"),
            "1,100 EUR of 1,000 EUR, 110 %, in 2026-W47",
            "Its period is reopened: what is missing is issued, what was issued stays.",
            "10 × 10 = 100",
            "Posted: +200; together 200 coins. The period was reopened: what was paid before stays paid."
        );
    }

    [Fact]
    public async Task Of_two_multipliers_the_higher_pays_and_each_says_what_it_gave_more()
    {
        foreach (var (id, target, rate) in new[] { ("first", 2, "1.5"), ("second", 3, "2") })
            await game.PutAsync(
                id,
                id,
                Ana,
                $$$"""
                "metric":"deals","target":{{{target}}},"period":{"kind":"week"},"tiers":[{"kind":"base"}],
                "accelerator":{"kind":"multiplier","unit":"points","bands":[{"from":100,"rate":{{{rate}}}}],"noCap":true}
                """
            );
        for (var deal = 1; deal <= 4; deal++)
            await game.WinAsync($"d{deal}", "ana", "10", $"2026-11-18T08:0{deal}:00Z");

        AssertTold(
            await game.WhyAsync("ana", "goal:first"),
            "from 100 % × 1.5: 2 activities with 100 points, 50 on top",
            "Posted: +25, +25; together 50 points."
        );
        AssertTold(
            await game.WhyAsync("ana", "goal:second"),
            "from 100 % × 2: 1 activity with 50 points, 50 on top",
            "Posted: +25; together 25 points. Of several multipliers only the highest pays"
        );
    }

    [Fact]
    public async Task A_target_of_ones_own_and_the_whole_target_of_the_others_are_told()
    {
        await game.PutAsync(
            "each",
            "Quotes each",
            EachOfEmea,
            """ "metric":"quotes","target":10,"targets":{"ana":2},"period":{"kind":"month"},"tiers":[{"kind":"base"},{"kind":"super"}] """
        );
        await game.QuoteAsync("q1", "ana");
        await game.QuoteAsync("q2", "ana");

        var anas = await game.WhyAsync("ana", "goal:each");
        AssertTold(anas, "Base reached: 2 of 2 (100 % of 2)", "Ana Alvarez with a target of their own");
        AssertTold(anas, "Super not reached: 2 of 3 (110 % of 2, rounded up)");
        AssertTold(await game.WhyAsync("ben", "goal:each"), "Base not reached: 0 of 10 (100 % of 10)", "with the whole target");
    }

    [Fact]
    public async Task A_goal_of_the_whole_organisation_counts_everybody_and_gives_to_everybody()
    {
        await game.PutAsync(
            "all",
            "All together",
            """{"kind":"organisation"}""",
            """
            "metric":"deals","target":2,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":100}]}],"share":"even"
            """
        );
        await game.WinAsync("d1", "ana", "10", "2026-11-18T08:01:00Z");
        await game.WinAsync("d2", "cho", "10", "2026-11-18T08:02:00Z");

        AssertTold(
            await game.WhyAsync("cho", "goal:all"),
            "Base reached: 2 of 2 (100 % of 2) in 2026-11",
            "of Cho Min (crm/d2)",
            "Ana Alvarez 1, Cho Min 1",
            "100 coins",
            "Held now: 25 coins each: Ana Alvarez, Ben Okafor, Cho Min, Mara Manager"
        );
    }

    [Fact]
    public async Task Who_joined_and_who_left_are_told_with_the_day_and_what_they_receive()
    {
        await MemberAsync("ben", """{"team":"emea","from":"2026-01-01","to":"2026-11-10"}""");
        await MemberAsync("cho", """{"team":"emea","from":"2026-11-16"}""");
        const string tiers = """ "period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":60}]}] """;
        await game.PutAsync("team", "Team quotes", Emea, $$""" "metric":"quotes","target":2,{{tiers}} """);
        await game.PutAsync("each", "Quotes each", EachOfEmea, $$""" "metric":"quotes","target":9,{{tiers}} """);
        await game.QuoteAsync("q1", "ana", "2026-11-18T09:01:00Z");
        await game.QuoteAsync("q2", "cho", "2026-11-18T09:02:00Z");

        AssertTold(
            await game.WhyAsync("cho", "goal:team"),
            "Recipients are the active members at the crossing",
            "Ana Alvarez, Cho Min and Mara Manager",
            "Held now: 60 coins each: Ana Alvarez, Cho Min, Mara Manager"
        );
        AssertTold(await game.WhyAsync("ben", "goal:team"), "Ben Okafor receives nothing: no member on 18 Nov 2026.");
        AssertTold(
            await game.WhyAsync("cho", "goal:each"),
            "Cho Min is a member since 16 Nov 2026: what was done before counts elsewhere."
        );
        AssertTold(await game.WhyAsync("ben", "goal:each"), "Ben Okafor was a member until 9 Nov 2026: what was reached by then stays.");
    }

    [Fact]
    public async Task Why_nothing_was_granted_is_told_with_what_is_missing()
    {
        const string rewarded = """ [{"kind":"base","rewards":[{"kind":"coins","amount":60}]},{"kind":"super"}] """;
        await game.PutAsync("far", "Far away", Ana, $$""" "metric":"quotes","target":10,"period":{"kind":"week"},"tiers":{{rewarded}} """);
        await game.PutAsync(
            "part",
            "All take part",
            Emea,
            $$""" "metric":"quotes","target":2,"period":{"kind":"week"},"tiers":{{rewarded}},"participationPercent":80 """
        );
        await game.QuoteAsync("q1", "ana", "2026-11-18T08:01:00Z");
        await game.QuoteAsync("q2", "ana", "2026-11-18T08:02:00Z");
        await game.QuoteAsync("q3", "ben", "2026-11-18T08:03:00Z");

        AssertTold(
            await game.WhyAsync("ana", "goal:part"),
            "Base not reached: 3 of 2 (100 % of 2) in 2026-W47",
            "80 % of the members have to take part: 2 of 3 do.",
            "Nothing was granted: base is not reached. It would bring 60 coins.",
            "Nothing was granted: no reward is attached to super."
        );

        await CloseAsync("2026-11-26T00:00:00Z", "2026-W47");
        AssertTold(
            await game.WhyAsync("ana", "goal:far 2026-W47"),
            "Base not reached: 2 of 10 (100 % of 10) in 2026-W47, Europe/Paris, ended 22 Nov.",
            "Its period was closed",
            "Nothing was granted: base is not reached. It would bring 60 coins."
        );
    }

    private static void AssertTold(IReadOnlyList<string> sentences, params string[] parts)
    {
        var told = string.Join('\n', sentences);
        foreach (var part in parts)
            Assert.True(told.Contains(part, StringComparison.Ordinal), $"“{part}” is not told in:\n{told}");
    }

    /// <summary>The first message of a conversation at 10:00 in Paris, answered so many minutes later.</summary>
    private async Task ReplyAsync(int minutes)
    {
        var id = $"c{minutes}";
        await game.SendAsync(
            $"m-{id}",
            "client.message.received",
            $$"""{"conversationId":"{{id}}","messageId":"m-{{id}}","owner":"ana@example.com"}""",
            "2026-11-17T09:00:00Z"
        );
        await game.SendAsync(
            $"r-{id}",
            "client.message.replied",
            $$"""{"conversationId":"{{id}}","messageId":"r-{{id}}","owner":"ana@example.com"}""",
            $"2026-11-17T09:{minutes:00}:00Z"
        );
    }

    private async Task CloseAsync(string now, string period)
    {
        await game.Host.MoveClockAsync(now);
        using var closed = await game.Host.Admin.PostAsync(new Uri($"/api/v1/periods/{period}/close", UriKind.Relative), content: null);
        Assert.True((int)closed.StatusCode < 500);
    }

    private Task MemberAsync(string person, string membership) =>
        game.Host.PutAsync($"/api/v1/people/{person}", JsonSerializer.Deserialize<JsonElement>($$"""{"memberships":[{{membership}}]}"""));
}
