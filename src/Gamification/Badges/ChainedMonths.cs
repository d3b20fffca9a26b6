using Gamification.Goals;
using Gamification.Points;
using Gamification.Time;

namespace Gamification.Badges;

/// <summary>Monthly revenue goals that another goal unlocks: what badges count of them depends on where that was.</summary>
public static class ChainedMonths
{
    /// <summary>Those of a person in the months in which anything was sold.</summary>
    /// <param name="world">With the goals of the person.</param>
    /// <param name="history">The ledger of the person.</param>
    public static IReadOnlyList<GoalScope> Of(World world, PersonId person, IReadOnlyList<Entry> history)
    {
        var chained = GoalsOf(world, person).Where(IsChained).ToList();
        if (chained.Count == 0)
            return [];

        var months = history
            .Where(line => line.Measures.Revenue != 0)
            .Select(line => Period.Of(PeriodKind.Month, world.Organisation.DayOf(line.Key.Dated)))
            .DistinctBy(month => month.Key);
        return
        [
            .. months.SelectMany(month =>
                chained
                    .Where(goal => goal.PlanIn(month)?.After is not null)
                    .Select(goal => new GoalScope(goal.Id, SubjectId.Of(person), month.Key))
            ),
        ];
    }

    /// <summary>The person's, and those of the members of their teams.</summary>
    internal static IEnumerable<Goal> GoalsOf(World world, PersonId person) =>
        world
            .Goals[SubjectId.Of(person)]
            .Concat(
                world
                    .People[person]
                    .Memberships.Select(membership => membership.Team)
                    .Distinct()
                    .SelectMany(team => world.Assigned.Of(SubjectId.MembersOf(team)))
            );

    private static bool IsChained(Goal goal) => GoalMonth.IsSuch(goal) && goal.Versions.Any(version => version.Plan?.After is not null);
}
