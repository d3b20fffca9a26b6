using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>SPEC 9: points multiplied by the highest attainment before the activity; target 10 deals, ×1.5 from 100 %, ×2 from 130 %.</summary>
public sealed class MultiplierTests
{
    private static readonly Accelerator.Multiplier Doubling = new([new(100_00, 130_00, 1.5m), new(130_00, null, 2)], Cap: null, Gate: null);

    [Theory]
    [InlineData(-3, "1")]
    [InlineData(9, "1")]
    [InlineData(10, "1.5")]
    [InlineData(12, "1.5")]
    [InlineData(13, "2")]
    [InlineData(1_000, "2")]
    public void The_factor_is_that_of_the_highest_attainment_before(long highest, string factor) =>
        Assert.Equal(Plans.Number(factor), Multiplied.FactorAt(Doubling, highest, 10));

    [Theory]
    [InlineData(14, "1.5")]
    [InlineData(15, "1")]
    public void Beyond_the_end_of_a_last_band_nothing_is_multiplied(long highest, string factor) =>
        Assert.Equal(Plans.Number(factor), Multiplied.FactorAt(Doubling with { Bands = [new(100_00, 150_00, 1.5m)] }, highest, 10));

    [Theory]
    [InlineData(50, "1.5", 25)]
    [InlineData(5, "1.5", 2)]
    [InlineData(-5, "1.5", -2)]
    [InlineData(1, "1.9999", 0)]
    [InlineData(0, "2", 0)]
    public void The_extra_is_cut_to_whole_points_in_each_activity(long points, string factor, long extra) =>
        Assert.Equal(extra, Multiplied.ExtraOf(points, Plans.Number(factor)));

    [Fact]
    public void Fourteen_deals_at_50_points_are_825()
    {
        var extras = Extras(Doubling, deals: 14);

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 25, 25, 50], extras);
        Assert.Equal(825, 14 * 50 + extras.Sum());
    }

    [Fact]
    public void A_deal_taken_back_takes_its_extra_and_leaves_the_highest_attainment()
    {
        CountedPoints[] lostAndWonAgain = [new(-1, -50), new(1, 50)];

        Assert.Equal([25, -25, 25], Multiplied.ExtrasOf(Doubling, 10, [.. Deals(11), .. lostAndWonAgain], isGateReached: true).Skip(10));
        Assert.Equal([0, 25], Multiplied.ExtrasOf(Doubling, 10, [.. Deals(10), .. lostAndWonAgain], isGateReached: true).Skip(10));
    }

    [Fact]
    public void A_cap_of_60_ends_the_extras_of_25_in_the_third() =>
        Assert.Equal([25, 25, 10, 0], Extras(Doubling with { Cap = 60 }, deals: 14).Skip(10));

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 125)]
    public void Behind_a_gate_nothing_is_multiplied_until_it_is_reached(bool isReached, long extra) =>
        Assert.Equal(
            extra,
            Multiplied.ExtrasOf(Doubling with { Gate = new(Metric.Quotes, 20) }, 10, Deals(14), isGateReached: isReached).Sum()
        );

    private static IReadOnlyList<long> Extras(Accelerator.Multiplier multiplier, int deals) =>
        Multiplied.ExtrasOf(multiplier, 10, Deals(deals), isGateReached: true);

    private static IEnumerable<CountedPoints> Deals(int count) => Enumerable.Repeat(new CountedPoints(1, 50), count);
}
