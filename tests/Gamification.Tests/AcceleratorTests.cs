using CsCheck;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>SPEC 9, Accelerators: totals from scratch, exact, floored once. Money in cents, bands in hundredths of a percent.</summary>
public sealed class AcceleratorTests
{
    private const long Target = 100_000_00;
    private static readonly Accelerator Rising = new Accelerator.Marginal(
        AcceleratorUnit.Coins,
        [new(100_00, 110_00, 10), new(110_00, 130_00, 20), new(130_00, 150_00, 30)],
        Cap: null,
        Gate: null
    );
    private static readonly Accelerator Whole = new Accelerator.Retroactive(
        AcceleratorUnit.Coins,
        Per: 100_00,
        [new(100_00, 110_00, 1), new(110_00, null, 1.2m)],
        Cap: null,
        Gate: null
    );
    private static readonly Accelerator.Step Steps = new(AcceleratorUnit.Points, 100_00, 5_00, 25, MaxSteps: 4, Cap: null, Gate: null);

    [Theory]
    [InlineData(-5_000_00, 0)]
    [InlineData(0, 0)]
    [InlineData(100_000_00, 0)]
    [InlineData(100_099_99, 0)]
    [InlineData(100_100_00, 1)]
    [InlineData(104_990_00, 49)]
    [InlineData(109_999_99, 99)]
    [InlineData(110_000_00, 100)]
    [InlineData(110_049_99, 100)]
    [InlineData(110_050_00, 101)]
    [InlineData(130_000_00, 500)]
    [InlineData(137_500_00, 725)]
    [InlineData(149_999_99, 1_099)]
    [InlineData(150_000_00, 1_100)]
    [InlineData(500_000_00, 1_100)]
    [InlineData(long.MaxValue, 1_100)]
    public void Marginal_pays_10_20_and_30_coins_a_percentage_point_from_100_110_and_130_to_150_percent(long actual, long coins) =>
        Assert.Equal(coins, Total(Rising, actual));

    [Fact]
    public void An_actual_that_goes_up_down_and_up_again_posts_20_120_minus_60_and_60()
    {
        var posted = new List<long>();
        foreach (var actual in (long[])[102_000_00, 112_000_00, 108_000_00, 112_000_00])
            posted.Add(Total(Rising, actual) - posted.Sum());

        Assert.Equal([20, 120, -60, 60], posted);
    }

    [Theory]
    [InlineData(99_999_99, 0)]
    [InlineData(100_000_00, 1_000)]
    [InlineData(109_999_99, 1_099)]
    [InlineData(110_000_00, 1_320)]
    [InlineData(110_083_33, 1_320)]
    [InlineData(110_083_34, 1_321)]
    public void Retroactive_pays_all_at_the_rate_that_was_reached(long actual, long coins) => Assert.Equal(coins, Total(Whole, actual));

    [Theory]
    [InlineData(149_999_99, 1_499)]
    [InlineData(150_000_00, 1_500)]
    [InlineData(150_100_00, 1_500)]
    [InlineData(900_000_00, 1_500)]
    public void Retroactive_pays_no_more_beyond_the_end_of_its_last_band(long actual, long coins) =>
        Assert.Equal(
            coins,
            Total(new Accelerator.Retroactive(AcceleratorUnit.Coins, 100_00, [new(100_00, 150_00, 1)], Cap: null, Gate: null), actual)
        );

    [Theory]
    [InlineData(100_000_00, 0)]
    [InlineData(104_999_99, 0)]
    [InlineData(105_000_00, 25)]
    [InlineData(109_999_99, 25)]
    [InlineData(110_000_00, 50)]
    [InlineData(119_999_99, 75)]
    [InlineData(120_000_00, 100)]
    [InlineData(125_000_00, 100)]
    [InlineData(900_000_00, 100)]
    public void Steps_pay_25_for_each_full_5_percent_beyond_100_and_at_most_four_times(long actual, long points) =>
        Assert.Equal(points, Total(Steps, actual));

    [Theory]
    [InlineData(13, 0)]
    [InlineData(16, 25)]
    [InlineData(17, 50)]
    public void Steps_of_a_target_of_15_deals_are_compared_without_rounding(long deals, long points) =>
        Assert.Equal(points, AcceleratorTotal.Of(Steps, deals, 15, isGateReached: true));

