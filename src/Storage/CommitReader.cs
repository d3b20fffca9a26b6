using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage;

/// <summary>How far the deployment has come.</summary>
public sealed class CommitReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>The number of the last commit; 0 before the first.</summary>
    public async Task<long> NumberAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Commits.MaxAsync(commit => (long?)commit.Number, ct) ?? 0;
    }

    /// <summary>The instant of the last commit; null before the first.</summary>
    public async Task<Instant?> LastAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Commits.OrderByDescending(commit => commit.Number).Select(commit => (Instant?)commit.At).FirstOrDefaultAsync(ct);
    }
}
