using NodaTime;

namespace Gamification.Exchange;

/// <summary>Rates by currency and day.</summary>
public sealed class RateTable
{
    /// <summary>An older rate is none (SPEC 3).</summary>
    public const int OldestDays = 7;

    private readonly Dictionary<string, DatedRate[]> byCurrency;

    public RateTable(IEnumerable<DatedRate> rates) =>
        byCurrency = rates
            .GroupBy(rate => rate.Currency, StringComparer.Ordinal)
            .ToDictionary(rates => rates.Key, rates => rates.OrderBy(rate => rate.Date).ToArray(), StringComparer.Ordinal);

    public static RateTable Empty { get; } = new([]);

    /// <summary>The latest on or before the day, at most seven days old.</summary>
    public Rate? On(string currency, LocalDate day)
    {
        if (!byCurrency.TryGetValue(currency, out var rates))
            return null;

        var (low, high) = (0, rates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rates[middle].Date <= day ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && rates[low - 1].Date >= day.PlusDays(-OldestDays) ? rates[low - 1].Rate : null;
    }
}
