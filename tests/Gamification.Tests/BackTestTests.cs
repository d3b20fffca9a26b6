using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>How a plan would have done in periods that are over: which tiers, and at what cost.</summary>
public sealed class BackTestTests
{
    private static readonly PlanWish Members = Plans.Revenue with
    {
        Subject = SubjectKind.Members,
        SubjectId = "north",
        Tiers =
        [
            new(TierKind.Base, Rewards: [new(RewardKind.Coins, 500)]),
            new(TierKind.Super, Rewards: [new(RewardKind.Points, 100), new(RewardKind.Prize, Name: "Lunch")]),
        ],
    };

    private static readonly PlanWish Team = Members with
    {
        Subject = SubjectKind.Team,
        Target = 60_000,
        Tiers =
        [
            new(TierKind.Base, Rewards: [new(RewardKind.Coins, 500), new(RewardKind.Prize, Name: "Lunch")]),
            new(TierKind.Super, Rewards: [new(RewardKind.Prize, Name: "Trip", OnceForTeam: true), new(RewardKind.Badge, Badge: "hero")]),
        ],
    };

    [Fact]
    public void Six_months_of_two_members_show_how_often_each_tier_was_reached_and_what_it_cost()
    {
        var result = BackTest.Of(
            Plans.Terms(Members),
            [
                Month("2026-05", Of("ann", 29_999_99), Of("bob", 0)),
                Month("2026-06", Of("ann", 30_000_00), Of("bob", 10_000_00)),
                Month("2026-07", Of("ann", 32_999_99), Of("bob", 33_000_00)),
                Month("2026-08", Of("ann", 39_000_00), Of("bob", 40_000_00)),
                Month("2026-09"),
                Month("2026-10", Of("ann", -5_00)),
            ]
        );

        Assert.Equal([new TierHistory(TierKind.Base, 3, 5), new(TierKind.Super, 2, 3)], result.Tiers);
        Assert.Equal(new RewardCost(Points: 300, Coins: 2_500, Badges: 0, Prizes: 3), result.Cost);
        Assert.Equal([0, 500, 1_000, 1_000, 0, 0], result.Periods.Select(period => period.Cost.Coins));
        Assert.Equal(TierKind.Super, result.Periods[2].Reached[SubjectId.Of(new PersonId("bob"))]);
    }

    [Fact]
    public void An_edit_passes_only_what_was_not_given_already()
    {
        var lower = Plans.Terms(Members with { Target = 27_500 });
        var running = Month("2026-11", Of("ann", 31_000_00), Of("bob", 28_000_00), Of("cyd", 27_499_99));

        var result = BackTest.Of(lower, [running], Plans.Terms(Members));

        Assert.Equal(2, result.Periods[0].Passed);
        Assert.Equal(new RewardCost(Points: 100, Coins: 500, Badges: 0, Prizes: 1), result.Cost);
        Assert.Equal(0, BackTest.Of(lower, [running], lower).Periods[0].Passed);
        Assert.Equal(3, BackTest.Of(lower, [running]).Periods[0].Passed);
    }

    [Fact]
    public void A_person_with_a_target_of_their_own_is_measured_by_it()
    {
        var own = Plans.Terms(Members with { Targets = new Dictionary<string, decimal> { ["bob"] = 10_000 } });

        Assert.Equal(
            [new(TierKind.Base, 1, 1), new(TierKind.Super, 0, 0)],
            BackTest.Of(own, [Month("2026-06", Of("bob", 10_000_00))]).Tiers
        );
    }

    [Theory]
    [InlineData(Sharing.Each, 1_500)]
    [InlineData(Sharing.Even, 500)]
    [InlineData(Sharing.Proportional, 500)]
    public void A_team_of_three_costs_by_its_share(Sharing share, long coins)
    {
        var result = BackTest.Of(
            Plans.Terms(Team with { Share = share }),
            [Month("2026-05", Pool(30_000_00, 20_000_00, 9_999_99)), Month("2026-06", Pool(30_000_00, 20_000_00, 10_000_00))]
        );

        Assert.Equal(new RewardCost(0, coins, 0, 3), result.Cost);
        Assert.Equal([new(TierKind.Base, 1, 1), new(TierKind.Super, 0, 0)], result.Tiers);
    }

    [Fact]
    public void A_prize_once_for_the_team_is_one_and_a_badge_is_for_everyone() =>
        Assert.Equal(new RewardCost(0, 1_500, 3, 4), BackTest.Of(Plans.Terms(Team), [Month("2026-05", Pool(66_000_00, 0, 0))]).Cost);

    /// <summary>An even share of 60,000 is 20,000 each; half of it 10,000.</summary>
    [Theory]
    [InlineData("50", null, 10_000_00, 1)]
    [InlineData("50", null, 9_999_99, 0)]
    [InlineData(null, "100", 1, 1)]
    [InlineData(null, "100", 0, 0)]
    [InlineData(null, "66.66", 0, 1)]
    [InlineData(null, "66.67", 0, 0)]
    public void What_is_asked_of_every_member_is_asked_here_too(string? each, string? part, long least, int reached)
    {
        var terms = Plans.Terms(Team with { EveryMemberPercent = Plans.Maybe(each), ParticipationPercent = Plans.Maybe(part) });

        Assert.Equal(reached, BackTest.Of(terms, [Month("2026-05", Pool(45_000_00, 15_000_00, least))]).Tiers[0].Times);
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 725)]
    public void An_accelerator_costs_what_it_would_have_paid_behind_its_gate(long quotes, long coins)
    {
        var terms = Plans.Terms(
            Plans.Revenue with
            {
                Target = 100_000,
                Accelerator = new(
                    AcceleratorKind.Marginal,
                    AcceleratorUnit.Coins,
                    [new(100, 110, 10), new(110, 130, 20), new(130, 150, 30)],
                    Gate: new(Metric.Quotes, 20)
                ),
            }
        );

        Assert.Equal(coins, BackTest.Of(terms, [Month("2026-05", Of("ann", 137_500_00) with { Gate = quotes })]).Cost.Coins);
    }

    [Fact]
    public void A_multiplier_costs_its_extra_points()
    {
        var terms = Plans.Terms(
            Plans.Revenue with
            {
                Metric = Metric.Deals,
                Target = 10,
                Accelerator = new(AcceleratorKind.Multiplier, Bands: [new(100, 130, 1.5m), new(130, 200, 2)]),
            }
        );
        var deals = Of("ann", 14) with { Activities = [.. Enumerable.Repeat(new CountedPoints(1, 50), 14)] };

        Assert.Equal(new RewardCost(125, 0, 0, 0), BackTest.Of(terms, [Month("2026-05", deals)]).Cost);
    }

    [Theory]
    [InlineData(1_800, 1)]
    [InlineData(1_801, 0)]
    public void A_median_is_reached_by_being_quick(long seconds, int times) =>
        Assert.Equal(
            times,
            BackTest
                .Of(Plans.Terms(Plans.Revenue with { Metric = Metric.ResponseTime, Target = 30 }), [Month("2026-05", Of("ann", seconds))])
                .Tiers[0]
                .Times
        );

    private static PastPeriod Month(string key, params PastActual[] actuals) => new(new(key), actuals);

    private static PastActual Of(string person, long actual) => new(SubjectId.Of(new PersonId(person)), actual);

    private static PastActual Pool(params long[] contributions) =>
        new(SubjectId.OfTeam(new("north")), contributions.Sum())
        {
            Members = [.. contributions.Select((contribution, i) => new Recipient(new($"u{i}"), contribution))],
        };
}
