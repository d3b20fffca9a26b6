using NodaTime;

namespace Gamification;

/// <summary>The company: the zone and currency of its boards and goals.</summary>
/// <param name="RevenueUnit">U of SPEC 2 in major units of the currency: the step of the revenue badges.</param>
/// <param name="Grace">How long after its end a period stays open for what arrives late.</param>
public sealed record Organisation(DateTimeZone Zone, string Currency, long RevenueUnit, Duration Grace)
{
    /// <summary>What becomes of a fact whose period was closed when it came.</summary>
    public LatePolicy Late { get; init; } = LatePolicy.Credit;

    /// <summary>What is said to everybody is said in it: <c>en</c>, <c>pt-BR</c>, <c>es</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>U in minor units: 1,000 of a currency with two decimals is 100,000.</summary>
    public long RevenueUnitInMinor => MinorOf(RevenueUnit);

    /// <summary>Minor units of the organisation's currency.</summary>
    public long MinorOf(long major)
    {
        for (var digits = Currencies.DigitsOf(Currency) ?? 2; digits > 0; digits--)
            major *= 10;

        return major;
    }

    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;
}

/// <summary>SPEC 10, Late.</summary>
public enum LatePolicy
{
    /// <summary>It counts when it was received, with its label.</summary>
    Credit,

    /// <summary>It is listed and scores nothing, until its period is reopened.</summary>
    Reject,
}
