using CsCheck;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>SPEC 9 and 15: what a manager may ask and promise; each refusal at the field as it is named on the wire.</summary>
public sealed class PlanCheckTests
{
    private static readonly PlanWish Revenue = Plans.Revenue;
    private static readonly PlanWish Team = Revenue with { Subject = SubjectKind.Team, SubjectId = "north" };
    private static readonly PlanWish Members = Revenue with { Subject = SubjectKind.Members, SubjectId = "north" };
    private static readonly PlanWish Replies = Revenue with { Metric = Metric.ResponseTime, Target = 30 };
    private static readonly AcceleratorWish Marginal = new(
        AcceleratorKind.Marginal,
        AcceleratorUnit.Coins,
        [new(100, 110, 10), new(110, 130, 20)]
    );
    private static readonly AcceleratorWish Steps = new(AcceleratorKind.Step, AcceleratorUnit.Points, From: 100, Size: 5, Amount: 25);

    [Fact]
    public void The_least_a_manager_says_makes_a_goal_with_a_base_at_100_percent()
    {
        var terms = Plans.Terms(new("Revenue", SubjectKind.Organisation, null, Metric.Revenue, 30_000.50m, new(PeriodKind.Month)));

        Assert.Equal(
            (SubjectId.Organisation, Metric.Revenue, PeriodKind.Month, (PeriodKey?)null, 30_000_50L),
            (terms.Subject, terms.Metric, terms.Kind, terms.Only, terms.Target)
        );
        Assert.Equal((TierKind.Base, new TierTrigger.Percent(100_00)), (terms.Plan.Tiers.Single().Kind, terms.Plan.Tiers.Single().Trigger));
        Assert.Equal(Collective.Default, terms.Plan.Collective);
        Assert.Null(terms.Plan.Accelerator);
        Assert.Null(terms.Plan.After);
    }

    [Fact]
    public void Everything_a_manager_can_say_is_kept_in_whole_units()
    {
        var terms = Plans.Terms(
            Members with
            {
                Name = " Ride to 30 ",
                BoardGoal = true,
                Targets = new Dictionary<string, decimal> { ["ann"] = 20_000 },
                Period = new(PeriodKind.Custom, First: new LocalDate(2026, 11, 25), Last: new LocalDate(2026, 11, 30)),
                Tiers =
                [
                    new(TierKind.Mega, "Moon", TriggerPercent: 130.25m, Rewards: [new(RewardKind.Prize, Name: "Lunch", Price: 500)]),
                    new(TierKind.Base, Rewards: [new(RewardKind.Coins, 500), new(RewardKind.Points, 100)]),
                    new(TierKind.Super, TriggerPercent: null, Rewards: [new(RewardKind.Badge, Badge: "hero")]),
                ],
                Accelerator = Marginal with { Cap = 1_000, Gate = new(Metric.Quotes, 20) },
                After = new("quotes", TierKind.Base),
                CountFrom = CountFrom.PeriodStart,
            }
        );

        Assert.Equal("Ride to 30", terms.Plan.Name);
        Assert.Equal("c:2026-11-25..2026-11-30", terms.Only?.Value);
        Assert.Equal((20_000_00, 30_000_00), (terms.TargetOf(new("ann")), terms.TargetOf(new("bob"))));
        Assert.Equal(
            [(TierKind.Base, 100_00), (TierKind.Super, 110_00), (TierKind.Mega, 130_25L)],
            terms.Plan.Tiers.Select(tier => (tier.Kind, ((TierTrigger.Percent)tier.Trigger).BasisPoints))
        );
        Assert.Equal([new Reward.Coins(500), new Reward.Points(100)], terms.Plan.Tiers[0].Rewards);
        Assert.Equal([new Reward.Badge("hero")], terms.Plan.Tiers[1].Rewards);
        Assert.Equal([new Reward.Prize("Lunch", 500)], terms.Plan.Tiers[2].Rewards);
        var accelerator = Assert.IsType<Accelerator.Marginal>(terms.Plan.Accelerator);
        Assert.Equal([new Band(100_00, 110_00, 10), new(110_00, 130_00, 20)], accelerator.Bands);
        Assert.Equal((1_000L, new Gate(Metric.Quotes, 20)), (accelerator.Cap, accelerator.Gate));
        Assert.Equal(new Predecessor(new("quotes"), TierKind.Base, CountFrom.PeriodStart), terms.Plan.After);
    }