    [Theory]
    [InlineData(129_999_99, 499)]
    [InlineData(130_000_00, 500)]
    [InlineData(130_100_00, 500)]
    [InlineData(150_000_00, 500)]
    public void A_cap_is_the_most_that_is_paid(long actual, long coins) => Assert.Equal(coins, Total(Rising with { Cap = 500 }, actual));

    [Theory]
    [InlineData(120_000_00, 600)]
    [InlineData(130_000_00, 650)]
    [InlineData(140_000_00, 700)]
    public void A_decelerator_pays_less_for_each_point_beyond_120_percent_and_never_takes(long actual, long coins)
    {
        var slowing = new Accelerator.Marginal(
            AcceleratorUnit.Coins,
            [new(100_00, 120_00, 30), new(120_00, null, 5)],
            Cap: null,
            Gate: null
        );

        Assert.Equal(coins, Total(slowing, actual));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 725)]
    public void Behind_a_gate_nothing_is_paid_until_it_is_reached(bool isReached, long coins) =>
        Assert.Equal(
            coins,
            AcceleratorTotal.Of(Rising with { Gate = new(Metric.Quotes, 20) }, 137_500_00, Target, isGateReached: isReached)
        );

    [Fact]
    public void Without_a_gate_none_has_to_be_reached() =>
        Assert.Equal(725, AcceleratorTotal.Of(Rising, 137_500_00, Target, isGateReached: false));

    [Fact]
    public void A_third_of_a_coin_a_point_is_floored_once_and_not_in_each_band()
    {
        var thirds = new Accelerator.Marginal(
            AcceleratorUnit.Coins,
            [new(100_00, 102_00, 0.3333m), new(102_00, 104_00, 0.3333m), new(104_00, 106_01, 0.3333m)],
            Cap: null,
            Gate: null
        );

        Assert.Equal(2, Total(thirds, 106_010_00));
        Assert.Equal(1, Total(thirds, 106_000_00));
    }

    [Fact]
    public void The_largest_numbers_there_are_end_at_the_most_that_is_ever_paid()
    {
        var huge = new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, null, decimal.MaxValue)], Cap: null, Gate: null);
        var all = new Accelerator.Retroactive(AcceleratorUnit.Coins, 1, [new(100_00, null, decimal.MaxValue)], Cap: null, Gate: null);
        var steps = new Accelerator.Step(AcceleratorUnit.Coins, 100_00, 1, long.MaxValue, MaxSteps: null, Cap: null, Gate: null);

        Assert.All<Accelerator>([huge, all, steps], it => Assert.Equal(1_000_000_000_000, AcceleratorTotal.Of(it, long.MaxValue, 1, true)));
    }

    [Fact]
    public void The_total_never_falls_as_the_actual_rises() =>
        Gen.Select(Plans.Accelerators, Gen.Long[1, 1_000_000_00], Gen.Long[-1_000, 3_000_000_00], Gen.Long[0, 1_000_000_00])
            .Sample(
                (accelerator, target, actual, more) =>
                    AcceleratorTotal.Of(accelerator, actual, target, true) <= AcceleratorTotal.Of(accelerator, actual + more, target, true),
                iter: 5_000,
                threads: 1
            );

    [Fact]
    public void What_is_posted_in_differences_adds_up_to_the_total_from_scratch() =>
        Gen.Select(Plans.Accelerators, Gen.Long[1, 1_000_000], Gen.Long[-200_000, 900_000].Array[1, 30])
            .Sample(
                (accelerator, target, changes) =>
                {
                    var (actual, posted) = (0L, 0L);
                    foreach (var change in changes)
                    {
                        actual += change;
                        posted += AcceleratorTotal.Of(accelerator, actual, target, true) - posted;
                        Assert.InRange(posted, 0, accelerator.Cap ?? AcceleratorTotal.Most);
                    }

                    Assert.Equal(AcceleratorTotal.Of(accelerator, changes.Sum(), target, true), posted);
                },
                threads: 1
            );

    private static long Total(Accelerator accelerator, long actual) =>
        AcceleratorTotal.Of(accelerator, actual, Target, isGateReached: true);
}
