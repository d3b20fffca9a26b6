namespace Bot.Tests.Explaining;

/// <summary>Why a tier is reached or not, and what it granted, in sentences with their numbers.</summary>
public sealed class WhyTierTests : IAsyncLifetime
{
    private const string Ana = """{"kind":"person","id":"ana"}""";
    private const string Emea = """{"kind":"team","id":"emea"}""";
    private const string Month = "\"period\":{\"kind\":\"month\"}";

    private Explained game = null!;

    public async Task InitializeAsync() => game = await Explained.StartAsync();

    public async Task DisposeAsync() => await game.DisposeAsync();

    [Fact]
    public async Task A_cent_below_super_is_told_with_what_was_left_out()
    {
        await PutRevenueAsync();
        await game.WinAsync("d1", "ana", "32999.99");
        await game.WinAsync("c1", "ana", "100", currency: "CHF");

        var tier = await game.WhyAsync("ana", "goal:own super");
        Assert.Equal(
            "Super not reached: 32,999.99 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov. "
                + "1 deal is left out: 1 in CHF without a rate.",
            tier[0]
        );
        Assert.Contains("Nothing was granted: no reward is attached to super.", tier);
        Assert.Contains("Its trigger 33,000.00 lies beyond that of base, 30,000.00.", tier);

        await game.Host.MoveClockAsync("2026-12-03T10:00:00Z");
        await game.WinAsync("d2", "ana", "200", "2026-11-30T20:00:00Z");
        await game.WinAsync("d3", "ana", "300", "2026-11-30T21:00:00Z");
        Assert.Equal(
            "Super not reached: 32,999.99 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ended 30 Nov. "
                + "3 deals are left out: 2 received after the close, 1 in CHF without a rate.",
            (await game.WhyAsync("ana", "goal:own super 2026-11"))[0]
        );
    }

    [Fact]
    public async Task A_reached_tier_names_its_activity_and_the_grant_its_key_and_every_line()
    {
        await PutRevenueAsync();
        await game.WinAsync("d1", "ana", "33000");

        var told = await game.WhyAsync("ana", "goal:own");
        Assert.Equal("Ana Alvarez: 33,000 EUR of 30,000 EUR, 110 %, in 2026-11 (Sun 1 Nov – Mon 30 Nov, Europe/Paris).", told[0]);
        Assert.Contains(
            "Super reached: 33,000.00 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov. "
                + "It got there Wed 18 Nov 09:00 (Europe/Paris) by: Deal won · 33,000 EUR (crm/d1).",
            told
        );
        Assert.Contains("Nothing was granted: no reward is attached to super.", told);
        Assert.Contains(
            "Base was granted once, under the key own/person:ana/base/2026-11, Wed 18 Nov 09:00 (Europe/Paris), by version 1 of the goal. "
                + "What made it: Deal won · 33,000 EUR (crm/d1).",
            told
        );
        Assert.Contains("Held now: Ana Alvarez 500 coins and Mug.", told);
        Assert.Contains("Mug for Ana Alvarez waits to be handed out.", told);

        await game.SendAsync("a1", "deal.amount_changed", """{"dealId":"d1","amount":"100","currency":"EUR"}""", "2026-11-18T08:30:00Z");
        var back = await game.WhyAsync("ana", "grant:own/person:ana/base/2026-11");
        Assert.Contains(
            "Base not reached any more: 100.00 of 30,000.00 (100 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov. "
                + "It got there Wed 18 Nov 09:00 (Europe/Paris) by: Deal won · 33,000 EUR (crm/d1). Facts took that back since.",
            back
        );
        Assert.Contains("Nobody holds anything of it now.", back);
        Assert.Contains(back, line => line.StartsWith("Line 1 of Ana Alvarez: 500 coins taken back by", StringComparison.Ordinal));
        Assert.Contains("Mug for Ana Alvarez is cancelled: what it was given for was taken back.", back);
    }

    [Fact]
    public async Task Fifteen_quotes_reach_super_at_seventeen_which_is_rounded_up()
    {
        await game.PutAsync("q", "Quotes", Ana, $$"""{{Month}},"metric":"quotes","target":15,"tiers":[{"kind":"base"},{"kind":"super"}]""");
        for (var i = 1; i <= 16; i++)
            await game.QuoteAsync($"q{i}", "ana");

        Assert.StartsWith(
            "Super not reached: 16 of 17 (110 % of 15, rounded up) in 2026-11",
            (await game.WhyAsync("ana", "goal:q super"))[0],
            StringComparison.Ordinal
        );
        await game.QuoteAsync("q17", "ana");
        Assert.StartsWith(
            "Super reached: 17 of 17 (110 % of 15, rounded up) in 2026-11",
            (await game.WhyAsync("ana", "goal:q super"))[0],
            StringComparison.Ordinal
        );
        Assert.Equal("It has no mega: its tiers are base and super.", (await game.WhyAsync("ana", "goal:q mega"))[0]);
    }

