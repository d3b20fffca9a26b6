using NodaTime;

namespace Gamification.Exchange;

/// <param name="Date">The local day of the organisation from which the rate holds.</param>
public sealed record DatedRate(string Currency, LocalDate Date, Rate Rate);
