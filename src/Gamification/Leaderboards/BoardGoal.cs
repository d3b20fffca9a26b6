using Gamification.Goals;
using Period = Gamification.Time.Period;

namespace Gamification.Leaderboards;

/// <summary>Which goal a board by percent of own target looks at (SPEC 5): never a person's own.</summary>
public static class BoardGoal
{
    /// <summary>Of the goals that somebody was given for the period the one marked so, else the oldest; null where there is none.</summary>
    /// <param name="given">Goals of the person, and of the members of their teams.</param>
    public static Goal? Of(IEnumerable<Goal> given, Period period, Organisation organisation) =>
        given
            .Where(goal => goal is { Assignment: { IsShadow: false }, Subject.IsCollective: false } && goal.IsIn(period, organisation.Zone))
            .OrderByDescending(goal => goal.PlanIn(period)!.IsBoardGoal)
            .ThenBy(goal => goal.Created)
            .ThenBy(goal => goal.Id)
            .FirstOrDefault();
}
