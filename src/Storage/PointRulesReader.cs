using Gamification.Points;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>What activities are worth: now, before, and from some day on.</summary>
public sealed class PointRulesReader(IDbContextFactory<GameContext> contexts)
{
    public async Task<PointTimeline> TimelineAsync(CancellationToken ct) =>
        new([.. (await VersionsAsync(ct)).Select(record => record.Version)]);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<PointRecord>> VersionsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.PointRules.AsNoTracking().OrderBy(row => row.Version).ToListAsync(ct);
        return [.. rows.Select(row => new PointRecord(row.ToVersion(), row.By, row.At))];
    }
}
