using Gamification.Time;

namespace Gamification.Goals;

/// <summary>A manager's wish that was found right, in kept units.</summary>
/// <param name="Only">The one period it is for; null for a goal that recurs.</param>
public sealed record PlanTerms(SubjectId Subject, Metric Metric, PeriodKind Kind, PeriodKey? Only, long Target, GoalPlan Plan)
{
    /// <summary>Those of the newest version of an assigned goal.</summary>
    /// <exception cref="ArgumentException">A person's own goal has no plan.</exception>
    public static PlanTerms Of(Goal goal)
    {
        var newest = goal.Versions.MaxBy(version => version.Number)!;
        return newest.Plan is { } plan
            ? new(goal.Subject, goal.Metric, goal.Kind, goal.Assignment?.Only, newest.Target, plan)
            : throw new ArgumentException($"Goal {goal.Id} is a person's own.", nameof(goal));
    }

    /// <summary>What a person has to reach.</summary>
    public long TargetOf(PersonId person) => Plan.Targets.TryGetValue(person, out var own) ? own : Target;

    /// <summary>What everyone has to reach by these terms and by others: the goal's own target, and those of single people.</summary>
    internal IEnumerable<(long Here, long There)> TargetsBeside(PlanTerms others) =>
        Plan
            .Targets.Keys.Union(others.Plan.Targets.Keys)
            .Select(person => (TargetOf(person), others.TargetOf(person)))
            .Prepend((Target, others.Target));
}

/// <summary>What there is for a plan to name.</summary>
/// <param name="Badges">Custom badges without a trigger of their own: those that can be given.</param>
public sealed record PlanContext(
    Organisation Organisation,
    IReadOnlySet<PersonId> People,
    IReadOnlySet<TeamId> Teams,
    IReadOnlySet<string> Badges
);

public abstract record PlanChecked
{
    private PlanChecked() { }

    public sealed record Valid(PlanTerms Terms) : PlanChecked;

    /// <param name="Faults">All of them, each at its field as it is named on the wire: <c>tiers[1].triggerPercent</c>.</param>
    public sealed record Invalid(IReadOnlyList<GoalFault> Faults) : PlanChecked;
}
