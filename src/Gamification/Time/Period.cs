using NodaTime;

namespace Gamification.Time;

/// <summary>A half-open run of local days of the organisation: <c>First</c> is in, <c>End</c> is not. Null bounds for <c>all</c>.</summary>
public sealed record Period(PeriodKey Key, PeriodKind Kind, LocalDate? First, LocalDate? End)
{
    /// <summary>Everything there ever was; it never ends.</summary>
    public static Period All { get; } = new(PeriodKeys.All, PeriodKind.All, null, null);

    /// <summary>The period of a kind that holds a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A custom range is not defined by one day.</exception>
    public static Period Of(PeriodKind kind, LocalDate day) =>
        kind switch
        {
            PeriodKind.Day => new(PeriodKeys.Day(day), kind, day, day.PlusDays(1)),
            PeriodKind.Week => Week(day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday))),
            PeriodKind.Month => Month(day.With(DateAdjusters.StartOfMonth)),
            PeriodKind.Quarter => Quarter(new LocalDate(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1)),
            PeriodKind.All => All,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A custom range needs its two days."),
        };

    /// <summary>A range of days, both included.</summary>
    public static Period Custom(LocalDate first, LocalDate last) =>
        first <= last
            ? new(PeriodKeys.Custom(first, last), PeriodKind.Custom, first, last.PlusDays(1))
            : throw new ArgumentException($"{PeriodKeys.Day(last)} lies before {PeriodKeys.Day(first)}.", nameof(last));

    /// <summary>The period a stored or typed key names; null when the text is no key, whatever it holds.</summary>
    public static Period? Parse(PeriodKey key) => PeriodKeys.Parse(key.Value);

    /// <summary>The period of the same kind just before; a custom range moves by its own length. Null for <c>all</c>.</summary>
    public Period? Previous => Shift(-1);

    /// <summary>The period of the same kind just after. Null for <c>all</c>.</summary>
    public Period? Next => Shift(1);

    public bool Contains(LocalDate day) => (First is not { } first || first <= day) && (End is not { } end || day < end);

    /// <summary>The first instant: right on days whose midnight does not exist. Null for <c>all</c>.</summary>
    public Instant? StartIn(DateTimeZone zone) => First is { } first ? zone.AtStartOfDay(first).ToInstant() : null;

    /// <summary>The first instant after the period. Null for <c>all</c>.</summary>
    public Instant? EndIn(DateTimeZone zone) => End is { } end ? zone.AtStartOfDay(end).ToInstant() : null;

    private Period? Shift(int by) =>
        (First, End) switch
        {
            ({ } first, { } end) when Kind is PeriodKind.Custom => Custom(
                first.PlusDays(by * NodaTime.Period.DaysBetween(first, end)),
                end.PlusDays((by * NodaTime.Period.DaysBetween(first, end)) - 1)
            ),
            ({ } first, { } end) => Of(Kind, by < 0 ? first.PlusDays(-1) : end),
            _ => null,
        };

    private static Period Week(LocalDate monday) => new(PeriodKeys.Week(monday), PeriodKind.Week, monday, monday.PlusWeeks(1));

    private static Period Month(LocalDate first) => new(PeriodKeys.Month(first), PeriodKind.Month, first, first.PlusMonths(1));

    private static Period Quarter(LocalDate first) => new(PeriodKeys.Quarter(first), PeriodKind.Quarter, first, first.PlusMonths(3));
}
