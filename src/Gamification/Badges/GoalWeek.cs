using Gamification.Activities;
using Gamification.Goals;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Badges;

/// <summary>The weeks in which a personal goal was completed, as their closes decided it.</summary>
public static class GoalWeek
{
    /// <summary>What stands for the close of a period where an activity would stand.</summary>
    public const string Connection = "goals";

    /// <summary>Null where the week does not count: not completed, not closed, or an own goal that was changed or paused in it.</summary>
    public static GoalOutcome? Of(Goal goal, GoalProgress progress, DateTimeZone zone) =>
        progress.Result is { State: GoalState.Completed } result
        && (goal.Owner is null || result.Unchanged)
        && goal.Subject.Person is { } person
        && Period.Parse(progress.Scope.Period) is { Kind: Time.PeriodKind.Week } week
            ? Of(person, goal.Id.Value, week, zone)
            : null;

    internal static GoalOutcome Of(PersonId person, string goal, Period week, DateTimeZone zone) =>
        new(person, goal, week.Key, CloseOf(week, zone), From: 0, To: 100);

    /// <summary>The place of a close in the order of activities: the end of its period, whenever it was closed.</summary>
    internal static Position CloseOf(Period period, DateTimeZone zone)
    {
        var end = period.EndIn(zone)!.Value;
        return new(end, end, new(Connection, period.Key.Value));
    }
}
