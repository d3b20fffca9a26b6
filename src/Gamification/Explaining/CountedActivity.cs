using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Explaining;

/// <summary>What one activity of one person brought to a manager's goal.</summary>
/// <param name="Dated">The instant that puts it in the period.</param>
/// <param name="Value">In the unit of the goal's metric; of a median the seconds of the reply.</param>
/// <param name="Points">After limits; 0 where the line is none that the goal counts.</param>
/// <param name="Gate">In the unit of the metric that opens the accelerator.</param>
public sealed record CountedActivity(Position At, PersonId Person, Instant Dated, string Rule, long Value, long Points, long Gate);

/// <summary>What a goal counted, activity by activity, as it can be told: the same lines that its progress sums up.</summary>
public static class CountedActivities
{
    /// <summary>In order of position, with what a locked goal does not count.</summary>
    /// <param name="subject">Of a goal of a team's members a person; else the goal's own.</param>
    /// <param name="lines">Of everyone who may have a part, dated around the period.</param>
    /// <param name="personDay">The day of an instant in a person's own calendar.</param>
    public static IReadOnlyList<CountedActivity> Of(
        Goal goal,
        Period period,
        SubjectId subject,
        IEnumerable<Entry> lines,
        Func<PersonId, Instant, LocalDate> personDay,
        Organisation organisation
    )
    {
        var aim = GoalAim.Of(goal, period, subject);
        var inside = lines.Where(line => IsInside(line, goal, period, subject, personDay, organisation)).ToList();
        var counted = inside.Where(line => IsCounted(goal, line)).Select(line => line.Key).ToHashSet();
        return
        [
            .. inside
                .GroupBy(line => (line.Position, line.Key.Person))
                .Select(activity => Of(aim, activity.Key.Position, [.. activity], counted))
                .Where(activity => activity is not { Value: 0, Points: 0, Gate: 0 })
                .OrderBy(activity => activity.At)
                .ThenBy(activity => activity.Person.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a goal that another one unlocks counts what stands there.</summary>
    public static bool IsOpenAt(GoalPlan plan, Position? unlocked, Position at) =>
        plan.After is not { } after || (unlocked is { } open && (after.CountFrom is CountFrom.PeriodStart || at > open));

    private static bool IsInside(
        Entry line,
        Goal goal,
        Period period,
        SubjectId subject,
        Func<PersonId, Instant, LocalDate> personDay,
        Organisation organisation
    )
    {
        var (person, dated) = (line.Key.Person, line.Key.Dated);
        return GoalLines.IsCounted(line.Key.Rule)
            && goal.Counts(dated)
            && (subject.Person is not { } one || person == one)
            && (goal.Subject.Team is not { } team || line.Team == team)
            && period.Contains(goal.Metric is Metric.ActiveDays ? personDay(person, dated) : organisation.DayOf(dated));
    }

    private static bool IsCounted(Goal goal, Entry line) =>
        goal.Type.IsMedian ? line.Key.Rule == RuleNames.Reply : goal.Type.Of(line.Measures, line.Points) != 0;

    private static CountedActivity Of(GoalAim aim, Position at, IReadOnlyList<Entry> lines, HashSet<EntryKey> counted)
    {
        var main = lines.FirstOrDefault(line => IsCounted(aim.Goal, line)) ?? lines[0];
        return new(
            at,
            main.Key.Person,
            main.Key.Dated,
            main.Key.Rule,
            aim.Goal.Type.IsMedian ? SecondsOf(lines) : lines.Sum(line => aim.Goal.Type.Of(line.Measures, line.Points)),
            lines.Where(line => counted.Contains(line.Key)).Sum(line => line.Points),
            aim.Accelerator?.Gate is { } gate ? lines.Sum(line => GoalType.Of(gate.Metric).Of(line.Measures, line.Points)) : 0
        );
    }

    /// <summary>The latest revision of a reply says how long it took.</summary>
    private static long SecondsOf(IReadOnlyList<Entry> lines) =>
        lines.Where(line => line.Key.Rule == RuleNames.Reply).MaxBy(line => line.Revision)?.ReplySeconds ?? 0;
}
