using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>SPEC 10, Goal edits: in a running period only in people's favour.</summary>
public sealed class GoalEditTests
{
    private static readonly PlanWish Plain = Plans.Revenue with
    {
        Tiers =
        [
            new(TierKind.Base, Rewards: [new(RewardKind.Coins, 500), new(RewardKind.Prize, Name: "Lunch", Price: 100)]),
            new(TierKind.Super, TriggerAmount: 33_000, Rewards: [new(RewardKind.Points, 100)]),
        ],
    };
    private static readonly PlanWish Replies = Plans.Revenue with
    {
        Metric = Metric.ResponseTime,
        Target = 30,
        Tiers = [new(TierKind.Super, TriggerAmount: 25)],
    };
    private static readonly PlanWish Members = Plain with { Subject = SubjectKind.Members, SubjectId = "north" };
    private static readonly PlanWish Team = Plain with { Subject = SubjectKind.Team, SubjectId = "north" };

    [Theory]
    [InlineData("29999.99", null)]
    [InlineData("30000", null)]
    [InlineData("30000.01", "target")]
    public void A_target_of_30_000_may_be_lowered(string target, string? field) =>
        Edits.Holds(Plans.Revenue, Plans.Revenue with { Target = Plans.Number(target) }, field);

    [Theory]
    [InlineData("30.5", null)]
    [InlineData("30", null)]
    [InlineData("29.5", "target")]
    public void A_median_of_30_minutes_may_be_raised(string target, string? field) =>
        Edits.Holds(Replies, Replies with { Target = Plans.Number(target) }, field);

    [Theory]
    [InlineData("32999.99", null)]
    [InlineData("33000", null)]
    [InlineData("33000.01", "tiers[1].triggerAmount")]
    public void A_trigger_of_33_000_may_be_lowered(string trigger, string? field) => Edits.Holds(Plain, WithSuper(Plain, trigger), field);

    [Theory]
    [InlineData("25.5", null)]
    [InlineData("24.5", "tiers[0].triggerAmount")]
    public void A_trigger_of_25_minutes_may_be_raised(string trigger, string? field) =>
        Edits.Holds(Replies, WithSuper(Replies, trigger), field);

    [Theory]
    [InlineData("110", null)]
    [InlineData("110.01", "tiers[1].triggerPercent")]
    public void A_trigger_in_percent_is_compared_by_what_it_comes_to(string percent, string? field) =>
        Edits.Holds(
            Plain,
            Plain with
            {
                Tiers = [Plain.Tiers![0], Plain.Tiers[1] with { TriggerAmount = null, TriggerPercent = Plans.Number(percent) }],
            },
            field
        );

    [Fact]
    public void A_lower_target_pays_for_a_higher_percentage()
    {
        var lower = Plans.Revenue with { Target = 20_000, Tiers = [new(TierKind.Super, TriggerPercent: 165)] };

        Edits.Holds(Plans.Revenue with { Tiers = [new(TierKind.Super)] }, lower, null);
        Edits.Holds(Plans.Revenue with { Tiers = [new(TierKind.Super)] }, lower with { Target = 20_000.01m }, "tiers[0].triggerPercent");
    }

    [Fact]
    public void Nobodys_own_target_may_rise()
    {
        PlanWish Own(decimal ann) =>
            Members with
            {
                Target = 20_000,
                Targets = new Dictionary<string, decimal> { ["ann"] = ann },
                Tiers = [],
            };

        Edits.Holds(Own(15_000), Own(14_000), null);
        Edits.Holds(Own(15_000), Own(16_000), "targets.ann");
        Edits.Holds(Own(15_000), Own(15_000) with { Targets = null }, "targets.ann");
        Edits.Holds(Own(25_000), Own(25_000) with { Targets = null }, null);
    }

    [Fact]
    public void A_new_tier_and_new_rewards_may_come()
    {
        Edits.Holds(Plain, Plain with { Tiers = [.. Plain.Tiers!, new(TierKind.Mega)] }, null);
        Edits.Holds(Plain, Plain with { Tiers = [Plain.Tiers![0]] }, "tiers");
        Edits.Holds(Plain, WithRewards([.. Plain.Tiers![0].Rewards!, new(RewardKind.Badge, Badge: "hero")]), null);
    }

    [Theory]
    [InlineData(501, 99, null)]
    [InlineData(500, 100, null)]
    [InlineData(499, 100, "tiers[0].rewards[0]")]
    [InlineData(500, 101, "tiers[0].rewards[1]")]
    public void A_reward_may_be_worth_more_and_a_prize_cost_less(int coins, int price, string? field) =>
        Edits.Holds(Plain, WithRewards([new(RewardKind.Coins, coins), new(RewardKind.Prize, Name: "Lunch", Price: price)]), field);

    [Fact]
    public void Rewards_keep_their_places()
    {
        var (coins, prize) = (Plain.Tiers![0].Rewards![0], Plain.Tiers[0].Rewards![1]);

        Edits.Holds(Plain, WithRewards([coins]), "tiers[0].rewards");
        Edits.Holds(Plain, WithRewards([coins, prize with { Name = "Dinner" }]), "tiers[0].rewards[1]");
        Edits.Holds(Plain, WithRewards([prize, coins]), "tiers[0].rewards[0] tiers[0].rewards[1]");
    }

