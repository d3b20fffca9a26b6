using NodaTime;

namespace Gamification;

/// <summary>The company: the zone and currency of its boards and goals.</summary>
/// <param name="RevenueUnit">U of SPEC 2 in major units of the currency: the step of the revenue badges.</param>
/// <param name="Grace">How long after its end a period stays open for what arrives late.</param>
public sealed record Organisation(DateTimeZone Zone, string Currency, long RevenueUnit, Duration Grace)
{
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;
}
