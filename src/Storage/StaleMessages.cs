using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage;

/// <summary>
/// What an outage made pointless is not posted when it ends: a hint of this morning, a provisional board of yesterday, a board that has a
/// later edition. Everything else waits as long as it takes.
/// </summary>
internal static class StaleMessages
{
    private const string NearBadge = AnnouncementKinds.BadgeNear;

    private static readonly (string Kind, Duration Age)[] Ages =
    [
        (GoalHints.Near, Duration.FromHours(12)),
        (NearBadge, Duration.FromHours(12)),
        (BoardSchedule.Provisional, Duration.FromHours(24)),
    ];

    public static async Task DropAsync(GameContext db, Instant now, CancellationToken ct)
    {
        // Looks before writes: of what is due in time, nothing is touched.
        var youngest = now - Ages.Min(rule => rule.Age);
        if (await Free(db, now).AnyAsync(row => row.Planned <= youngest, ct))
            foreach (var (kind, age) in Ages)
                await ExpireAsync(db, kind, now - age, now, ct);
        if (await Free(db, now).AnyAsync(row => row.Edits != null, ct))
            await ReplaceAsync(db, now, ct);
    }

    /// <summary>One that waits for a time of its own is as old as that time.</summary>
    private static Task<int> ExpireAsync(GameContext db, string kind, Instant before, Instant now, CancellationToken ct) =>
        Free(db, now)
            .Where(row => row.Attempt > 0 ? row.Planned <= before : row.Due <= before)
            .Where(row => db.Announcements.Any(told => told.Outbox == row.Id))
            .Where(row => db.Announcements.Where(told => told.Outbox == row.Id).All(told => told.Kind == kind))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Failed)
                        .SetProperty(row => row.Dismissed, now)
                        .SetProperty(row => row.Reason, "It was too old to be told when the platform answered again."),
                ct
            );

    /// <summary>The later edition takes the place of what the earlier one would have edited.</summary>
    private static async Task ReplaceAsync(GameContext db, Instant now, CancellationToken ct)
    {
        var editions = await Free(db, now)
            .Join(Free(db, now), earlier => earlier.Id, later => later.Edits, (earlier, later) => new { Earlier = earlier, Later = later })
            .OrderBy(pair => pair.Earlier.Sequence)
            .Select(pair => new { pair.Earlier.Id, Later = pair.Later.Id })
            .ToListAsync(ct);
        foreach (var edition in editions)
            await ReplaceAsync(db, edition.Id, edition.Later, now, ct);
    }

    private static async Task ReplaceAsync(GameContext db, string earlier, string later, Instant now, CancellationToken ct)
    {
        await using var both = await db.Database.BeginTransactionAsync(ct);
        var edits = await db.Outbox.Where(row => row.Id == earlier).Select(row => row.Edits).SingleAsync(ct);
        var dropped = await Free(db, now)
            .Where(row => row.Id == earlier)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Failed)
                        .SetProperty(row => row.Dismissed, now)
                        .SetProperty(row => row.Reason, "A later edition was posted in its place."),
                ct
            );
        if (dropped == 0)
            return;

        await db.Outbox.Where(row => row.Id == later).ExecuteUpdateAsync(set => set.SetProperty(row => row.Edits, edits), ct);
        await both.CommitAsync(ct);
    }

    private static IQueryable<Rows.OutboxRow> Free(GameContext db, Instant now) =>
        db.Outbox.Where(row => row.State == DeliveryState.Pending && row.Due <= now && (row.LeaseUntil == null || row.LeaseUntil <= now));
}
