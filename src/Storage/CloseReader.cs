using Gamification.Time;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>Which periods are closed.</summary>
public sealed class CloseReader(IDbContextFactory<GameContext> contexts)
{
    public async Task<bool> IsClosedAsync(PeriodKey period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Closed.AnyAsync(row => row.Period == period, ct);
    }
}
