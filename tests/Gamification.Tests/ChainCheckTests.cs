using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>SPEC 9, Chaining: which goals may unlock each other, refused by name.</summary>
public sealed class ChainCheckTests
{
    [Fact]
    public void A_goal_without_a_chain_fits() => Assert.Empty(ChainCheck.Of(Goal("a"), []));

    [Fact]
    public void A_goal_may_follow_a_tier_of_another_one_of_the_same_person() =>
        Assert.Empty(ChainCheck.Of(Goal("b", after: "a"), [Goal("a"), Goal("c", after: "b")]));

    [Fact]
    public void Two_goals_may_follow_the_same_one() =>
        Assert.Empty(ChainCheck.Of(Goal("c", after: "a"), [Goal("a"), Goal("b", after: "a")]));

    [Fact]
    public void A_goal_that_is_not_there_unlocks_nothing() =>
        Refused("after.goal", "There is no goal a to unlock “Goal b”.", Goal("b", after: "a"));

    [Theory]
    [InlineData(SubjectKind.Person, "bob", "person:bob")]
    [InlineData(SubjectKind.Members, "north", "members:north")]
    [InlineData(SubjectKind.Team, "north", "team:north")]
    [InlineData(SubjectKind.Organisation, null, "organisation")]
    public void Both_have_the_same_subject(SubjectKind kind, string? id, string name) =>
        Refused(
            "after.goal",
            $"“Goal a” is of {name}, “Goal b” of person:ann.",
            Goal("b", after: "a"),
            Goal("a", wish => wish with { Subject = kind, SubjectId = id })
        );

    [Theory]
    [InlineData(PeriodKind.Month, null, PeriodKind.Month, null, null)]
    [InlineData(PeriodKind.Month, "2026-11", PeriodKind.Week, "2026-W48", null)]
    [InlineData(PeriodKind.Month, "2026-11", PeriodKind.Month, "2026-11", null)]
    [InlineData(PeriodKind.Month, null, PeriodKind.Week, null, "“Goal a” is for every month, “Goal b” for every week.")]
    [InlineData(PeriodKind.Month, null, PeriodKind.Month, "2026-11", "“Goal a” is for every month, “Goal b” for 2026-11.")]
    [InlineData(PeriodKind.Week, "2026-W48", PeriodKind.Week, null, "“Goal a” is for 2026-W48, “Goal b” for every week.")]
    [InlineData(PeriodKind.Month, "2026-11", PeriodKind.Month, "2026-10", "“Goal b” is over before “Goal a” begins.")]
    public void Both_recur_with_the_same_kind_of_period_or_neither(PeriodKind a, string? keyA, PeriodKind b, string? keyB, string? message)
    {
        var first = Goal("a", wish => wish with { Period = new(a, keyA) });
        var next = Goal("b", wish => wish with { Period = new(b, keyB) }, after: "a");

        Refused(message is null ? null : "after.goal", message, next, first);
    }

    [Theory]
    [InlineData(TierKind.Base, null)]
    [InlineData(TierKind.Super, null)]
    [InlineData(TierKind.Mega, "“Goal a” has no mega tier to unlock “Goal b”.")]
    public void The_tier_is_one_of_the_first_goal(TierKind tier, string? message)
    {
        var first = Goal("a", wish => wish with { Tiers = [new(TierKind.Super)] });

        Refused(message is null ? null : "after.tier", message, Goal("b", after: "a", tier: tier), first);
    }

    [Fact]
    public void A_tier_that_unlocks_another_goal_stays() =>
        Refused(
            "tiers",
            "“Goal a” has no super tier to unlock “Goal b”.",
            Goal("a"),
            Goal("a", wish => wish with { Tiers = [new(TierKind.Super)] }),
            Goal("b", after: "a", tier: TierKind.Super)
        );

    [Fact]
    public void A_median_is_decided_too_late_to_unlock_anything() =>
        Refused(
            "after.goal",
            "“Goal a” is decided when its period closes: too late to unlock “Goal b”.",
            Goal("b", after: "a"),
            Goal("a", wish => wish with { Metric = Metric.ResponseTime, Target = 30 })
        );

    [Theory]
    [InlineData("a", "“Goal a” → “Goal a”")]
    [InlineData("b", "“Goal a” → “Goal b” → “Goal a”")]
    [InlineData("c", "“Goal a” → “Goal b” → “Goal c” → “Goal a”")]
    public void A_circle_is_refused_by_the_names_of_its_goals(string after, string circle) =>
        Refused(
            "after.goal",
            $"These goals would unlock each other in a circle: {circle}.",
            Goal("a", after: after),
            Goal("a"),
            Goal("b", after: "a"),
            Goal("c", after: "b")
        );

    [Theory]
    [InlineData(11, 0, true)]
    [InlineData(12, 0, false)]
    [InlineData(0, 11, true)]
    [InlineData(0, 12, false)]
    [InlineData(6, 5, true)]
    [InlineData(6, 6, false)]
    public void Twelve_goals_may_follow_each_other_and_thirteen_may_not(int before, int after, bool fits)
    {
        var row = Row("p", before).Concat(Row("s", after, behind: "x"));
        var goal = Goal("x", after: before == 0 ? null : $"p{before}");

        var faults = ChainCheck.Of(goal, row);

        Assert.Equal(fits, faults.Count == 0);
        Assert.All(
            faults,
            fault => Assert.StartsWith("More than 12 goals would follow each other: “Goal ", $"{fault.Message}", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<ChainGoal> Row(string name, int count, string? behind = null) =>
        Enumerable.Range(1, count).Select(i => Goal($"{name}{i}", after: i == 1 ? behind : $"{name}{i - 1}"));

    private static void Refused(string? field, string? message, ChainGoal goal, params ChainGoal[] others) =>
        Assert.Equal(
            field is null ? [] : [(field, message)],
            ChainCheck.Of(goal, others).Select(fault => (fault.Field, (string?)FormattableString.Invariant(fault.Message)))
        );

    private static ChainGoal Goal(string id, string? after = null, TierKind tier = TierKind.Base) => Goal(id, wish => wish, after, tier);

    private static ChainGoal Goal(string id, Func<PlanWish, PlanWish> with, string? after = null, TierKind tier = TierKind.Base) =>
        new(
            new(id),
            $"Goal {id}",
            Plans.Terms(with(Plans.Revenue) with { Name = $"Goal {id}", After = after is null ? null : new(after, tier) })
        );
}
