using Gamification.Exchange;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes rates. What is accepted already keeps the rate it took.</summary>
internal sealed class RateWriter(WriteScope scope)
{
    /// <summary>Answers those that changed something, each with the rate there was before.</summary>
    public async Task<IReadOnlyList<(DatedRate Now, Rate? Before)>> PutAsync(IReadOnlyCollection<DatedRate> rates, CancellationToken ct)
    {
        var changed = new List<(DatedRate Now, Rate? Before)>();
        foreach (var byCurrency in rates.GroupBy(rate => rate.Currency))
        {
            var (first, last) = (byCurrency.Min(rate => rate.Date), byCurrency.Max(rate => rate.Date));
            var stored = await scope
                .Db.Rates.Where(row => row.Currency == byCurrency.Key && row.Date >= first && row.Date <= last)
                .ToDictionaryAsync(row => row.Date, ct);
            foreach (var rate in byCurrency)
                if (Put(stored.GetValueOrDefault(rate.Date), rate) is (true, var before))
                    changed.Add((rate, before));
        }

        await scope.SaveAsync(ct);
        if (changed.Count > 0)
            scope.ChangeSetup();
        return changed;
    }

    private (bool IsChange, Rate? Before) Put(RateRow? stored, DatedRate rate)
    {
        if (stored is null)
        {
            scope.Db.Rates.Add(
                new()
                {
                    Currency = rate.Currency,
                    Date = rate.Date,
                    Rate = rate.Rate.ToString(),
                }
            );
            return (true, null);
        }

        var before = stored.ToRate().Rate;
        stored.Rate = rate.Rate.ToString();
        return (before != rate.Rate, before);
    }
}
