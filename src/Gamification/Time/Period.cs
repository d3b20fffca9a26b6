using NodaTime;

namespace Gamification.Time;

/// <summary>A half-open run of local days of the organisation: <c>First</c> is in, <c>End</c> is not. Null bounds for <c>all</c>.</summary>
public sealed record Period(PeriodKey Key, PeriodKind Kind, LocalDate? First, LocalDate? End)
{
    public static Period Of(PeriodKind kind, LocalDate day) => throw new NotSupportedException();
}