    [Fact]
    public void An_empty_wish_is_told_all_that_is_missing_at_once() =>
        Assert.Equal(["name", "subject.kind", "metric", "period.kind"], Fields(new(null, null, null, null, null, null)));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var wish = Revenue with
        {
            Name = " ",
            SubjectId = "nobody",
            Target = 0,
            Period = new(PeriodKind.Day),
            Share = Sharing.Even,
            CountFrom = CountFrom.Unlock,
            Tiers = [new(TierKind.Base, TriggerPercent: 100.001m, Rewards: [new(RewardKind.Coins, -5), new(RewardKind.Prize)])],
            Accelerator = new(AcceleratorKind.Marginal, Bands: [new(90, 110, -1)], Gate: new(Metric.Revenue, 0)),
        };

        Assert.Equal(
            [
                "name",
                "subject.id",
                "period.kind",
                "target",
                "tiers[0].rewards[0].amount",
                "tiers[0].rewards[1].name",
                "tiers[0].triggerPercent",
                "accelerator.unit",
                "accelerator.gate.metric",
                "accelerator.gate.atLeast",
                "accelerator.bands[0].from",
                "accelerator.bands[0].rate",
                "accelerator.bands",
                "share",
                "countFrom",
            ],
            Fields(wish)
        );
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("line\nbreak", "name")]
    [InlineData("Ride", null)]
    public void A_name_is_visible(string name, string? field) => Refused(Revenue with { Name = name }, field);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "name")]
    public void A_name_has_at_most_200_characters(int length, string? field) => Refused(Revenue with { Name = new('x', length) }, field);

    [Theory]
    [InlineData(SubjectKind.Person, "ann", null)]
    [InlineData(SubjectKind.Person, "north", "subject.id")]
    [InlineData(SubjectKind.Person, null, "subject.id")]
    [InlineData(SubjectKind.Members, "north", null)]
    [InlineData(SubjectKind.Members, "ann", "subject.id")]
    [InlineData(SubjectKind.Team, "north", null)]
    [InlineData(SubjectKind.Team, "south", "subject.id")]
    [InlineData(SubjectKind.Organisation, null, null)]
    [InlineData(SubjectKind.Organisation, "north", "subject.id")]
    public void A_subject_is_there(SubjectKind kind, string? id, string? field) =>
        Refused(Revenue with { Subject = kind, SubjectId = id }, field);

    [Theory]
    [InlineData(PeriodKind.Week, null, null)]
    [InlineData(PeriodKind.Week, "2026-W47", null)]
    [InlineData(PeriodKind.Week, "2026-W54", "period.key")]
    [InlineData(PeriodKind.Week, "2026-11", "period.key")]
    [InlineData(PeriodKind.Month, "2026-11", null)]
    [InlineData(PeriodKind.Month, "2026-13", "period.key")]
    [InlineData(PeriodKind.Quarter, "2026-Q4", null)]
    [InlineData(PeriodKind.Quarter, "2026-Q5", "period.key")]
    [InlineData(PeriodKind.Custom, "c:2026-11-25..2026-11-30", null)]
    [InlineData(PeriodKind.Custom, "2026-11", "period.key")]
    [InlineData(PeriodKind.Day, null, "period.kind")]
    [InlineData(PeriodKind.All, null, "period.kind")]
    public void A_period_recurs_or_is_named(PeriodKind kind, string? key, string? field) =>
        Refused(Revenue with { Period = new(kind, key) }, field);

    [Theory]
    [InlineData("2026-11-25", "2026-11-25", null)]
    [InlineData("2026-11-25", "2026-11-24", "period.last")]
    [InlineData("2026-11-25", null, "period.last")]
    [InlineData(null, "2026-11-25", "period.first")]
    [InlineData("2026-01-01", "2027-01-01", null)]
    [InlineData("2026-01-01", "2027-01-02", "period.last")]
    [InlineData("9999-12-30", "9999-12-31", "period.first")]
    [InlineData("0001-01-01", "0001-01-02", "period.first")]
    public void A_custom_range_has_two_days_and_at_most_366(string? first, string? last, string? field) =>
        Refused(Revenue with { Period = new(PeriodKind.Custom, First: Day(first), Last: Day(last)) }, field);

    [Theory]
    [InlineData("c:2026-11-25..2026-11-30", "2026-11-25", null, "period.key period.last")]
    [InlineData(null, null, null, "period.first period.last")]
    public void A_custom_range_has_its_key_or_its_days(string? key, string? first, string? last, string fields) =>
        Assert.Equal(fields.Split(' '), Fields(Revenue with { Period = new(PeriodKind.Custom, key, Day(first), Day(last)) }));

    [Fact]
    public void Only_a_custom_range_has_days() =>
        Refused(Revenue with { Period = new(PeriodKind.Month, First: new LocalDate(2026, 11, 1)) }, "period.first");

    [Theory]
    [InlineData(Metric.Quotes, "10000", SubjectKind.Person, "ann", null)]
    [InlineData(Metric.Quotes, "10001", SubjectKind.Person, "ann", "target")]
    [InlineData(Metric.Quotes, "10000000", SubjectKind.Team, "north", null)]
    [InlineData(Metric.Quotes, "10000001", SubjectKind.Team, "north", "target")]
    [InlineData(Metric.Quotes, "0.5", SubjectKind.Person, "ann", "target")]
    [InlineData(Metric.Deals, "-1", SubjectKind.Person, "ann", "target")]
    [InlineData(Metric.Revenue, "0.01", SubjectKind.Person, "ann", null)]
    [InlineData(Metric.Revenue, "0.001", SubjectKind.Person, "ann", "target")]
    [InlineData(Metric.Revenue, "79228162514264337593543950335", SubjectKind.Person, "ann", "target")]
    [InlineData(Metric.ResponseTime, "7.5", SubjectKind.Person, "ann", null)]
    [InlineData(Metric.ActiveDays, "31", SubjectKind.Person, "ann", null)]
    [InlineData(Metric.ActiveDays, "32", SubjectKind.Person, "ann", "target")]
    [InlineData(Metric.ActiveDays, "300", SubjectKind.Team, "north", null)]
    [InlineData(Metric.Points, "10000000", SubjectKind.Person, "ann", null)]
    public void A_target_fits_its_metric(Metric metric, string target, SubjectKind kind, string id, string? field) =>
        Refused(Revenue with { Metric = metric, Target = Number(target), Subject = kind, SubjectId = id }, field);

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, "target")]
    public void Active_days_end_at_the_days_of_the_period(int target, string? field) =>
        Refused(
            Revenue with
            {
                Metric = Metric.ActiveDays,
                Target = target,
                Period = new(PeriodKind.Custom, "c:2026-11-25..2026-11-30"),
            },
            field
        );

    [Fact]
    public void People_with_a_target_of_their_own_are_known_and_not_alone()
    {
        var own = new Dictionary<string, decimal>
        {
            ["ann"] = 5,
            ["bob"] = 0,
            ["nobody"] = 5,
        };

        Assert.Equal(["targets.bob", "targets.nobody"], Fields(Members with { Targets = own }));
        Refused(Revenue with { Targets = new Dictionary<string, decimal> { ["ann"] = 5 } }, "targets");
    }

    [Theory]
    [InlineData("110", "130", null)]
    [InlineData("100", "130", "tiers[1].triggerPercent")]
    [InlineData("99.99", "130", "tiers[1].triggerPercent")]
    [InlineData("100.01", "100.02", null)]
    [InlineData("110", "110", "tiers[2].triggerPercent")]
    [InlineData("110", "109.99", "tiers[2].triggerPercent")]
    [InlineData("112.555", "130", "tiers[1].triggerPercent")]
    [InlineData("110", "10000", null)]
    [InlineData("110", "10000.01", "tiers[2].triggerPercent")]
    [InlineData("0", "130", "tiers[1].triggerPercent")]
    public void Triggers_rise_strictly_above_a_base_of_100_percent(string super, string mega, string? field) =>
        Refused(
            Revenue with
            {
                Tiers =
                [
                    new(TierKind.Base),
                    new(TierKind.Super, TriggerPercent: Number(super)),
                    new(TierKind.Mega, TriggerPercent: Number(mega)),
                ],
            },
            field
        );

    [Theory]
    [InlineData("30000.01", null)]
    [InlineData("30000", "tiers[0].triggerAmount")]
    [InlineData("29999.99", "tiers[0].triggerAmount")]
    [InlineData("33000.001", "tiers[0].triggerAmount")]
    public void A_trigger_by_amount_lies_above_the_target_of_30_000(string amount, string? field) =>
        Refused(Revenue with { Tiers = [new(TierKind.Super, TriggerAmount: Number(amount))] }, field);

    [Theory]
    [InlineData("29.98", "tiers[0].triggerAmount")]
    [InlineData("29.5", null)]
    [InlineData("30", "tiers[0].triggerAmount")]
    [InlineData("45", "tiers[0].triggerAmount")]
    public void A_quicker_median_than_30_minutes_is_the_harder_one(string minutes, string? field) =>
        Refused(Replies with { Tiers = [new(TierKind.Super, TriggerAmount: Number(minutes))] }, field);

    [Theory]
    [InlineData("999", null)]
    [InlineData("999.01", "tiers[0].triggerPercent")]
    public void A_median_is_never_more_than_999_percent(string percent, string? field) =>
        Refused(Replies with { Tiers = [new(TierKind.Super, TriggerPercent: Number(percent))] }, field);

    [Fact]
    public void Triggers_rise_for_a_person_with_a_target_of_their_own_too()
    {
        PlanWish With(decimal own) =>
            Members with
            {
                Targets = new Dictionary<string, decimal> { ["ann"] = own },
                Tiers = [new(TierKind.Super, TriggerAmount: 35_000)],
            };

        Refused(With(34_999.99m), null);
        Refused(With(35_000), "tiers[0].triggerAmount");
    }

    [Fact]
    public void Each_kind_of_tier_is_there_once_and_mega_only_with_super()
    {
        Refused(Revenue with { Tiers = [new(TierKind.Mega)] }, "tiers[0].kind");
        Refused(Revenue with { Tiers = [new(TierKind.Super), new(TierKind.Super, TriggerPercent: 120)] }, "tiers[1].kind");
        Refused(Revenue with { Tiers = [new(Kind: null)] }, "tiers[0].kind");
        Refused(Revenue with { Tiers = [new(TierKind.Super, TriggerPercent: 110, TriggerAmount: 5)] }, "tiers[0].triggerAmount");
        Refused(Revenue with { Tiers = [new(TierKind.Base, Label: new('x', 61))] }, "tiers[0].label");
    }

    [Fact]
    public void A_base_below_100_percent_may_be_wanted() =>
        Refused(Revenue with { Tiers = [new(TierKind.Base, TriggerPercent: 80), new(TierKind.Super, TriggerPercent: 100)] }, null);

    public static TheoryData<RewardWish, SubjectKind, string?> Rewards =>
        new()
        {
            { new(RewardKind.Points, 1), SubjectKind.Members, null },
            { new(RewardKind.Points, 0), SubjectKind.Members, "amount" },
            { new(RewardKind.Points, 1.5m), SubjectKind.Members, "amount" },
            { new(RewardKind.Points), SubjectKind.Members, "amount" },
            { new(RewardKind.Coins, 1_000_000_000), SubjectKind.Members, null },
            { new(RewardKind.Coins, 1_000_000_001), SubjectKind.Members, "amount" },
            { new(RewardKind.Coins, 5, Name: "five"), SubjectKind.Members, "name" },
            { new(RewardKind.Coins, 5, Price: 5), SubjectKind.Members, "price" },
            { new(RewardKind.Badge, Badge: "hero"), SubjectKind.Team, null },
            { new(RewardKind.Badge, Badge: "closer"), SubjectKind.Team, "badge" },
            { new(RewardKind.Badge), SubjectKind.Team, "badge" },
            { new(RewardKind.Badge, 5, "hero"), SubjectKind.Team, "amount" },
            { new(RewardKind.Prize, Name: "Lunch"), SubjectKind.Members, null },
            { new(RewardKind.Prize, Name: "  "), SubjectKind.Members, "name" },
            { new(RewardKind.Prize, Name: "Lunch", Price: 0), SubjectKind.Members, "price" },
            { new(RewardKind.Prize, Name: "Lunch", OnceForTeam: true), SubjectKind.Members, "onceForTeam" },
            { new(RewardKind.Prize, Name: "Lunch", OnceForTeam: true), SubjectKind.Team, null },
            { new(Kind: null), SubjectKind.Members, "kind" },
        };

    [Theory]
    [MemberData(nameof(Rewards))]
    public void A_reward_has_what_its_kind_needs_and_nothing_else(RewardWish reward, SubjectKind subject, string? member) =>
        Refused(
            Members with
            {
                Subject = subject,
                Tiers = [new(TierKind.Base, Rewards: [reward])],
            },
            member is null ? null : $"tiers[0].rewards[0].{member}"
        );

    [Fact]
    public void A_tier_has_at_most_ten_rewards_and_a_goal_each_badge_once()
    {
        var coin = new RewardWish(RewardKind.Coins, 1);
        var hero = new RewardWish(RewardKind.Badge, Badge: "hero");

        Refused(Revenue with { Tiers = [new(TierKind.Base, Rewards: [.. Enumerable.Repeat(coin, 10)])] }, null);
        Refused(Revenue with { Tiers = [new(TierKind.Base, Rewards: [.. Enumerable.Repeat(coin, 11)])] }, "tiers[0].rewards");
        Refused(
            Revenue with
            {
                Tiers = [new(TierKind.Base, Rewards: [hero]), new(TierKind.Super, Rewards: [coin, hero])],
            },
            "tiers[1].rewards[1].badge"
        );
    }

    [Fact]
    public void An_accelerator_is_for_one_person_and_never_by_response_time()
    {
        Refused(Revenue with { Accelerator = Marginal }, null);
        Refused(Members with { Accelerator = Marginal }, null);
        Refused(Team with { Accelerator = Marginal }, "accelerator");
        Refused(Revenue with { Subject = SubjectKind.Organisation, SubjectId = null, Accelerator = Marginal }, "accelerator");
        Refused(Replies with { Accelerator = Marginal }, "accelerator");
    }

    [Theory]
    [InlineData(Metric.Revenue, null, null)]
    [InlineData(Metric.Revenue, AcceleratorUnit.Points, null)]
    [InlineData(Metric.Revenue, AcceleratorUnit.Coins, "accelerator.unit")]
    [InlineData(Metric.Points, null, "accelerator.kind")]
    public void A_multiplier_pays_points_and_not_on_a_goal_by_points(Metric metric, AcceleratorUnit? unit, string? field) =>
        Refused(Revenue with { Metric = metric, Accelerator = new(AcceleratorKind.Multiplier, unit, [new(100, 130, 1.5m)]) }, field);

    public static TheoryData<BandWish[], string?> Bands =>
        new()
        {
            { [new(100, 110, 10), new(110, 130, 20)], null },
            { [new(100, 110, 10), new(110, 130, 0)], null },
            { [new(112.55m, 120.01m, 0.0001m)], null },
            { [], "bands" },
            { [new(99.99m, 110, 10)], "bands[0].from" },
            { [new(null, 110, 10)], "bands[0].from" },
            { [new(100.001m, 110, 10)], "bands[0].from" },
            { [new(110, 110, 10)], "bands[0].to" },
            { [new(120, 110, 10)], "bands[0].to" },
            { [new(100, 110, 10), new(110.01m, 130, 20)], "bands[1].from" },
            { [new(100, 110, 10), new(109.99m, 130, 20)], "bands[1].from" },
            { [new(100, null, 10), new(110, 130, 20)], "bands[0].to" },
            { [new(100, null, 10)], "bands[0].to" },
            { [new(100, 110, -0.01m)], "bands[0].rate bands" },
            { [new(100, 110, 0)], "bands" },
            { [new(100, 110, null), new(110, 120, 1)], "bands[0].rate" },
            { [new(100, 110, 0.00001m), new(110, 120, 1)], "bands[0].rate" },
            { [new(100, 110, 1_000_001), new(110, 120, 1)], "bands[0].rate" },
        };

    [Theory]
    [MemberData(nameof(Bands))]
    public void Bands_follow_each_other_from_100_percent_on(BandWish[] bands, string? members) =>
        Assert.Equal(
            (members?.Split(' ') ?? []).Select(member => $"accelerator.{member}").Order(),
            Fields(Revenue with { Accelerator = Marginal with { Bands = bands } }).Order()
        );

    [Theory]
    [InlineData(null, false, "accelerator.bands[1].to")]
    [InlineData(500, false, null)]
    [InlineData(null, true, null)]
    [InlineData(500, true, "accelerator.noCap")]
    [InlineData(0, false, "accelerator.cap")]
    public void The_last_band_is_open_only_with_a_cap_or_when_none_is_wanted(int? cap, bool noCap, string? field) =>
        Refused(
            Revenue with
            {
                Accelerator = Marginal with { Bands = [new(100, 110, 10), new(110, null, 5)], Cap = cap, NoCap = noCap },
            },
            field
        );

    [Theory]
    [InlineData(AcceleratorKind.Marginal, "2", null)]
    [InlineData(AcceleratorKind.Retroactive, "2", "accelerator.bands[1].rate")]
    [InlineData(AcceleratorKind.Retroactive, "3", null)]
    [InlineData(AcceleratorKind.Multiplier, "2", null)]
    [InlineData(AcceleratorKind.Multiplier, "0.99", "accelerator.bands[1].rate")]
    [InlineData(AcceleratorKind.Multiplier, "101", "accelerator.bands[1].rate")]
    public void A_rate_falls_from_3_only_where_selling_more_never_pays_less(AcceleratorKind kind, string rate, string? field) =>
        Refused(
            Revenue with
            {
                Accelerator = new(
                    kind,
                    AcceleratorUnit.Points,
                    [new(100, 110, 3), new(110, 120, Number(rate))],
                    Per: kind is AcceleratorKind.Retroactive ? 100 : null
                ),
            },
            field
        );

    [Theory]
    [InlineData("100", "5", "25", "4", null)]
    [InlineData(null, "0.01", "1", null, null)]
    [InlineData("99.99", "5", "25", "4", "accelerator.from")]
    [InlineData("100", "0", "25", "4", "accelerator.size")]
    [InlineData("100", null, "25", "4", "accelerator.size")]
    [InlineData("100", "5", "0", "4", "accelerator.amount")]
    [InlineData("100", "5", null, "4", "accelerator.amount")]
    [InlineData("100", "5", "25", "0", "accelerator.maxSteps")]
    [InlineData("100", "5", "25", "1.5", "accelerator.maxSteps")]
    public void Steps_begin_at_100_percent_or_later_and_have_a_size(
        string? from,
        string? size,
        string? amount,
        string? most,
        string? field
    ) =>
        Refused(
            Revenue with
            {
                Accelerator = Steps with { From = Maybe(from), Size = Maybe(size), Amount = Maybe(amount), MaxSteps = Maybe(most) },
            },
            field
        );

    [Fact]
    public void Each_kind_of_accelerator_has_its_own_numbers()
    {
        Assert.Equal(
            ["accelerator.per", "accelerator.from", "accelerator.size", "accelerator.amount", "accelerator.maxSteps"],
            Fields(Revenue with { Accelerator = Marginal with { Per = 1, From = 100, Size = 1, Amount = 1, MaxSteps = 1 } })
        );
        Refused(Revenue with { Accelerator = Steps with { Bands = Marginal.Bands } }, "accelerator.bands");
        Refused(Revenue with { Accelerator = Marginal with { Kind = AcceleratorKind.Retroactive } }, "accelerator.per");
        Refused(Revenue with { Accelerator = Marginal with { Kind = AcceleratorKind.Retroactive, Per = 0.001m } }, "accelerator.per");
        Refused(Revenue with { Accelerator = Marginal with { Unit = null } }, "accelerator.unit");
    }

    [Theory]
    [InlineData(Metric.Quotes, "20", null)]
    [InlineData(Metric.Quotes, "0.5", "accelerator.gate.atLeast")]
    [InlineData(Metric.Quotes, null, "accelerator.gate.atLeast")]
    [InlineData(Metric.Revenue, "20", "accelerator.gate.metric")]
    [InlineData(Metric.ResponseTime, "20", "accelerator.gate.metric")]
    [InlineData(null, "20", "accelerator.gate.metric")]
    public void A_gate_is_another_metric_that_adds_up(Metric? metric, string? atLeast, string? field) =>
        Refused(Revenue with { Accelerator = Marginal with { Gate = new(metric, Maybe(atLeast)) } }, field);

    [Theory]
    [InlineData(SubjectKind.Team, Metric.Deals, null, "")]
    [InlineData(SubjectKind.Team, Metric.Deals, "100.01", "participationPercent")]
    [InlineData(SubjectKind.Team, Metric.Deals, "100", "")]
    [InlineData(SubjectKind.Team, Metric.Deals, "0", "everyMemberPercent participationPercent")]
    [InlineData(SubjectKind.Members, Metric.Deals, "50", "everyMemberPercent participationPercent")]
    [InlineData(SubjectKind.Team, Metric.ResponseTime, "50", "everyMemberPercent participationPercent")]
    public void Only_a_collective_goal_asks_something_of_every_member(SubjectKind kind, Metric metric, string? percent, string fields) =>
        Assert.Equal(
            fields.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Fields(
                Team with
                {
                    Subject = kind,
                    Metric = metric,
                    Target = 30,
                    EveryMemberPercent = Maybe(percent),
                    ParticipationPercent = Maybe(percent),
                }
            )
        );

    [Fact]
    public void A_share_is_of_a_collective_goal_and_by_contribution_only_where_there_is_one()
    {
        Refused(Team with { Share = Sharing.Proportional }, null);
        Refused(Revenue with { Share = Sharing.Each }, "share");
        Refused(Replies with { Subject = SubjectKind.Team, SubjectId = "north", Share = Sharing.Proportional }, "share");
        Refused(Replies with { Subject = SubjectKind.Team, SubjectId = "north", Share = Sharing.Even }, null);
    }

    [Fact]
    public void A_chain_names_its_goal_and_tier()
    {
        Refused(Revenue with { After = new(" ", TierKind.Base) }, "after.goal");
        Refused(Revenue with { After = new("quotes", null) }, "after.tier");
        Refused(Revenue with { CountFrom = CountFrom.PeriodStart }, "countFrom");
    }

    [Fact]
    public void What_an_accelerator_found_right_pays_never_falls_as_the_actual_rises() =>
        Gen.Select(Plans.AcceleratorWishes, Gen.Long[1, 100_000_000], Gen.Long[0, 300_000_000], Gen.Long[0, 100_000_000])
            .Sample(
                (wish, target, actual, more) =>
                    PlanCheck.Of(Revenue with { Accelerator = wish }, Plans.Context)
                        is not PlanChecked.Valid
                        ({ Plan.Accelerator: { } accelerator })
                    || accelerator is Accelerator.Multiplier
                    || AcceleratorTotal.Of(accelerator, actual, target, true)
                        <= AcceleratorTotal.Of(accelerator, actual + more, target, true),
                iter: 5_000,
                threads: 1
            );

    private static void Refused(PlanWish wish, string? field) => Assert.Equal(field is null ? [] : [field], Fields(wish));

    private static IEnumerable<string> Fields(PlanWish wish)
    {
        var faults = PlanCheck.Of(wish, Plans.Context) is PlanChecked.Invalid(var all) ? all : [];
        Assert.All(
            faults,
            fault => Assert.All([fault.Message, fault.Remedy], text => Assert.EndsWith(".", text, StringComparison.Ordinal))
        );
        return faults.Select(fault => fault.Field);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal? Maybe(string? text) => text is null ? null : Number(text);

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
