using Bot.Cards;
using Bot.Explaining.Assigned;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Tests.Explaining;

public sealed class WhyWordsTests
{
    private static readonly Tier[] Ladder =
    [
        Stories.Tier(TierKind.Base, 100),
        Stories.Tier(TierKind.Super, 110),
        Stories.Tier(TierKind.Mega, 130),
    ];

    [Theory]
    [InlineData(1_800, "Base reached: median 30 min of at most 30 min (30 min ÷ 100 %)")]
    [InlineData(1_801, "Base not reached: median 30 min 1 s of at most 30 min (30 min ÷ 100 %)")]
    [InlineData(1_636, "Super reached: median 27 min 16 s of at most 27 min 16 s (30 min ÷ 110 %, cut to seconds)")]
    [InlineData(1_637, "Super not reached: median 27 min 17 s of at most 27 min 16 s (30 min ÷ 110 %, cut to seconds)")]
    [InlineData(1_384, "Mega reached: median 23 min 4 s of at most 23 min 4 s (30 min ÷ 130 %, cut to seconds)")]
    [InlineData(1_385, "Mega not reached: median 23 min 5 s of at most 23 min 4 s (30 min ÷ 130 %, cut to seconds)")]
    public void A_median_of_30_minutes_is_told_against_the_slowest_that_is_good_enough(long median, string told) =>
        Assert.Contains(
            Sentences(Stories.Of(Metric.ResponseTime, SubjectId.Of(Stories.Ana), 1_800, median, Ladder)),
            line => line.StartsWith($"{told} in 2026-11, Europe/Paris, ends 30 Nov.", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(29_999_99, "Base not reached: 29,999.99 of 30,000.00 (100 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov.")]
    [InlineData(30_000_00, "Super not reached: 30,000.00 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov.")]
    [InlineData(32_999_99, "Super not reached: 32,999.99 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov.")]
    [InlineData(33_000_00, "Mega not reached: 33,000.00 of 39,000.00 (130 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov.")]
    [InlineData(38_999_99, "Mega not reached: 38,999.99 of 39,000.00 (130 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov.")]
    public void The_next_tier_of_30000_is_told_with_its_arithmetic(long actual, string told)
    {
        var story = Stories.Of(Metric.Revenue, SubjectId.Of(Stories.Ana), 30_000_00, actual, Ladder);

        Assert.Equal(1, Sentences(story).Count(line => line == told));
    }

    [Fact]
    public void A_tier_above_the_next_one_is_locked_until_that_is_reached() =>
        Assert.Contains(
            "Mega is locked until super is reached.",
            Sentences(Stories.Of(Metric.Quotes, SubjectId.Of(Stories.Ana), 300, 329, Ladder))
        );

    [Fact]
    public void A_median_of_a_running_period_is_not_decided_yet()
    {
        var story = Stories.Of(Metric.ResponseTime, SubjectId.Of(Stories.Ana), 1_800, 1_700, Ladder[0]);
        var running = story.Assigned with { Tiers = [new(Ladder[0], 1_800, TierState.Active, null)] };

        Assert.Contains(
            "Base is not decided yet: median 28 min 20 s of at most 30 min (30 min ÷ 100 %) in 2026-11, Europe/Paris, ends 30 Nov. "
                + "The close decides it, by at least 5 replies.",
            Sentences(story with { Assigned = running, Trace = story.Trace with { Progress = null } })
        );
    }

    [Fact]
    public void A_trigger_of_its_own_amount_says_so()
    {
        var tier = new Tier(TierKind.Base, "Bronze", new TierTrigger.Amount(280), []);

        Assert.Contains(
            Sentences(Stories.Of(Metric.Quotes, SubjectId.Of(Stories.Ana), 300, 279, tier)),
            line =>
                line.StartsWith(
                    "Bronze (Base) not reached: 279 of 280 (an amount of its own; the target is 300) in 2026-11",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_rate_of_a_third_is_told_to_four_decimals_and_floored_exactly()
    {
        var marginal = new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, null, 10)], Cap: null, Gate: null);
        var story = Stories.Of(
            Metric.Revenue,
            SubjectId.Of(Stories.Ana),
            30_000_00,
            32_999_99,
            plan => plan with { Accelerator = marginal }
        );

        Assert.Contains(
            "The accelerator pays each percentage point beyond the target: 9.9999… × 10 = 99.9996… (from 100 %). Together 99.9996…, rounded down once: 99 coins.",
            Sentences(story)
        );
    }

    private static IReadOnlyList<string> Sentences(GoalStory story) =>
        WhyAssigned.Whole(story, new(Stories.Ana, null, "", story.Format)).Sentences;
}
