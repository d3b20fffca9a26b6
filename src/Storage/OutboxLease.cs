using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>
/// Takes the first undelivered message of each recipient, if it is due and free, in one statement: two hosts never take the same. What
/// goes to a paused channel waits.
/// </summary>
internal static class OutboxLease
{
    // Only what is undelivered is looked at, so a lease costs the same however long the history is.
    private const string FirstOfEach = """
        SELECT recipient, MIN(sequence) AS sequence FROM outbox
        WHERE state IN ('pending', 'sending') OR (state = 'unknown' AND ask_at IS NOT NULL) GROUP BY recipient
        """;

    private const string Due = """
        SELECT o.id FROM outbox o JOIN first ON o.recipient = first.recipient AND o.sequence = first.sequence
        WHERE o.state = 'pending' AND o.due <= {0} AND (o.lease_until IS NULL OR o.lease_until <= {0})
        AND o.recipient NOT IN (SELECT 'channel:' || c.id FROM channel c WHERE c.paused_because IS NOT NULL)
        ORDER BY o.sequence LIMIT {1}
        """;

    private const string Take = """
        UPDATE outbox SET fence = fence + 1, attempt = attempt + 1, lease_owner = {2}, lease_until = {3}
        WHERE id IN (SELECT id FROM due) RETURNING *
        """;

    private const string Sqlite = $"WITH first AS ({FirstOfEach}), due AS ({Due}) {Take}";

    /// <summary>Rows another host is just taking are passed by, not waited for.</summary>
    private const string Postgres = $"WITH first AS ({FirstOfEach}), due AS MATERIALIZED ({Due} FOR UPDATE OF o SKIP LOCKED) {Take}";

    public static Task<List<OutboxRow>> TakeAsync(GameContext db, string host, Instant now, Instant until, int max, CancellationToken ct) =>
        db
            .Outbox.FromSqlRaw(db.Database.IsNpgsql() ? Postgres : Sqlite, Stored.Micros(now), max, host, Stored.Micros(until))
            .AsNoTracking()
            .ToListAsync(ct);
}
