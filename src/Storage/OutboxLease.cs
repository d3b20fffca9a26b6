using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>
/// Takes undelivered messages, at most one of each recipient, so that two hosts never take the same: notices in one statement, posts as
/// the rules of their channel allow. What goes to a paused channel waits.
/// </summary>
internal sealed class OutboxLease(GameContext db, DateTimeZone zone, Instant now, Instant until, string host)
{
    // Only what is undelivered is looked at, so a lease costs the same however long the history is. What waits for a time of its own
    // choosing holds nobody back; what a platform put off does.
    private const string FirstOfEach = """
        SELECT recipient, MIN(sequence) AS sequence FROM outbox
        WHERE carrier IS NULL
            AND ((state IN ('pending', 'sending') AND (due <= {0} OR attempt > 0)) OR (state = 'unknown' AND ask_at IS NOT NULL))
        GROUP BY recipient
        """;

    private const string Due = """
        SELECT o.id FROM outbox o JOIN first ON o.recipient = first.recipient AND o.sequence = first.sequence
        WHERE o.state = 'pending' AND o.due <= {0} AND (o.lease_until IS NULL OR o.lease_until <= {0})
        """;

    private const string Take = """
        UPDATE outbox SET fence = fence + 1, attempt = attempt + 1, lease_owner = {2}, lease_until = {3}
        WHERE id IN (SELECT id FROM due) RETURNING *
        """;

    private const string Notices = $"{Due} AND o.recipient LIKE 'person:%' ORDER BY o.sequence LIMIT {{1}}";

    private const string Sqlite = $"WITH first AS ({FirstOfEach}), due AS ({Notices}) {Take}";

    /// <summary>Rows another host is just taking are passed by, not waited for.</summary>
    private const string Postgres = $"WITH first AS ({FirstOfEach}), due AS MATERIALIZED ({Notices} FOR UPDATE OF o SKIP LOCKED) {Take}";

    private const string Posts = $"WITH first AS ({FirstOfEach}) SELECT * FROM outbox WHERE id IN ({Due} AND o.recipient LIKE 'channel:%')";

    public async Task<List<OutboxRow>> TakeAsync(int max, CancellationToken ct)
    {
        var taken = await NoticesAsync(max, ct);
        foreach (var channel in await DueChannelsAsync(ct))
            if (taken.Count < max && await new ChannelLease(db, zone, now, until, host).TakeAsync(channel, ct) is { } post)
                taken.Add(post);

        return taken;
    }

    private Task<List<OutboxRow>> NoticesAsync(int max, CancellationToken ct) =>
        db
            .Outbox.FromSqlRaw(db.Database.IsNpgsql() ? Postgres : Sqlite, Stored.Micros(now), max, host, Stored.Micros(until))
            .AsNoTracking()
            .ToListAsync(ct);

    /// <summary>In the order of what waits for them.</summary>
    private async Task<List<Recipient.Channel>> DueChannelsAsync(CancellationToken ct)
    {
        var first = await db.Outbox.FromSqlRaw(Posts, Stored.Micros(now)).AsNoTracking().ToListAsync(ct);
        return [.. first.OrderBy(row => row.Sequence).Select(row => (Recipient.Channel)Recipient.Parse(row.Recipient))];
    }
}
