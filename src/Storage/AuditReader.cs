using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>Who changed what, newest first.</summary>
public sealed class AuditReader(IDbContextFactory<GameContext> contexts)
{
    public async Task<IReadOnlyList<AuditRecord>> ListAsync(int take, CancellationToken ct) =>
        [.. (await ListAsync(new AuditQuery(take), ct)).Select(entry => entry.Row)];

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Asked(db.Audit, query)
            .OrderByDescending(row => row.Id)
            .Take(query.Take)
            .Select(row => new AuditEntry(row.Id, new(row.At, row.By, row.What, row.About, row.Before, row.After, row.Reason)))
            .ToListAsync(ct);
    }

    /// <summary>What was done with one thing, newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AboutAsync(string about, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Audit.Where(row => row.About == about)
            .OrderByDescending(row => row.Id)
            .Take(take)
            .Select(row => new AuditRecord(row.At, row.By, row.What, row.About, row.Before, row.After, row.Reason))
            .ToListAsync(ct);
    }

    private static IQueryable<AuditRow> Asked(IQueryable<AuditRow> rows, AuditQuery query)
    {
        if (query.From is { } from)
            rows = rows.Where(row => row.At >= from);
        if (query.To is { } to)
            rows = rows.Where(row => row.At < to);
        if (query.What is { } what)
            rows = what.EndsWith('.') ? rows.Where(row => row.What.StartsWith(what)) : rows.Where(row => row.What == what);
        if (query.By is { } by)
            rows = rows.Where(row => row.By == by);
        return query.Before is { } before ? rows.Where(row => row.Id < before) : rows;
    }
}
