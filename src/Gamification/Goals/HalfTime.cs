using Gamification.People;
using Gamification.Points;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>A goal that is less than half done in the middle of its period, and can still be reached.</summary>
/// <param name="DaysLeft">Scheduled working days that remain, today included.</param>
public sealed record HalfDone(Goal Goal, Period Period, long Actual, long Target, int DaysLeft)
{
    public GoalScope Scope => new(Goal.Id, Goal.Subject, Period.Key);
}

/// <summary>
/// The middle of a goal's period by its owner's working time: from a half of it to three quarters, so that a day that has its hint
/// already leaves the next one. In a week of 45 hours from Monday 09:00 that is Wednesday 13:30 to Thursday 15:45.
/// </summary>
public static class HalfTime
{
    /// <summary>Whether it is the middle of the goal's present period. A goal that was made, changed or resumed today has its owner's eye already.</summary>
    public static bool IsNow(Goal goal, Person person, Instant now, Organisation organisation)
    {
        var period = PeriodOf(goal, now, organisation);
        var (start, end) = (period.StartIn(organisation.Zone)!.Value, period.EndIn(organisation.Zone)!.Value);
        var (over, whole) = (person.WorkingBetween(start, now), person.WorkingBetween(start, end));
        return whole > Duration.Zero
            && over * 2 >= whole
            && over * 4 < whole * 3
            && goal.IsIn(period, organisation.Zone)
            && !IsTouchedOn(person.DayOf(now), goal, person);
    }

    public static Period PeriodOf(Goal goal, Instant now, Organisation organisation) => Period.Of(goal.Kind, organisation.DayOf(now));

    /// <param name="progress">What is stored; null before anything counted.</param>
    /// <param name="lines">The person's ledger lines of the period; only medians and active days look at them.</param>
    /// <returns>Null when it is done, paused, half done or out of reach.</returns>
    public static HalfDone? Of(
        Goal goal,
        GoalProgress? progress,
        IReadOnlyCollection<Entry> lines,
        Person person,
        Instant now,
        Organisation organisation
    )
    {
        var period = PeriodOf(goal, now, organisation);
        var counted = GoalLines.Of(goal, period, lines, person, organisation).ToList();
        var median = goal.Type.IsMedian ? MedianReply.Of(counted.Select(ReplyRevision.Of)) : default;
        var standing = GoalStanding.Of(goal, period, progress, median, now, organisation.Zone);
        var daysLeft = DaysLeft(period, person, person.DayOf(now));
        return IsBehind(standing) && IsInReach(standing, daysLeft, IsActiveOn(person.DayOf(now), counted, person))
            ? new(goal, period, standing.Actual ?? 0, standing.Target, daysLeft)
            : null;
    }

    /// <summary>Whether a metric needs the lines of the period to be judged.</summary>
    public static bool NeedsLines(Metric metric) => metric is Metric.ResponseTime or Metric.ActiveDays;

    private static bool IsTouchedOn(LocalDate today, Goal goal, Person person) =>
        goal.Versions.Any(version => person.DayOf(version.At) == today)
        || goal.Pauses.Any(pause => pause.To is { } to && person.DayOf(to) == today);

    /// <summary>Less than a half; of a median, over its target with enough replies to say so.</summary>
    private static bool IsBehind(GoalStanding standing) =>
        standing.State is GoalState.Active
        && (
            standing.Goal.Type.IsMedian
                ? standing is { OnTrack: false, Replies: >= MedianReply.Least }
                : (Int128)(standing.Actual ?? 0) * 2 < standing.Target
        );

    /// <summary>Days cannot be made up for: as many must be left as are missing.</summary>
    private static bool IsInReach(GoalStanding standing, int daysLeft, bool isTodayCounted) =>
        standing.Goal.Metric is not Metric.ActiveDays || standing.Target - (standing.Actual ?? 0) <= daysLeft - (isTodayCounted ? 1 : 0);

    private static bool IsActiveOn(LocalDate today, IEnumerable<Entry> lines, Person person) =>
        lines.Where(line => person.DayOf(line.Key.Dated) == today).Sum(line => line.Measures.Active) > 0;

    private static int DaysLeft(Period period, Person person, LocalDate today)
    {
        var left = 0;
        for (var day = today; day < period.End; day = day.PlusDays(1))
            left += person.IsScheduled(day) ? 1 : 0;

        return left;
    }
}