    [Fact]
    public void Names_and_labels_are_nobodys_loss() =>
        Edits.Holds(
            Plain,
            Plain with
            {
                Name = "Other",
                BoardGoal = true,
                Tiers = [Plain.Tiers![0] with { Label = "Good" }, Plain.Tiers[1]],
            },
            null
        );

    [Theory]
    [InlineData(null, Sharing.Each, "50", "50", null)]
    [InlineData(Sharing.Even, Sharing.Each, "50", "50", null)]
    [InlineData(Sharing.Even, Sharing.Even, "49.99", "49.99", null)]
    [InlineData(Sharing.Even, Sharing.Even, null, null, null)]
    [InlineData(Sharing.Even, Sharing.Proportional, "50", "50", "share")]
    [InlineData(null, Sharing.Even, "50", "50", "share")]
    [InlineData(Sharing.Even, Sharing.Even, "50.01", "50.01", "everyMemberPercent participationPercent")]
    public void A_collective_goal_may_only_ask_less_and_give_more(Sharing? now, Sharing then, string? each, string? part, string? fields) =>
        Edits.Holds(
            Team with
            {
                Share = now,
                EveryMemberPercent = 50,
                ParticipationPercent = 50,
            },
            Team with
            {
                Share = then,
                EveryMemberPercent = Plans.Maybe(each),
                ParticipationPercent = Plans.Maybe(part),
            },
            fields
        );

    [Fact]
    public void A_goal_may_be_unlocked_but_not_locked()
    {
        var locked = Plans.Revenue with { After = new("quotes", TierKind.Super) };

        Edits.Holds(locked, Plans.Revenue, null);
        Edits.Holds(Plans.Revenue, locked, "after.goal");
        Edits.Holds(locked, locked with { After = new("deals", TierKind.Super) }, "after.goal");
        Edits.Holds(locked, locked with { After = new("quotes", TierKind.Base) }, null);
        Edits.Holds(locked, locked with { After = new("quotes", TierKind.Mega) }, "after.tier");
        Edits.Holds(locked, locked with { CountFrom = CountFrom.PeriodStart }, null);
        Edits.Holds(locked with { CountFrom = CountFrom.PeriodStart }, locked, "countFrom");
    }

    [Fact]
    public void Metric_subject_and_period_never_change()
    {
        (PlanWish, string)[] edits =
        [
            (Plans.Revenue with { Metric = Metric.Points }, "metric"),
            (Plans.Revenue with { SubjectId = "bob" }, "subject.id"),
            (Plans.Revenue with { Subject = SubjectKind.Organisation, SubjectId = null }, "subject.kind"),
            (Plans.Revenue with { Period = new(PeriodKind.Week) }, "period.kind"),
            (Plans.Revenue with { Period = new(PeriodKind.Month, "2026-11") }, "period.key"),
        ];

        foreach (var (edit, field) in edits)
        foreach (var isRunning in (bool[])[false, true])
        {
            var refused = Assert.IsType<GoalEditAnswer.Refused>(Edits.Edit(Plans.Revenue, edit, isRunning));
            Assert.Equal([field], refused.Faults.Select(fault => fault.Field));
        }
    }

    [Fact]
    public void Before_its_first_period_anything_else_may_change() =>
        Assert.IsType<GoalEditAnswer.AtOnce>(Edits.Edit(Plain, Plans.Revenue with { Target = 90_000 }, isRunning: false));

    [Fact]
    public void A_goal_of_one_period_has_no_next_one_to_wait_for()
    {
        var once = Plans.Revenue with { Period = new(PeriodKind.Month, "2026-11") };

        var fault = Assert.Single(Assert.IsType<GoalEditAnswer.Refused>(Edits.Edit(once, once with { Target = 31_000 }, true)).Faults);

        Assert.Equal(
            "In a running period the target may only be lowered: 30,000 is asked now.",
            FormattableString.Invariant(fault.Message)
        );
        Assert.Equal("Keep to that, or archive this goal and make a new one.", FormattableString.Invariant(fault.Remedy));
    }

    [Fact]
    public void What_would_be_harder_waits_for_the_next_period_and_says_what_is_allowed()
    {
        var waits = Assert.IsType<GoalEditAnswer.NextPeriod>(Edits.Edit(Plain, WithSuper(Plain, "34000") with { Target = 31_000 }, true));

        Assert.Equal(
            [
                ("target", "In a running period the target may only be lowered: 30,000 is asked now."),
                ("tiers[1].triggerAmount", "In a running period the trigger of super may only be lowered: it is reached at 33,000 now."),
            ],
            waits.Reasons.Select(fault => (fault.Field, FormattableString.Invariant(fault.Message)))
        );
        Assert.All(
            waits.Reasons,
            fault =>
                Assert.Equal(
                    "Keep to that, let the edit hold from the next period, or archive this goal and make a new one.",
                    FormattableString.Invariant(fault.Remedy)
                )
        );
    }

    private static PlanWish WithSuper(PlanWish wish, string trigger) =>
        wish with
        {
            Tiers = [.. wish.Tiers!.SkipLast(1), wish.Tiers![^1] with { TriggerAmount = Plans.Number(trigger) }],
        };

    private static PlanWish WithRewards(IReadOnlyList<RewardWish> rewards) =>
        Plain with
        {
            Tiers = [Plain.Tiers![0] with { Rewards = rewards }, Plain.Tiers[1]],
        };
}
