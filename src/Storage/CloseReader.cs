using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>Which periods are closed, and what stood on their boards then.</summary>
public sealed class CloseReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Null for a period that was never closed.</summary>
    public async Task<PeriodClose?> FindAsync(PeriodKey period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Closed.Where(row => row.Period == period)
            .Select(row => new PeriodClose(row.Period, row.Kind, row.State, row.Version))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>What a close recorded of a board, by rank; who was in no ranking comes last.</summary>
    public async Task<IReadOnlyList<SnapshotLine>> SnapshotAsync(PeriodKey period, int version, BoardKey board, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db
            .Snapshots.AsNoTracking()
            .Where(row => row.Period == period && row.Version == version && row.Board == board)
            .ToListAsync(ct);
        return [.. rows.OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Person.Value, StringComparer.Ordinal).Select(LineOf)];
    }

    private static SnapshotLine LineOf(SnapshotRow row) =>
        new(row.Person, row.Rank, row.Points, row.Revenue, row.Deals, row.Quotes, row.Replies);
}
