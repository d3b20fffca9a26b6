using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Storage.Writing;

namespace Storage;

/// <summary>Which periods are closed, and what stood on their boards then, and became of goals.</summary>
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

    /// <summary>Every close of a period that was sealed, the first one first.</summary>
    public async Task<IReadOnlyList<CloseSeal>> SealsAsync(PeriodKey period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .CloseSeals.AsNoTracking()
            .Where(row => row.Period == period)
            .OrderBy(row => row.Version)
            .Select(row => new CloseSeal(row.Version, row.ClosedAt, row.Ledger, row.Snapshot))
            .ToListAsync(ct);
    }

    /// <summary>What a close made of goals, by goal and subject.</summary>
    public async Task<IReadOnlyList<GoalSnapshotLine>> GoalsAsync(PeriodKey period, int version, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = await SnapshotHash.GoalsAsync(db, period, version, ct);
        var goals = await GoalReader.GoalsAsync(db, rows.Select(row => row.Goal).ToHashSet(), ct);
        return
        [
            .. rows.Select(row => new GoalSnapshotLine(
                goals[row.Goal],
                row.Subject,
                row.State,
                row.Actual,
                row.Target,
                row.Attainment,
                row.Replies,
                TiersOf(row)
            )),
        ];
    }

    private static IReadOnlyList<(TierKind, Instant)> TiersOf(GoalSnapshotRow row) =>
        [
            .. new[] { (TierKind.Base, row.Base), (TierKind.Super, row.Super), (TierKind.Mega, row.Mega) }
                .Where(tier => tier.Item2 is not null)
                .Select(tier => (tier.Item1, tier.Item2!.Value)),
        ];

    private static SnapshotLine LineOf(SnapshotRow row) =>
        new(row.Person, row.Rank, row.Points, row.Revenue, row.Deals, row.Quotes, row.Replies);
}
