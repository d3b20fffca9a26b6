using System.Collections.Frozen;
using Gamification.Points;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>SPEC 7 and 9 as values: one row a metric.</summary>
/// <param name="Name">On the wire and in forms.</param>
/// <param name="DefaultPeriod">What a form proposes.</param>
/// <param name="Least">The least target, as it is kept.</param>
/// <param name="Most">The highest target, as it is kept; for active days the days of the longest such period.</param>
public sealed record GoalType(Metric Metric, string Name, GoalUnit Unit, PeriodKind DefaultPeriod, long Least, long Most)
{
    public static readonly IReadOnlyList<PeriodKind> Periods = [PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter];

    public static readonly IReadOnlyList<GoalType> All =
    [
        new(Metric.Quotes, "quotes", GoalUnit.Quotes, PeriodKind.Week, 1, 10_000),
        new(Metric.Revenue, "revenue", GoalUnit.Money, PeriodKind.Month, 1, 1_000_000_000_000_000),
        new(Metric.ResponseTime, "responseTime", GoalUnit.Minutes, PeriodKind.Week, 1, 10_000 * 60),
        new(Metric.ActiveDays, "activeDays", GoalUnit.Days, PeriodKind.Week, 1, 92),
        new(Metric.Deals, "deals", GoalUnit.Deals, PeriodKind.Month, 1, 10_000),
        new(Metric.Points, "points", GoalUnit.Points, PeriodKind.Week, 1, 10_000_000),
    ];

    /// <summary>What people may set themselves; the others are for managers.</summary>
    public static readonly IReadOnlyList<GoalType> Personal = [.. All.Where(type => type.Metric is not (Metric.Deals or Metric.Points))];

    private static readonly FrozenDictionary<Metric, GoalType> ByMetric = All.ToFrozenDictionary(type => type.Metric);

    public static GoalType Of(Metric metric) => ByMetric[metric];

    /// <summary>Null when the name is no metric.</summary>
    public static GoalType? Parse(string? name) => Find(All, name);

    /// <summary>Null when the name is none of those people may set themselves.</summary>
    public static GoalType? ParsePersonal(string? name) => Find(Personal, name);

    private static GoalType? Find(IReadOnlyList<GoalType> types, string? name) =>
        types.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Lower is better and it is decided at the close: until then it is on track or not.</summary>
    public bool IsMedian => Metric is Metric.ResponseTime;

    /// <summary>The highest target in a kind of period.</summary>
    public long MostIn(PeriodKind period) =>
        (Unit, period) switch
        {
            (GoalUnit.Days, PeriodKind.Week) => 7,
            (GoalUnit.Days, PeriodKind.Month) => 31,
            _ => Most,
        };

    /// <summary>What one ledger line adds to the sum; nothing for a median.</summary>
    /// <param name="points">Of the line; those of rewards are none of a goal's business.</param>
    internal long Of(Measures measures, long points) =>
        Metric switch
        {
            Metric.Points => points,
            Metric.Quotes => measures.Quotes,
            Metric.Revenue => measures.Revenue,
            Metric.ActiveDays => measures.Active,
            Metric.Deals => measures.Deals,
            _ => 0,
        };
}
