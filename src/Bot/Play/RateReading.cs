using Gamification;
using Gamification.Exchange;
using NodaTime.Text;

namespace Bot.Play;

/// <summary>A rate as somebody wrote it: either one to keep, or the field that cannot be used with its reason and remedy.</summary>
/// <param name="Field"><c>currency</c>, <c>date</c> or <c>rate</c>.</param>
internal sealed record RateReading(DatedRate? Rate, string Field, string Reason, string Remedy)
{
    public static RateReading Of(string? currency, string? date, string? rate, Organisation organisation)
    {
        if (currency is null || Currencies.DigitsOf(currency) is null)
            return Wrong("currency", "This is no ISO 4217 currency.", "Write a code in capital letters, such as CHF.");
        if (currency == organisation.Currency)
            return Wrong("currency", $"{currency} is the organisation's own currency.", "Leave it out: it needs no rate.");
        if (LocalDatePattern.Iso.Parse(date ?? "") is not { Success: true, Value: { Year: >= 1900 and <= 9998 } day })
            return Wrong("date", "This is no day.", "Write a day such as 2026-11-18.");
        if (Gamification.Exchange.Rate.Parse(rate) is not { } value)
            return Wrong(
                "rate",
                "This is no rate above 0 and up to 1,000,000 with at most 12 decimals.",
                $"Write what 1 {currency} is in {organisation.Currency} as a plain decimal, such as 0.9215."
            );

        return new(new(currency, day, value), "", "", "");
    }

    public static RateReading Twice(DatedRate rate) =>
        Wrong("date", $"{rate.Currency} has a rate of this day already, further up.", "Keep one of the two.");

    private static RateReading Wrong(string field, string reason, string remedy) => new(null, field, reason, remedy);
}
