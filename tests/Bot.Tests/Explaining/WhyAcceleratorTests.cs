namespace Bot.Tests.Explaining;

/// <summary>What goes beyond the target pays, with numbers that sum up; and why one goal unlocks another.</summary>
public sealed class WhyAcceleratorTests : IAsyncLifetime
{
    private const string Ana = """{"kind":"person","id":"ana"}""";
    private const string Month = "\"period\":{\"kind\":\"month\"}";
    private const string Week = "\"period\":{\"kind\":\"week\"}";
    private const string Bands =
        "\"bands\":[{\"from\":100,\"to\":110,\"rate\":10},{\"from\":110,\"to\":130,\"rate\":20},{\"from\":130,\"to\":150,\"rate\":30}]";

    private Explained game = null!;

    public async Task InitializeAsync() => game = await Explained.StartAsync();

    public async Task DisposeAsync() => await game.DisposeAsync();

    [Fact]
    public async Task Marginal_bands_of_100000_pay_49_100_500_725_and_1100()
    {
        await PutAsync($$"""{"kind":"marginal","unit":"coins",{{Bands}}}""");
        await game.WinAsync("d1", "ana", "95000");
        Assert.Contains("The accelerator pays nothing yet: it begins at 100 %, that is at 100,000.00.", await ToldAsync());

        await ChangeAsync("104990", 1);
        Assert.Contains(
            "The accelerator pays each percentage point beyond the target: 4.99 × 10 = 49.9 (from 100 % to 110 %). Together 49.9, rounded down once: 49 coins.",
            await ToldAsync()
        );
        await ChangeAsync("110000", 2);
        Assert.Contains("Together 100, rounded down once: 100 coins.", await AllAsync(), StringComparison.Ordinal);
        await ChangeAsync("130000", 3);
        Assert.Contains("Together 500, rounded down once: 500 coins.", await AllAsync(), StringComparison.Ordinal);
        await ChangeAsync("137500", 4);
        Assert.Contains(
            "The accelerator pays each percentage point beyond the target: 10 × 10 = 100 (from 100 % to 110 %); 20 × 20 = 400 (from 110 % to 130 %); "
                + "7.5 × 30 = 225 (from 130 % to 150 %). Together 725, rounded down once: 725 coins.",
            await ToldAsync()
        );
        await ChangeAsync("151000", 5);
        Assert.Contains("Together 1,100, rounded down once: 1,100 coins.", await AllAsync(), StringComparison.Ordinal);
        Assert.Contains("Posted: +49, +51, +400, +225, +375; together 1,100 coins.", await ToldAsync());
    }

    [Fact]
    public async Task A_reversal_is_posted_as_the_difference()
    {
        await PutAsync($$"""{"kind":"marginal","unit":"coins",{{Bands}}}""");
        await game.WinAsync("d1", "ana", "102000");
        await ChangeAsync("112000", 1);
        await ChangeAsync("108000", 2);
        await ChangeAsync("112000", 3);

        Assert.Contains("Posted: +20, +120, −60, +60; together 140 coins.", await ToldAsync());
    }

    [Fact]
    public async Task A_retroactive_one_pays_1099_a_cent_below_its_band_and_1320_at_it_and_nothing_behind_a_closed_gate()
    {
        await PutAsync(
            """{"kind":"retroactive","unit":"coins","per":100,"bands":[{"from":100,"to":110,"rate":1},{"from":110,"rate":1.2}],"cap":1300,"gate":{"metric":"quotes","atLeast":2}}"""
        );
        await game.WinAsync("d1", "ana", "109999.99");

        Assert.Contains(
            "The accelerator pays all of it at the rate that holds from 100 % to 110 %: 109,999.99 ÷ 100.00 × 1 = 1,099.9999, rounded down once: 1,099 coins.",
            await ToldAsync()
        );
        Assert.Contains("Its gate is not reached: 0 of 2 quotes, so it pays nothing; with it, it would pay 1,099.", await ToldAsync());
        await ChangeAsync("110000", 1);
        await game.QuoteAsync("q1", "ana");
        await game.QuoteAsync("q2", "ana");

        var told = await ToldAsync();
        Assert.Contains(
            "The accelerator pays all of it at the rate that holds from 110 %: 110,000.00 ÷ 100.00 × 1.2 = 1,320, rounded down once: 1,320 coins.",
            told
        );
        Assert.Contains("Its gate is reached: 2 of 2 quotes.", told);
        Assert.Contains("It pays 1,300 coins at most (cap): 1,320 becomes 1,300.", told);
        Assert.Contains("Posted: +1,300; together 1,300 coins.", told);
    }

    [Fact]
    public async Task Steps_are_whole_ones()
    {
        await PutAsync("""{"kind":"step","unit":"coins","from":100,"size":10,"amount":50,"maxSteps":3}""");
        await game.WinAsync("d1", "ana", "129999.99");

        Assert.Contains(
            "The accelerator pays 50 for each whole step of 10 % beyond 100 %: 2.9999… steps, so 2, 3 at most; 2 × 50 = 100 coins.",
            await ToldAsync()
        );
    }

