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
