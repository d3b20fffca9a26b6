using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>When a goal is played: each period of a kind, or only one.</summary>
/// <param name="Days">Of the longest such period.</param>
internal readonly record struct PlanPeriod(PeriodKind Kind, PeriodKey? Only, int Days)
{
    private const int LongestRange = 366;
    private static readonly FormattableString Kinds = $"Choose a week, a month, a quarter or a custom range.";
    private static readonly FormattableString Example = $"Write both days, for example 2026-11-25 and 2026-11-30.";

    /// <summary>Null where it is wrong.</summary>
    public static PlanPeriod? Of(PeriodWish? wish, PlanFaults faults)
    {
        if (faults.Chosen("period.kind", $"The kind of period", wish?.Kind, Kinds) is not { } kind)
            return null;
        if (kind is PeriodKind.Custom)
            return Range(wish!, faults);
        if (!GoalType.Periods.Contains(kind))
        {
            faults.Add("period.kind", $"A goal lasts a week, a month, a quarter or a custom range.", Kinds);
            return null;
        }

        faults.AddWhen(
            wish!.First is not null,
            "period.first",
            $"Only a custom range has a first day.",
            $"Leave it out, or choose custom."
        );
        faults.AddWhen(wish.Last is not null, "period.last", $"Only a custom range has a last day.", $"Leave it out, or choose custom.");
        return wish.Key is null ? new(kind, Only: null, LongestOf(kind)) : Named(kind, wish.Key, faults);
    }

    private static PlanPeriod? Named(PeriodKind kind, string key, PlanFaults faults)
    {
        if (Period.Parse(new(key)) is { } period && period.Kind == kind)
            return new(kind, period.Key, LengthOf(period));

        faults.Add("period.key", NoneOf(kind), AnyOf(kind));
        return null;
    }

    private static FormattableString NoneOf(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => $"This is no week.",
            PeriodKind.Month => $"This is no month.",
            _ => $"This is no quarter.",
        };

    private static FormattableString AnyOf(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => $"Name it like 2026-W47, or leave it out for every week.",
            PeriodKind.Month => $"Name it like 2026-11, or leave it out for every month.",
            _ => $"Name it like 2026-Q4, or leave it out for every quarter.",
        };

    private static PlanPeriod? Range(PeriodWish wish, PlanFaults faults)
    {
        if (wish is { Key: { } key, First: null, Last: null })
        {
            if (Period.Parse(new(key)) is { Kind: PeriodKind.Custom } named)
                return Short(named, "period.key", faults);

            faults.Add("period.key", $"This is no range of days.", $"Name it like c:2026-11-25..2026-11-30.");
            return null;
        }

        faults.AddWhen(wish.Key is not null, "period.key", $"A range has its key or its two days, not both.", $"Leave the key out.");
        var first = faults.Chosen("period.first", $"The first day", wish.First, Example);
        var last = faults.Chosen("period.last", $"The last day", wish.Last, Example);
        return (first, last) is ({ } from, { } to) ? Between(from, to, faults) : null;
    }

    private static PlanPeriod? Between(LocalDate first, LocalDate last, PlanFaults faults)
    {
        if (first > last)
            faults.Add("period.last", $"The last day lies before the first.", Example);
        else if (last.Year < 9_999 && Period.Custom(first, last) is var range && Period.Parse(range.Key) is not null)
            return Short(range, "period.last", faults);
        else
            faults.Add("period.first", $"These days are too far away.", Example);

        return null;
    }

    private static PlanPeriod? Short(Period range, string field, PlanFaults faults)
    {
        if (LengthOf(range) <= LongestRange)
            return new(PeriodKind.Custom, range.Key, LengthOf(range));

        faults.Add(field, $"A custom range has at most {LongestRange} days.", $"End it earlier, or choose a quarter.");
        return null;
    }

    private static int LengthOf(Period period) => NodaTime.Period.DaysBetween(period.First!.Value, period.End!.Value);

    private static int LongestOf(PeriodKind kind) => (int)GoalType.Of(Metric.ActiveDays).MostIn(kind);
}
