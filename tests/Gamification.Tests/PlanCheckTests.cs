using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>SPEC 9 and 15: what a manager may ask and promise; each refusal at the field as it is named on the wire.</summary>
public sealed class PlanCheckTests
{
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
            Plans.Members with
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
                Accelerator = Plans.Marginal with { Cap = 1_000, Gate = new(Metric.Quotes, 20) },
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
        Assert.Equal(["name", "subject.kind", "metric", "period.kind"], Plans.FieldsOf(new(null, null, null, null, null, null)));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var wish = Plans.Revenue with
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
            Plans.FieldsOf(wish)
        );
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("line\nbreak", "name")]
    [InlineData("Ride", null)]
    public void A_name_is_visible(string name, string? field) => Plans.Refused(Plans.Revenue with { Name = name }, field);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "name")]
    public void A_name_has_at_most_200_characters(int length, string? field) =>
        Plans.Refused(Plans.Revenue with { Name = new('x', length) }, field);

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
        Plans.Refused(Plans.Revenue with { Subject = kind, SubjectId = id }, field);

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
        Plans.Refused(Plans.Revenue with { Period = new(kind, key) }, field);

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
        Plans.Refused(Plans.Revenue with { Period = new(PeriodKind.Custom, First: Day(first), Last: Day(last)) }, field);

    [Theory]
    [InlineData("c:2026-11-25..2026-11-30", "2026-11-25", null, "period.key period.last")]
    [InlineData(null, null, null, "period.first period.last")]
    public void A_custom_range_has_its_key_or_its_days(string? key, string? first, string? last, string fields) =>
        Assert.Equal(fields.Split(' '), Plans.FieldsOf(Plans.Revenue with { Period = new(PeriodKind.Custom, key, Day(first), Day(last)) }));

    [Fact]
    public void Only_a_custom_range_has_days() =>
        Plans.Refused(Plans.Revenue with { Period = new(PeriodKind.Month, First: new LocalDate(2026, 11, 1)) }, "period.first");

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
        Plans.Refused(Plans.Revenue with { Metric = metric, Target = Plans.Number(target), Subject = kind, SubjectId = id }, field);

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, "target")]
    public void Active_days_end_at_the_days_of_the_period(int target, string? field) =>
        Plans.Refused(
            Plans.Revenue with
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

        Assert.Equal(["targets.bob", "targets.nobody"], Plans.FieldsOf(Plans.Members with { Targets = own }));
        Plans.Refused(Plans.Revenue with { Targets = new Dictionary<string, decimal> { ["ann"] = 5 } }, "targets");
    }

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
            Plans.FieldsOf(
                Plans.Team with
                {
                    Subject = kind,
                    Metric = metric,
                    Target = 30,
                    EveryMemberPercent = Plans.Maybe(percent),
                    ParticipationPercent = Plans.Maybe(percent),
                }
            )
        );

    [Fact]
    public void A_share_is_of_a_collective_goal_and_by_contribution_only_where_there_is_one()
    {
        Plans.Refused(Plans.Team with { Share = Sharing.Proportional }, null);
        Plans.Refused(Plans.Revenue with { Share = Sharing.Each }, "share");
        Plans.Refused(Plans.Replies with { Subject = SubjectKind.Team, SubjectId = "north", Share = Sharing.Proportional }, "share");
        Plans.Refused(Plans.Replies with { Subject = SubjectKind.Team, SubjectId = "north", Share = Sharing.Even }, null);
    }

    [Fact]
    public void A_chain_names_its_goal_and_tier()
    {
        Plans.Refused(Plans.Revenue with { After = new(" ", TierKind.Base) }, "after.goal");
        Plans.Refused(Plans.Revenue with { After = new("quotes", null) }, "after.tier");
        Plans.Refused(Plans.Revenue with { CountFrom = CountFrom.PeriodStart }, "countFrom");
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
