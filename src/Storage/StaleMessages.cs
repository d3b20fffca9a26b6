using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>
/// What an outage made pointless is not posted when it ends: a hint of this morning, a provisional board of yesterday, a board that has a
/// later edition; and what a person should have heard more than a day ago, which the page shows. Everything else waits as long as it takes.
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

    /// <summary>Older news of a person's own are read on the page: nobody wants those of weeks at once.</summary>
    private static readonly Duration NoticeAge = Duration.FromHours(24);

    public static async Task DropAsync(GameContext db, Instant now, CancellationToken ct)
    {
        // Looks before writes: of what is due in time, nothing is touched.
        var youngest = now - Ages.Min(rule => rule.Age);
        if (await Free(db, now).AnyAsync(row => row.Planned <= youngest, ct))
            foreach (var (kind, age) in Ages)
                await ExpireAsync(db, kind, now - age, now, ct);
        var late = HeldUp(db, now, now - NoticeAge);
        if (await late.AnyAsync(ct))
            await DropAsync(late, "It could not be told in chat for more than a day; the page shows it.", now, ct);
        if (await Free(db, now).AnyAsync(row => row.Edits != null, ct))
            await ReplaceAsync(db, now, ct);
    }

    /// <summary>One that waits for a time of its own is as old as that time.</summary>
    private static Task<int> ExpireAsync(GameContext db, string kind, Instant before, Instant now, CancellationToken ct) =>
        DropAsync(
            Free(db, now)
                .Where(row => row.Attempt > 0 ? row.Planned <= before : row.Due <= before)
                .Where(row => db.Announcements.Any(told => told.Outbox == row.Id))
                .Where(row => db.Announcements.Where(told => told.Outbox == row.Id).All(told => told.Kind == kind)),
            "It was too old to be told when the platform answered again.",
            now,
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
        var messages = Free(db, now).Where(row => row.Id == earlier);
        if (await DropAsync(messages, "A later edition was posted in its place.", now, ct) == 0)
            return;

        await db.Outbox.Where(row => row.Id == later).ExecuteUpdateAsync(set => set.SetProperty(row => row.Edits, edits), ct);
        await both.CommitAsync(ct);
    }

    /// <summary>Nobody has to do anything about it.</summary>
    private static Task<int> DropAsync(IQueryable<OutboxRow> messages, string reason, Instant now, CancellationToken ct) =>
        messages.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.State, DeliveryState.Failed)
                    .SetProperty(row => row.Dismissed, now)
                    .SetProperty(row => row.Reason, reason),
            ct
        );

    /// <summary>Notices that were never tried, because an earlier one of the same person does not get through.</summary>
    private static IQueryable<OutboxRow> HeldUp(GameContext db, Instant now, Instant before) =>
        Free(db, now)
            .Where(row => row.Attempt == 0 && row.Due <= before && row.Recipient.StartsWith("person:"))
            .Where(row =>
                db.Outbox.Any(first =>
                    first.Recipient == row.Recipient
                    && first.Sequence < row.Sequence
                    && first.Attempt > 0
                    && (first.State == DeliveryState.Pending || first.State == DeliveryState.Sending)
                )
            );

    private static IQueryable<OutboxRow> Free(GameContext db, Instant now) =>
        db.Outbox.Where(row => row.State == DeliveryState.Pending && row.Due <= now && (row.LeaseUntil == null || row.LeaseUntil <= now));
}
