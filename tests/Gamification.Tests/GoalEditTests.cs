using CsCheck;
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
    private static readonly BandWish[] Bands = [new(100, 110, 10), new(110, 130, 20)];

    [Theory]
    [InlineData("29999.99", null)]
    [InlineData("30000", null)]
    [InlineData("30000.01", "target")]
    public void A_target_of_30_000_may_be_lowered(string target, string? field) =>
        Holds(Plans.Revenue, Plans.Revenue with { Target = Number(target) }, field);

    [Theory]
    [InlineData("30.5", null)]
    [InlineData("30", null)]
    [InlineData("29.5", "target")]
    public void A_median_of_30_minutes_may_be_raised(string target, string? field) =>
        Holds(Replies, Replies with { Target = Number(target) }, field);

    [Theory]
    [InlineData("32999.99", null)]
    [InlineData("33000", null)]
    [InlineData("33000.01", "tiers[1].triggerAmount")]
    public void A_trigger_of_33_000_may_be_lowered(string trigger, string? field) => Holds(Plain, WithSuper(Plain, trigger), field);

    [Theory]
    [InlineData("25.5", null)]
    [InlineData("24.5", "tiers[0].triggerAmount")]
    public void A_trigger_of_25_minutes_may_be_raised(string trigger, string? field) => Holds(Replies, WithSuper(Replies, trigger), field);

    [Theory]
    [InlineData("110", null)]
    [InlineData("110.01", "tiers[1].triggerPercent")]
    public void A_trigger_in_percent_is_compared_by_what_it_comes_to(string percent, string? field) =>
        Holds(
            Plain,
            Plain with
            {
                Tiers = [Plain.Tiers![0], Plain.Tiers[1] with { TriggerAmount = null, TriggerPercent = Number(percent) }],
            },
            field
        );

    [Fact]
    public void A_lower_target_pays_for_a_higher_percentage()
    {
        var lower = Plans.Revenue with { Target = 20_000, Tiers = [new(TierKind.Super, TriggerPercent: 165)] };

        Holds(Plans.Revenue with { Tiers = [new(TierKind.Super)] }, lower, null);
        Holds(Plans.Revenue with { Tiers = [new(TierKind.Super)] }, lower with { Target = 20_000.01m }, "tiers[0].triggerPercent");
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

        Holds(Own(15_000), Own(14_000), null);
        Holds(Own(15_000), Own(16_000), "targets.ann");
        Holds(Own(15_000), Own(15_000) with { Targets = null }, "targets.ann");
        Holds(Own(25_000), Own(25_000) with { Targets = null }, null);
    }

    [Fact]
    public void A_new_tier_and_new_rewards_may_come()
    {
        Holds(Plain, Plain with { Tiers = [.. Plain.Tiers!, new(TierKind.Mega)] }, null);
        Holds(Plain, Plain with { Tiers = [Plain.Tiers![0]] }, "tiers");
        Holds(Plain, WithRewards([.. Plain.Tiers![0].Rewards!, new(RewardKind.Badge, Badge: "hero")]), null);
    }

    [Theory]
    [InlineData(501, 99, null)]
    [InlineData(500, 100, null)]
    [InlineData(499, 100, "tiers[0].rewards[0]")]
    [InlineData(500, 101, "tiers[0].rewards[1]")]
    public void A_reward_may_be_worth_more_and_a_prize_cost_less(int coins, int price, string? field) =>
        Holds(Plain, WithRewards([new(RewardKind.Coins, coins), new(RewardKind.Prize, Name: "Lunch", Price: price)]), field);

    [Fact]
    public void Rewards_keep_their_places()
    {
        var (coins, prize) = (Plain.Tiers![0].Rewards![0], Plain.Tiers[0].Rewards![1]);

        Holds(Plain, WithRewards([coins]), "tiers[0].rewards");
        Holds(Plain, WithRewards([coins, prize with { Name = "Dinner" }]), "tiers[0].rewards[1]");
        Holds(Plain, WithRewards([prize, coins]), "tiers[0].rewards[0] tiers[0].rewards[1]");
    }

    [Fact]
    public void Names_and_labels_are_nobodys_loss() =>
        Holds(
            Plain,
            Plain with
            {
                Name = "Other",
                BoardGoal = true,
                Tiers = [Plain.Tiers![0] with { Label = "Good" }, Plain.Tiers[1]],
            },
            null
        );

    public static TheoryData<AcceleratorWish?, AcceleratorWish?, string?> Accelerators
    {
        get
        {
            var marginal = new AcceleratorWish(AcceleratorKind.Marginal, AcceleratorUnit.Coins, Bands, Cap: 100);
            var whole = new AcceleratorWish(AcceleratorKind.Retroactive, AcceleratorUnit.Coins, Bands, Per: 100);
            var steps = new AcceleratorWish(AcceleratorKind.Step, AcceleratorUnit.Coins, From: 110, Size: 5, Amount: 25, MaxSteps: 4);
            var twice = new AcceleratorWish(AcceleratorKind.Multiplier, Bands: [new(100, 130, 2)]);
            return new()
            {
                { null, marginal, null },
                { marginal, null, "accelerator" },
                { marginal, steps, "accelerator" },
                { marginal, marginal, null },
                { marginal, marginal with { Unit = AcceleratorUnit.Points }, "accelerator.unit" },
                { marginal, marginal with { Cap = 101 }, null },
                { marginal, marginal with { Cap = 99 }, "accelerator.cap" },
                { marginal, marginal with { Cap = null }, null },
                { marginal with { Cap = null }, marginal, "accelerator.cap" },
                { marginal, marginal with { Gate = new(Metric.Quotes, 5) }, "accelerator.gate" },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal, null },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal with { Gate = new(Metric.Quotes, 4) }, null },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal with { Gate = new(Metric.Quotes, 6) }, "accelerator.gate" },
                { marginal with { Gate = new(Metric.Quotes, 5) }, marginal with { Gate = new(Metric.Deals, 4) }, "accelerator.gate" },
                { marginal, marginal with { Bands = [new(100, 110, 11), new(110, 130, 20)] }, null },
                { marginal, marginal with { Bands = [new(100, 110, 10), new(110, 130, 19.9m)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(100, 109, 10), new(109, 130, 20)] }, null },
                { marginal, marginal with { Bands = [new(100, 111, 10), new(111, 130, 20)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(101, 110, 10), new(110, 130, 20)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(100, 110, 10), new(110, 129, 20)] }, "accelerator.bands" },
                { marginal, marginal with { Bands = [new(100, 110, 10), new(110, null, 20)] }, null },
                { whole, whole with { Per = 99 }, null },
                { whole, whole with { Per = 101 }, "accelerator.per" },
                { steps, steps with { From = 109, Size = 4, Amount = 26, MaxSteps = 5 }, null },
                { steps, steps with { MaxSteps = null }, null },
                { steps, steps with { From = 111 }, "accelerator.from" },
                { steps, steps with { Size = 6 }, "accelerator.size" },
                { steps, steps with { Amount = 24 }, "accelerator.amount" },
                { steps, steps with { MaxSteps = 3 }, "accelerator.maxSteps" },
                { steps with { MaxSteps = null }, steps, "accelerator.maxSteps" },
                { twice, twice with { Bands = [new(100, 130, 2.5m)] }, null },
                { twice, twice with { Bands = [new(100, 130, 1.5m)] }, "accelerator.bands" },
                { twice, twice with { Bands = [new(100, 120, 2)] }, "accelerator.bands" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Accelerators))]
    public void An_accelerator_may_only_pay_more(AcceleratorWish? before, AcceleratorWish? after, string? field) =>
        Holds(Plans.Revenue with { Accelerator = before }, Plans.Revenue with { Accelerator = after }, field);

    [Theory]
    [InlineData(AcceleratorKind.Marginal, null)]
    [InlineData(AcceleratorKind.Retroactive, "accelerator.bands")]
    [InlineData(AcceleratorKind.Multiplier, "accelerator.bands")]
    public void A_lower_target_may_not_bring_the_end_of_the_bands_nearer(AcceleratorKind kind, string? field)
    {
        var wish = Plans.Revenue with
        {
            Accelerator = new(kind, AcceleratorUnit.Points, [new(100, 130, 2)], Per: kind is AcceleratorKind.Retroactive ? 100 : null),
        };

        Holds(wish, wish with { Target = 25_000 }, field);
    }

    [Theory]
    [InlineData(null, Sharing.Each, "50", "50", null)]
    [InlineData(Sharing.Even, Sharing.Each, "50", "50", null)]
    [InlineData(Sharing.Even, Sharing.Even, "49.99", "49.99", null)]
    [InlineData(Sharing.Even, Sharing.Even, null, null, null)]
    [InlineData(Sharing.Even, Sharing.Proportional, "50", "50", "share")]
    [InlineData(null, Sharing.Even, "50", "50", "share")]
    [InlineData(Sharing.Even, Sharing.Even, "50.01", "50.01", "everyMemberPercent participationPercent")]
    public void A_collective_goal_may_only_ask_less_and_give_more(Sharing? now, Sharing then, string? each, string? part, string? fields) =>
        Holds(
            Team with
            {
                Share = now,
                EveryMemberPercent = 50,
                ParticipationPercent = 50,
            },
            Team with
            {
                Share = then,
                EveryMemberPercent = each is null ? null : Number(each),
                ParticipationPercent = part is null ? null : Number(part),
            },
            fields
        );

    [Fact]
    public void A_goal_may_be_unlocked_but_not_locked()
    {
        var locked = Plans.Revenue with { After = new("quotes", TierKind.Super) };

        Holds(locked, Plans.Revenue, null);
        Holds(Plans.Revenue, locked, "after.goal");
        Holds(locked, locked with { After = new("deals", TierKind.Super) }, "after.goal");
        Holds(locked, locked with { After = new("quotes", TierKind.Base) }, null);
        Holds(locked, locked with { After = new("quotes", TierKind.Mega) }, "after.tier");
        Holds(locked, locked with { CountFrom = CountFrom.PeriodStart }, null);
        Holds(locked with { CountFrom = CountFrom.PeriodStart }, locked, "countFrom");
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
            var refused = Assert.IsType<GoalEditAnswer.Refused>(Edit(Plans.Revenue, edit, isRunning));
            Assert.Equal([field], refused.Faults.Select(fault => fault.Field));
        }
    }

    [Fact]
    public void Before_its_first_period_anything_else_may_change() =>
        Assert.IsType<GoalEditAnswer.AtOnce>(Edit(Plain, Plans.Revenue with { Target = 90_000 }, isRunning: false));

    [Fact]
    public void A_goal_of_one_period_has_no_next_one_to_wait_for()
    {
        var once = Plans.Revenue with { Period = new(PeriodKind.Month, "2026-11") };

        var fault = Assert.Single(Assert.IsType<GoalEditAnswer.Refused>(Edit(once, once with { Target = 31_000 }, true)).Faults);

        Assert.Equal("In a running period the target may only be lowered: 30,000 is asked now.", fault.Message);
        Assert.Equal("Keep to that, or archive this goal and make a new one.", fault.Remedy);
    }

    [Fact]
    public void What_would_be_harder_waits_for_the_next_period_and_says_what_is_allowed()
    {
        var waits = Assert.IsType<GoalEditAnswer.NextPeriod>(Edit(Plain, WithSuper(Plain, "34000") with { Target = 31_000 }, true));

        Assert.Equal(
            [
                ("target", "In a running period the target may only be lowered: 30,000 is asked now."),
                ("tiers[1].triggerAmount", "In a running period the trigger of super may only be lowered: it is reached at 33,000 now."),
            ],
            waits.Reasons.Select(fault => (fault.Field, fault.Message))
        );
        Assert.All(
            waits.Reasons,
            fault =>
                Assert.Equal("Keep to that, let the edit hold from the next period, or archive this goal and make a new one.", fault.Remedy)
        );
    }

    [Fact]
    public void An_accelerator_edited_at_once_pays_nobody_less() =>
        Gen.Select(Plans.Accelerators, Plans.Accelerators, Gen.Long[1, 100_000], Gen.Long[1, 100_000], Gen.Long[0, 300_000])
            .SelectMany(draw => Gen.Select(Gen.Const(draw), Gen.Bool))
            .Sample(
                (draw, isSame) =>
                {
                    var (one, other, target, lower, actual) = draw;
                    var (now, then) = (With(one, Math.Max(target, lower)), With(isSame ? one : other, Math.Min(target, lower)));
                    return GoalEdit.Of(now, then, true, Company.Organisation) is not GoalEditAnswer.AtOnce
                        || Pays(now, actual) <= Pays(then, actual);
                },
                iter: 5_000,
                threads: 1
            );

    private static PlanTerms With(Accelerator accelerator, long target)
    {
        var terms = Plans.Terms(Plans.Revenue);
        return terms with { Target = target, Plan = terms.Plan with { Accelerator = accelerator } };
    }

    private static long Pays(PlanTerms terms, long actual) => AcceleratorTotal.Of(terms.Plan.Accelerator!, actual, terms.Target, true);

    private static PlanWish WithSuper(PlanWish wish, string trigger) =>
        wish with
        {
            Tiers = [.. wish.Tiers!.SkipLast(1), wish.Tiers![^1] with { TriggerAmount = Number(trigger) }],
        };

    private static PlanWish WithRewards(IReadOnlyList<RewardWish> rewards) =>
        Plain with
        {
            Tiers = [Plain.Tiers![0] with { Rewards = rewards }, Plain.Tiers[1]],
        };

    /// <param name="fields">Null: at once; else from the next period, because of these.</param>
    private static void Holds(PlanWish before, PlanWish after, string? fields) =>
        Assert.Equal(
            fields?.Split(' ') ?? [],
            Edit(before, after, isRunning: true) is GoalEditAnswer.NextPeriod(var reasons) ? reasons.Select(fault => fault.Field) : []
        );

    private static GoalEditAnswer Edit(PlanWish before, PlanWish after, bool isRunning) =>
        GoalEdit.Of(Plans.Terms(before), Plans.Terms(after), isRunning, Company.Organisation, after.Tiers ?? []);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
