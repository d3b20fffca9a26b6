using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>Who changed what, newest first.</summary>
public sealed class AuditReader(IDbContextFactory<GameContext> contexts)
{
    public async Task<IReadOnlyList<AuditRecord>> ListAsync(int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Audit.OrderByDescending(row => row.Id)
            .Take(take)
            .Select(row => new AuditRecord(row.At, row.By, row.What, row.About, row.Before, row.After, row.Reason))
            .ToListAsync(ct);
    }
}
