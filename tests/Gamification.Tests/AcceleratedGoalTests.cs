using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>What accelerators post: only the difference to what is posted, in whatever order the activities come.</summary>
public sealed class AcceleratedGoalTests
{
    private static readonly IReadOnlyList<Band> Bands = [new(100_00, 110_00, 10), new(110_00, 130_00, 20), new(130_00, 150_00, 30)];

    [Fact]
    public void From_102_000_to_112_000_to_108_000_to_112_000_posts_20_and_120_and_takes_60_and_gives_60()
    {
        var company = Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, Bands, null, null));
        company.Play(company.Win("2026-11-03 10:00", "d1", 102_000));
        company.Play(company.Win("2026-11-04 10:00", "d2", 10_000));
        company.Play(company.Amount("2026-11-05 10:00", "d2", 6_000));
        company.Play(company.Amount("2026-11-06 10:00", "d2", 10_000));

        Assert.Equal([20, 120, -60, 60], company.Keeper.Coins.Select(coins => coins.Amount));
        Assert.Equal([1, 2, 3, 4], company.Keeper.Coins.Select(coins => coins.Sequence));
        Assert.Equal(140, company.Keeper.Wallet("ann"));
        company.IsRight();
    }

    [Theory]
    [InlineData(104_990, 49)]
    [InlineData(110_000, 100)]
    [InlineData(130_000, 500)]
    [InlineData(137_500, 725)]
    [InlineData(150_000, 1_100)]
    [InlineData(190_000, 1_100)]
    public void Marginal_bands_of_100_000_pay_as_the_preview_says(long euros, long paid)
    {
        var company = Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, Bands, null, null));

        company.Play(company.Win("2026-11-03 10:00", "d1", euros));

        Assert.Equal(paid, company.Keeper.Wallet("ann"));
        company.IsRight();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fourteen_deals_with_one_and_a_half_from_100_percent_and_double_from_130_are_825_in_any_order(int seed)
    {
        var company = new Company(Company.Person("ann"));
        company.Has(
            Promise
                .Goal("m", Promise.Person("ann"), Metric.Deals, 10)
                .Paying(new Accelerator.Multiplier([new(100_00, 130_00, 1.5m), new(130_00, null, 2)], null, null))
        );
        Reported[] deals = [.. Enumerable.Range(1, 14).Select(i => company.Win($"2026-11-{i + 8:00} 10:00", $"d{i}", 100))];
        if (seed > 0)
            new Random(seed).Shuffle(deals);
        foreach (var group in deals.Chunk(1 + seed))
            company.Play(group);

        Assert.Equal(825 - 700, company.Bonus("ann"));
        Assert.Equal(825 + 14 * 5, company.Points("ann"));
        company.IsRight();
    }

    [Fact]
    public void Of_two_multipliers_the_higher_one_pays()
    {
        var company = new Company(Company.Person("ann"));
        foreach (var (id, factor) in new[] { ("a", 1.5m), ("b", 2m), ("c", 1.2m) })
            company.Has(
                Promise
                    .Goal(id, Promise.Person("ann"), Metric.Deals, 1)
                    .Paying(new Accelerator.Multiplier([new(100_00, null, factor)], null, null))
            );

        company.Play(company.Win("2026-11-03 10:00", "d1", 100), company.Win("2026-11-04 10:00", "d2", 100));

        Assert.Equal(50, company.Bonus("ann"));
        company.IsRight();

        company.Play(company.Win("2026-11-02 10:00", "d0", 100, received: "2026-11-04 11:00"));
        Assert.Equal(100, company.Bonus("ann"));
        company.IsRight();
    }

    [Fact]
    public void Points_of_an_accelerator_fall_into_the_week_of_the_activity_that_brought_them()
    {
        var company = Paying(new Accelerator.Marginal(AcceleratorUnit.Points, Bands, null, null));
        company.Play(company.Win("2026-11-16 10:00", "d2", 10_000), company.Win("2026-11-17 10:00", "d3", 10_000));
        company.Play(company.Win("2026-11-15 10:00", "d1", 100_000, received: "2026-11-17 11:00"));

        Assert.Equal(50 + 50 + 5 + 5 + 100 + 200, company.Points("ann", "2026-W47"));
        Assert.Equal(50 + 5, company.Points("ann", "2026-W46"));
        Assert.Equal(300, company.Bonus("ann"));
        company.IsRight();

        company.Play(company.Reopen("2026-11-18 10:00", "d3"));
        Assert.Equal(100, company.Bonus("ann"));
        company.IsRight();
    }

    [Fact]
    public void Behind_a_gate_nothing_is_paid_until_the_other_metric_is_there_and_then_all_of_it()
    {
        var company = Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, Bands, null, new Gate(Metric.Quotes, 2)));
        company.Play(company.Win("2026-11-03 10:00", "d1", 110_000), company.Quote("2026-11-03 11:00", "q1"));
        Assert.Equal(0, company.Keeper.Wallet("ann"));

        company.Play(company.Quote("2026-11-03 12:00", "q2"));
        Assert.Equal(100, company.Keeper.Wallet("ann"));
        company.Play(company.Void("2026-11-03 13:00", "q2"));

        Assert.Equal([100, -100], company.Keeper.Coins.Select(coins => coins.Amount));
        company.IsRight();
    }

    [Theory]
    [InlineData(109_999, 1_099)]
    [InlineData(110_000, 1_320)]
    public void Retroactive_one_coin_per_100_and_a_fifth_more_from_110_percent(long euros, long paid)
    {
        var company = Paying(
            new Accelerator.Retroactive(AcceleratorUnit.Coins, 100_00, [new(100_00, 110_00, 1), new(110_00, null, 1.2m)], 10_000, null)
        );

        company.Play(company.Win("2026-11-03 10:00", "d1", euros));

        Assert.Equal(paid, company.Keeper.Wallet("ann"));
        company.IsRight();
    }

    private static Company Paying(Accelerator accelerator)
    {
        var company = new Company(Company.Person("ann"));
        return company.Has(Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00).Paying(accelerator));
    }
}
