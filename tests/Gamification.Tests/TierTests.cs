using Gamification.Goals;
using Gamification.Rewards;

namespace Gamification.Tests;

/// <summary>SPEC 9, Tiers: exact, without rounding.</summary>
public sealed class TierTests
{
    private static readonly IReadOnlyList<Tier> Ladder = Tiers(Percent(100_00), Percent(110_00), Percent(130_00));

    [Theory]
    [InlineData(-1, new TierKind[0])]
    [InlineData(0, new TierKind[0])]
    [InlineData(299, new TierKind[0])]
    [InlineData(300, new[] { TierKind.Base })]
    [InlineData(329, new[] { TierKind.Base })]
    [InlineData(330, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(389, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(390, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    [InlineData(long.MaxValue, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    public void A_goal_of_300_unlocks_tiers_at_300_330_and_390(long actual, TierKind[] reached) =>
        Assert.Equal(reached, Reached(Ladder, actual, 300));

    [Theory]
    [InlineData(29_999_99, new TierKind[0])]
    [InlineData(30_000_00, new[] { TierKind.Base })]
    [InlineData(32_999_99, new[] { TierKind.Base })]
    [InlineData(33_000_00, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(38_999_99, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(39_000_00, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    public void A_goal_of_30_000_is_decided_by_the_cent(long actual, TierKind[] reached) =>
        Assert.Equal(reached, Reached(Ladder, actual, 30_000_00));

    [Theory]
    [InlineData(14, new TierKind[0])]
    [InlineData(15, new[] { TierKind.Base })]
    [InlineData(16, new[] { TierKind.Base })]
    [InlineData(17, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(19, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(20, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    public void Of_15_quotes_110_percent_are_17_and_130_percent_20(long actual, TierKind[] reached) =>
        Assert.Equal(reached, Reached(Ladder, actual, 15));

    /// <summary>30, 27.27, 27.28 and 23.07 minutes in hundredths of a minute; then in whole seconds of 30 minutes.</summary>
    [Theory]
    [InlineData(30_01, 30_00, new TierKind[0])]
    [InlineData(30_00, 30_00, new[] { TierKind.Base })]
    [InlineData(27_28, 30_00, new[] { TierKind.Base })]
    [InlineData(27_27, 30_00, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(23_08, 30_00, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(23_07, 30_00, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    [InlineData(0, 30_00, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    [InlineData(1_801, 1_800, new TierKind[0])]
    [InlineData(1_800, 1_800, new[] { TierKind.Base })]
    [InlineData(1_637, 1_800, new[] { TierKind.Base })]
    [InlineData(1_636, 1_800, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(1_385, 1_800, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(1_384, 1_800, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    public void Of_a_median_of_30_minutes_lower_is_better(long actual, long target, TierKind[] reached) =>
        Assert.Equal(reached, Kinds(TierLadder.Reached(Ladder, new(actual, target, LowerIsBetter: true))));

    [Theory]
    [InlineData(112_50, 11_249, false)]
    [InlineData(112_50, 11_250, true)]
    [InlineData(112_51, 11_250, false)]
    [InlineData(112_51, 11_251, true)]
    public void A_percentage_has_two_decimals(long basisPoints, long actual, bool isReached) =>
        Assert.Equal(isReached, Percent(basisPoints).IsReached(new(actual, 10_000, LowerIsBetter: false)));

    [Theory]
    [InlineData(299, false, new TierKind[0])]
    [InlineData(300, false, new[] { TierKind.Base })]
    [InlineData(344, false, new[] { TierKind.Base })]
    [InlineData(345, false, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(300, true, new[] { TierKind.Base })]
    [InlineData(201, true, new[] { TierKind.Base })]
    [InlineData(200, true, new[] { TierKind.Base, TierKind.Super })]
    public void A_tier_may_have_an_amount_of_its_own(long actual, bool lowerIsBetter, TierKind[] reached)
    {
        var tiers = Tiers(Percent(100_00), new TierTrigger.Amount(lowerIsBetter ? 200 : 345));

        Assert.Equal(reached, Kinds(TierLadder.Reached(tiers, new(actual, 300, lowerIsBetter))));
    }

    [Theory]
    [InlineData(0, 299, new TierKind[0])]
    [InlineData(0, 390, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    [InlineData(299, 330, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(300, 390, new[] { TierKind.Super, TierKind.Mega })]
    [InlineData(330, 389, new TierKind[0])]
    [InlineData(390, 299, new TierKind[0])]
    public void One_step_passes_several_tiers_in_their_order(long from, long to, TierKind[] passed) =>
        Assert.Equal(passed, Kinds(TierLadder.Passed(Ladder, new(from, 300, false), new(to, 300, false))));

    [Fact]
    public void A_tier_is_locked_until_those_below_it_are_reached() =>
        Assert.Empty(Reached(Tiers(Percent(100_00), new TierTrigger.Amount(250)), 250, 300));

    [Theory]
    [InlineData(110_00, 300, false, 330)]
    [InlineData(110_00, 15, false, 17)]
    [InlineData(100_00, 15, false, 15)]
    [InlineData(0_01, 1, false, 1)]
    [InlineData(110_00, 1_800, true, 1_636)]
    [InlineData(130_00, 1_800, true, 1_384)]
    public void A_trigger_is_shown_as_the_first_actual_that_reaches_it(long basisPoints, long target, bool lowerIsBetter, long value)
    {
        var trigger = Percent(basisPoints);

        Assert.Equal(value, trigger.ValueFor(target, lowerIsBetter));
        Assert.True(trigger.IsReached(new(value, target, lowerIsBetter)));
        Assert.False(trigger.IsReached(new(lowerIsBetter ? value + 1 : value - 1, target, lowerIsBetter)));
    }

    private static TierTrigger.Percent Percent(long basisPoints) => new(basisPoints);

    private static IReadOnlyList<Tier> Tiers(params TierTrigger[] triggers) =>
        [.. triggers.Select((trigger, i) => new Tier((TierKind)i, Label: null, trigger, []))];

    private static IEnumerable<TierKind> Reached(IReadOnlyList<Tier> tiers, long actual, long target) =>
        Kinds(TierLadder.Reached(tiers, new(actual, target, LowerIsBetter: false)));

    private static IEnumerable<TierKind> Kinds(IEnumerable<Tier> tiers) => tiers.Select(tier => tier.Kind);
}
