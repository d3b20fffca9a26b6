using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage.Errands;

/// <summary>What was acknowledged and is still to be done, kept until it is done by whichever host lives.</summary>
public sealed class ErrandStore(IDbContextFactory<ErrandContext> contexts)
{
    /// <summary>As long as a platform may bring a request again.</summary>
    private static readonly Duration Kept = Duration.FromDays(1);

    /// <summary>Durable when it returns, and leased by this host. Null when it was taken before, by whichever host.</summary>
    public async Task<Errand?> TakeAsync(
        string platform,
        string id,
        string body,
        string host,
        Instant now,
        Duration lease,
        CancellationToken ct
    ) => await AddAsync(platform, id, body, now, host, now + lease, ct) ? new(platform, id, body, now, Fence: 1) : null;

    /// <summary>True the first time this id is seen, on whichever host; kept for a day. There is nothing to be done for it.</summary>
    public Task<bool> FirstTimeAsync(string platform, string id, Instant now, CancellationToken ct) =>
        AddAsync(platform, id, body: null, now, host: null, until: null, ct);

    /// <summary>Takes over what is due and free, or whose host has not been heard of since its lease ran out; never what this host does already.</summary>
    public async Task<IReadOnlyList<Errand>> LeaseAsync(
        IReadOnlyCollection<string> platforms,
        string host,
        Instant now,
        Duration lease,
        int max,
        CancellationToken ct
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var due = db.Errands.Where(row =>
            row.Body != null
            && row.Due <= now
            && platforms.Contains(row.Platform)
            && (row.LeaseOwner == null || (row.LeaseOwner != host && row.LeaseUntil <= now))
        );
        List<Errand> leased = [];
        foreach (var row in await due.OrderBy(row => row.Due).Take(max).AsNoTracking().ToListAsync(ct))
            if (
                await OfFence(db, row.Platform, row.Id, row.Fence)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(errand => errand.LeaseOwner, host)
                                .SetProperty(errand => errand.LeaseUntil, now + lease)
                                .SetProperty(errand => errand.Fence, row.Fence + 1),
                        ct
                    ) == 1
            )
                leased.Add(new(row.Platform, row.Id, row.Body!, row.At, row.Fence + 1));
        return leased;
    }

    /// <summary>A host that lives keeps what it is doing.</summary>
    public async Task RenewAsync(string host, Instant until, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db
            .Errands.Where(row => row.Body != null && row.LeaseOwner == host)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), ct);
    }

    /// <summary>Done: what was asked and the address of its answer are erased, that it was asked stays for a day.</summary>
    public Task<bool> DoneAsync(Errand errand, CancellationToken ct) => SettleAsync(errand, body: null, due: null, ct);

    /// <summary>To be gone on with later, by any host.</summary>
    /// <param name="body">What is left to be done.</param>
    public Task<bool> LaterAsync(Errand errand, string body, Instant due, CancellationToken ct) => SettleAsync(errand, body, due, ct);

    public async Task PruneAsync(Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var old = now - Kept;
        await db.Errands.Where(row => row.At < old).ExecuteDeleteAsync(ct);
    }

    private async Task<bool> AddAsync(
        string platform,
        string id,
        string? body,
        Instant now,
        string? host,
        Instant? until,
        CancellationToken ct
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO errand (platform, id, body, at, due, lease_owner, lease_until, fence)
                VALUES ({platform}, {id}, {body}, {Stored.Micros(now)}, {Stored.Micros(now)}, {host},
                    {(until is { } end ? Stored.Micros(end) : null)}, 1)
                ON CONFLICT DO NOTHING
                """,
                ct
            ) == 1;
    }

    private async Task<bool> SettleAsync(Errand errand, string? body, Instant? due, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await OfFence(db, errand.Platform, errand.Id, errand.Fence)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.Body, body)
                            .SetProperty(row => row.Due, row => due ?? row.Due)
                            .SetProperty(row => row.LeaseOwner, (string?)null)
                            .SetProperty(row => row.LeaseUntil, (Instant?)null),
                    ct
                ) == 1;
    }

    private static IQueryable<ErrandRow> OfFence(ErrandContext db, string platform, string id, long fence) =>
        db.Errands.Where(row => row.Platform == platform && row.Id == id && row.Fence == fence && row.Body != null);
}