    [Fact]
    public async Task A_hundred_and_one_coins_by_50_30_and_20_are_51_30_and_20_with_the_arithmetic()
    {
        await PutTeamAsync("proportional", 101, 100, "revenue");
        await game.Host.MoveClockAsync("2026-11-18T12:00:00Z");
        await game.WinAsync("d1", "ana", "50", "2026-11-18T11:00:00Z");
        await game.WinAsync("d2", "ben", "30", "2026-11-18T11:01:00Z");
        await game.WinAsync("d3", "mara", "20", "2026-11-18T11:02:00Z");

        var told = await game.WhyAsync("ana", "grant:team");
        Assert.Contains(
            "Recipients are the active members at the crossing, Wed 18 Nov 12:02 (Europe/Paris): Ana Alvarez, Ben Okafor and Mara Manager.",
            told
        );
        Assert.Contains(
            "101 coins are split by what each had brought by then, 100.00 together: Ana Alvarez 101 × 50.00 ÷ 100.00 = 50.5, given 51; "
                + "Ben Okafor 101 × 30.00 ÷ 100.00 = 30.3, given 30; Mara Manager 101 × 20.00 ÷ 100.00 = 20.2, given 20. "
                + "The whole parts leave 1: one each to the largest remainders, ties by id.",
            told
        );
        Assert.Contains("Held now: Ana Alvarez 51 coins; Ben Okafor 30 coins; Mara Manager 20 coins.", told);
    }

    [Fact]
    public async Task A_thousand_points_over_three_are_334_333_and_333()
    {
        await PutTeamAsync("even", 1000, 1);
        await game.QuoteAsync("a1", "ana");

        Assert.Contains(
            "1,000 coins are split evenly: Ana Alvarez 1,000 ÷ 3 = 333.3333…, given 334; Ben Okafor 1,000 ÷ 3 = 333.3333…, given 333; "
                + "Mara Manager 1,000 ÷ 3 = 333.3333…, given 333. The whole parts leave 1: one each to the largest remainders, ties by id.",
            await game.WhyAsync("ana", "grant:team/team:emea/base/2026-11")
        );
        Assert.Contains(
            "Cho Min receives nothing: no member on 18 Nov 2026.",
            await game.WhyAsync("cho", "grant:team/team:emea/base/2026-11")
        );
    }

    [Fact]
    public async Task A_kept_grant_says_by_whom_and_one_who_was_left_out_why()
    {
        await PutTeamAsync("each", 50, 1);
        await game.QuoteAsync("a1", "ana");
        await PostAsync("grants/team%2Fteam:emea%2Fbase%2F2026-11/recipients", """{"remove":["ben"],"reason":"On leave"}""");
        await PostAsync("grants/team%2Fteam:emea%2Fbase%2F2026-11/keep", """{"reason":"They earned it"}""");
        await game.SendAsync("v1", "quote.voided", """{"quoteId":"a1"}""", "2026-11-18T08:30:00Z");

        var told = await game.WhyAsync("ben", "goal:team");
        Assert.Contains("Each of 2 recipients receives 50 coins.", told);
        Assert.Contains(
            told,
            line =>
                line.StartsWith("the API left out Ben Okafor Wed 18 Nov", StringComparison.Ordinal)
                && line.EndsWith("“On leave”.", StringComparison.Ordinal)
        );
        Assert.Contains("Ben Okafor receives nothing: a manager left them out.", told);
        Assert.Contains(
            told,
            line =>
                line.StartsWith("the API keeps it since", StringComparison.Ordinal)
                && line.EndsWith("“They earned it”.", StringComparison.Ordinal)
        );
        Assert.Contains(
            told,
            line => line.StartsWith("Base stays reached: the sum got there, and 0 of 1 (100 % of 1)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_team_whose_sum_is_there_is_told_whose_part_is_missing()
    {
        await game.PutAsync(
            "team",
            "Together",
            Emea,
            $$"""{{Month}},"metric":"quotes","target":3,"everyMemberPercent":100,"participationPercent":100,"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]}]"""
        );
        for (var i = 1; i <= 3; i++)
            await game.QuoteAsync($"a{i}", "ana");

        var told = await game.WhyAsync("ana", "goal:team base");
        Assert.StartsWith("Base not reached: 3 of 3 (100 % of 3) in 2026-11", told[0], StringComparison.Ordinal);
        Assert.Contains(
            "Every member has to reach 100 % of a target of their own, or else of an even share: 3 ÷ 3. Missing: Ben Okafor with 0, Mara Manager with 0.",
            told
        );
        Assert.Contains("100 % of the members have to take part: 1 of 3 do.", told);
        Assert.Contains("Nothing was granted: base is not reached. It would bring 50 coins.", told);
    }

    private Task PutRevenueAsync() =>
        game.PutAsync(
            "own",
            "Big November",
            Ana,
            $$"""{{Month}},"metric":"revenue","target":30000,"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":500},{"kind":"prize","name":"Mug"}]},{"kind":"super"}]"""
        );

    private Task PutTeamAsync(string share, int coins, int target, string metric = "quotes") =>
        game.PutAsync(
            "team",
            "Together",
            Emea,
            $$"""{{Month}},"metric":"{{metric}}","target":{{target}},"share":"{{share}}","tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":{{coins}}}]}]"""
        );

    private async Task PostAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await game.Host.Admin.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