    [Fact]
    public async Task Fourteen_deals_of_ten_bring_825_points()
    {
        await game.PutAsync(
            "own",
            "Deals",
            Ana,
            $$"""{{Month}},"metric":"deals","target":10,"accelerator":{"kind":"multiplier","unit":"points","bands":[{"from":100,"to":130,"rate":1.5},{"from":130,"rate":2}],"noCap":true}"""
        );
        for (var i = 1; i <= 14; i++)
            await game.WinAsync($"d{i}", "ana", "10", $"2026-11-18T07:{i:00}:00Z");

        var told = await ToldAsync();
        Assert.Contains(
            "Points of activities that count are multiplied by what was reached before them; the one that crosses is not. "
                + "not multiplied: 10 activities with 500 points; from 100 % to 130 % × 1.5: 3 activities with 150 points, 75 on top; "
                + "from 130 % × 2: 1 activity with 50 points, 50 on top. Together 700 + 125 = 825.",
            told
        );
        Assert.Contains("Posted: +25, +25, +25, +50; together 125 points.", told);
    }

    [Fact]
    public async Task Five_deals_after_ten_quotes_count_from_deal_four()
    {
        await game.PutAsync("a", "Ten quotes", Ana, $$"""{{Week}},"metric":"quotes","target":10,"tiers":[{"kind":"base"}]""");
        await game.PutAsync(
            "b",
            "Five deals",
            Ana,
            $$"""{{Week}},"metric":"deals","target":5,"after":{"goal":"a","tier":"base"},"tiers":[{"kind":"base"}]"""
        );
        for (var i = 1; i <= 9; i++)
            await game.QuoteAsync($"q{i}", "ana", $"2026-11-18T07:0{i}:00Z");
        for (var i = 1; i <= 3; i++)
            await game.WinAsync($"d{i}", "ana", "10", $"2026-11-18T07:1{i}:00Z");

        var locked = await game.WhyAsync("ana", "goal:b");
        Assert.Contains("It is locked until base of “Ten quotes” is reached: 9 of 10 quotes in 2026-W47.", locked);
        Assert.Contains("It counts what comes after the activity that unlocks it; 3 activities before that count nothing here.", locked);
        await game.QuoteAsync("q10", "ana", "2026-11-18T07:20:00Z");
        for (var i = 4; i <= 8; i++)
            await game.WinAsync($"d{i}", "ana", "10", $"2026-11-18T07:3{i}:00Z");

        var told = await game.WhyAsync("ana", "goal:b");
        Assert.Contains("It was unlocked Wed 18 Nov 08:20 (Europe/Paris) by activity crm/q10, which made “Ten quotes” reach base.", told);
        Assert.Contains(
            told,
            line =>
                line.StartsWith("Base reached: 5 of 5 (100 % of 5) in 2026-W47", StringComparison.Ordinal)
                && line.Contains("crm/d8", StringComparison.Ordinal)
        );
        Assert.Contains("Its base unlocks “Five deals”.", await game.WhyAsync("ana", "goal:a"));
    }

    [Fact]
    public async Task A_goal_that_nothing_unlocked_in_its_period_was_skipped()
    {
        await game.PutAsync("a", "Ten quotes", Ana, $$"""{{Week}},"metric":"quotes","target":10,"tiers":[{"kind":"base"}]""");
        await game.PutAsync(
            "b",
            "Five deals",
            Ana,
            $$"""{{Week}},"metric":"deals","target":1,"after":{"goal":"a","tier":"base"},"tiers":[{"kind":"base"}]"""
        );
        await game.WinAsync("d1", "ana", "10");
        await game.Host.MoveClockAsync("2026-11-26T10:00:00Z");

        var told = await game.WhyAsync("ana", "goal:b 2026-W47");
        Assert.Contains("It was skipped: nothing unlocked it before its period was over.", told);
        Assert.Contains("It is locked until base of “Ten quotes” is reached: 0 of 10 quotes in 2026-W47.", told);
    }

    private Task PutAsync(string accelerator) =>
        game.PutAsync("own", "Big November", Ana, $$"""{{Month}},"metric":"revenue","target":100000,"accelerator":{{accelerator}}""");

    private Task ChangeAsync(string amount, int minute) =>
        game.SendAsync(
            $"a{minute}",
            "deal.amount_changed",
            $$"""{"dealId":"d1","amount":"{{amount}}","currency":"EUR"}""",
            $"2026-11-18T08:0{minute}:00Z"
        );

    private Task<IReadOnlyList<string>> ToldAsync() => game.WhyAsync("ana", "goal:own");

    private async Task<string> AllAsync() => string.Join('\n', await ToldAsync());
}
