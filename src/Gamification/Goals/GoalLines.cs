using Gamification.People;
using Gamification.Points;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>Which ledger lines a goal counts in a period: by the instant they are dated to, outside its pauses.</summary>
public static class GoalLines
{
    /// <summary>
    /// Bounds that hold every line of a period, in the organisation's days and in the person's: a superset, of which the goals pick.
    /// </summary>
    public static Interval BoundsOf(Person person, Period period, Organisation organisation)
    {
        var (first, last) = (period.First!.Value, period.End!.Value.PlusDays(-1));
        return new(
            Instant.Min(period.StartIn(organisation.Zone)!.Value, person.Around(first).Start),
            Instant.Max(period.EndIn(organisation.Zone)!.Value, person.Around(last).End)
        );
    }

    /// <summary>The organisation's day of a line; of an active day the day itself, which is one of the person's calendar.</summary>
    internal static LocalDate DayOf(Metric metric, Instant dated, Person person, Organisation organisation) =>
        metric is Metric.ActiveDays ? person.DayOf(dated) : organisation.DayOf(dated);

    /// <summary>Those of a person's lines that the goal counts in the period; the imported past is in none.</summary>
    internal static IEnumerable<Entry> Of(Goal goal, Period period, IEnumerable<Entry> lines, Person person, Organisation organisation) =>
        lines.Where(line =>
            IsCounted(line.Key.Rule)
            && goal.Counts(line.Key.Dated)
            && period.Contains(DayOf(goal.Metric, line.Key.Dated, person, organisation))
        );

    /// <summary>The imported past is in no goal, and neither are points of rewards.</summary>
    internal static bool IsCounted(string rule) => !RuleNames.IsPast(rule) && !RuleNames.IsBonus(rule);
}
