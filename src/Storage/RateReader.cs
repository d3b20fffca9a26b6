using Gamification.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>The rates as they were entered.</summary>
public sealed class RateReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>By currency, the newest first.</summary>
    /// <param name="currency">Null for every currency.</param>
    public async Task<IReadOnlyList<DatedRate>> ListAsync(string? currency, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db
            .Rates.AsNoTracking()
            .Where(row => currency == null || row.Currency == currency)
            .OrderBy(row => row.Currency)
            .ThenByDescending(row => row.Date)
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToRate())];
    }
}
