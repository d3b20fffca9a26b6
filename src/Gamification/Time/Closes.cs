using NodaTime;

namespace Gamification.Time;

/// <summary>A closed week, month, quarter or custom range.</summary>
/// <param name="Start">The first instant.</param>
/// <param name="End">The first instant after it.</param>
/// <param name="Commit">The number of the commit that closed it: whatever was accepted by a later commit found it closed.</param>
public sealed record ClosedPeriod(PeriodKey Key, PeriodKind Kind, Instant Start, Instant End, long Commit)
{
    public bool Holds(Instant instant) => Start <= instant && instant < End;
}

/// <summary>
/// The closed weeks, months and quarters, ready to be asked for an instant. Closed custom ranges are not among them: they freeze
/// a goal, not a ledger line.
/// </summary>
internal sealed class Closes
{
    private readonly ClosedPeriod[] periods;
    private readonly Instant latestEnd;

    public Closes(IReadOnlyList<ClosedPeriod> closed)
    {
        periods = [.. closed.Where(period => period.Kind is PeriodKind.Week or PeriodKind.Month or PeriodKind.Quarter)];
        latestEnd = periods.Length == 0 ? Instant.MinValue : periods.Max(period => period.End);
    }

    /// <summary>Whether a period that holds the instant was closed before the given commit.</summary>
    public bool Hold(Instant instant, long commit) =>
        instant < latestEnd && Array.Exists(periods, p => p.Commit < commit && p.Holds(instant));

    /// <summary>Whether a period that holds the instant is closed now: its lines stay as they are.</summary>
    public bool Hold(Instant instant) => Hold(instant, long.MaxValue);

    /// <summary>The instant itself, or the end of the closed periods that follow one another from it.</summary>
    public Instant FirstOpenFrom(Instant instant)
    {
        while (instant < latestEnd && Array.Find(periods, period => period.Holds(instant)) is { } closed)
            instant = closed.End;

        return instant;
    }
}
