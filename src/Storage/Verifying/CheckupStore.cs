using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Verifying;

/// <summary>How far a run has come in one phase.</summary>
/// <param name="Cursor">Where the next part begins; null when the phase is through.</param>
/// <param name="Rows">Rows looked at so far.</param>
/// <param name="Differences">Differences found so far.</param>
public sealed record PhaseProgress(string? Cursor, long Rows, long Differences)
{
    /// <summary>Grants found so far that managers keep.</summary>
    public long Kept { get; init; }

    public static PhaseProgress Start { get; } = new("", 0, 0);
}

/// <summary>Remembers where a run stands, for one that is interrupted.</summary>
public sealed class CheckupStore(IDbContextFactory<GameContext> contexts)
{
    /// <param name="kind"><c>verify</c> or <c>replay</c>.</param>
    public async Task<PhaseProgress> ReadAsync(string kind, VerificationPhase phase, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Checkups.FindAsync([kind, phase.ToString()], ct) is { } row
            ? new(row.Cursor, row.Rows, row.Differences) { Kept = row.Kept }
            : PhaseProgress.Start;
    }

    public async Task KeepAsync(string kind, VerificationPhase phase, PhaseProgress progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Checkups.FindAsync([kind, phase.ToString()], ct) is { } row)
            (row.Cursor, row.Rows, row.Differences, row.Kept) = (progress.Cursor, progress.Rows, progress.Differences, progress.Kept);
        else
            db.Checkups.Add(
                new()
                {
                    Kind = kind,
                    Phase = phase.ToString(),
                    Cursor = progress.Cursor,
                    Rows = progress.Rows,
                    Differences = progress.Differences,
                    Kept = progress.Kept,
                }
            );
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The next run of this kind begins anew.</summary>
    public async Task ForgetAsync(string kind, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Checkups.Where(row => row.Kind == kind).ExecuteDeleteAsync(ct);
    }
}
