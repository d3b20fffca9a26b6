using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>
/// Takes what may be posted to one channel now. What waits is read before what was posted, and the message is taken under the fence it
/// was read with: another host that posts in between makes this one find nothing, never a post too many.
/// </summary>
internal sealed class ChannelLease(GameContext db, DateTimeZone zone, Instant now, Instant until, string host)
{
    /// <summary>More do not fit into a digest, and the rest is looked at next time.</summary>
    private const int MostLookedAt = PostingTurn.MostOfADigest * 2;

    /// <summary>A paused channel is looked at again as soon as it is resumed, and by itself after this time.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(1);

    public async Task<OutboxRow?> TakeAsync(Recipient.Channel channel, CancellationToken ct)
    {
        var rows = await WaitingAsync(channel.Key, ct);
        if (rows.Count == 0 || rows.Exists(IsBusy))
            return null;

        var set = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == channel.Id, ct);
        var turn = set?.PausedBecause is null
            ? await TurnAsync(rows, set?.Settings ?? ChannelSettings.Default, channel, ct)
            : new PostingTurn.Wait(now + Pause);
        return turn switch
        {
            PostingTurn.Post(var id) => await TakeAsync(rows.Single(row => row.Id == id), [], ct),
            PostingTurn.Digest(var ids) => await TakeAsync(rows.Single(row => row.Id == ids[0]), [.. ids.Skip(1)], ct),
            PostingTurn.Wait(var later) => await HoldAsync(rows, later, ct),
            _ => throw new System.Diagnostics.UnreachableException($"Nothing to do for {turn.GetType().Name}."),
        };
    }

    private Task<List<OutboxRow>> WaitingAsync(string recipient, CancellationToken ct) =>
        db
            .Outbox.AsNoTracking()
            .Where(row =>
                row.Recipient == recipient
                && (
                    row.State == DeliveryState.Pending
                    || row.State == DeliveryState.Sending
                    || (row.State == DeliveryState.Unknown && row.AskAt != null)
                )
                && row.Carrier == null
            )
            .OrderBy(row => row.Sequence)
            .Take(MostLookedAt)
            .ToListAsync(ct);

    /// <summary>On its way, being asked for, or put off by the platform: what comes later stays behind it.</summary>
    private bool IsBusy(OutboxRow row) => row.State is DeliveryState.Sending || row.LeaseUntil > now || (row.Attempt > 0 && row.Due > now);

    private async Task<PostingTurn> TurnAsync(
        List<OutboxRow> rows,
        ChannelSettings settings,
        Recipient.Channel channel,
        CancellationToken ct
    )
    {
        var budget = settings.BudgetOn(channel.Id.Value.Split(':')[0]);
        return PostingTurn.Of(
            now,
            await PostsAsync(rows, ct),
            settings.Quiet,
            zone,
            budget,
            budget is { } most ? await PostedAsync(channel.Key, most, ct) : []
        );
    }

    private async Task<IReadOnlyList<WaitingPost>> PostsAsync(List<OutboxRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var kinds = (
            await db.Announcements.Where(row => ids.Contains(row.Outbox)).Select(row => new { row.Outbox, row.Kind }).ToListAsync(ct)
        ).ToLookup(row => row.Outbox, row => row.Kind);
        var edited = rows.Select(row => row.Edits).OfType<string>().ToList();
        var there =
            edited.Count == 0
                ? []
                : await db
                    .Outbox.Where(row => edited.Contains(row.Id) && row.State == DeliveryState.Sent)
                    .Select(row => row.Id)
                    .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new WaitingPost(
                row.Id,
                row.Planned,
                row.Attempt == 0 && row.Due > row.Planned,
                row.Attempt > 0,
                kinds[row.Id].Any(PostKind.IsUrgent),
                row.Edits is { } earlier && there.Contains(earlier)
            )),
        ];
    }

    /// <summary>A look through an index that ends after as many as the budget has. What the platform did not take is none of them.</summary>
    private async Task<IReadOnlyList<Instant>> PostedAsync(string recipient, int most, CancellationToken ct)
    {
        var posted = await db
            .Outbox.Where(row =>
                row.Recipient == recipient && row.Posted != null && row.State != DeliveryState.Pending && row.State != DeliveryState.Failed
            )
            .OrderByDescending(row => row.Posted)
            .Take(most)
            .Select(row => row.Posted)
            .ToListAsync(ct);
        return [.. posted.OfType<Instant>()];
    }

    private async Task<OutboxRow?> TakeAsync(OutboxRow row, IReadOnlyList<string> others, CancellationToken ct)
    {
        await using var both = await db.Database.BeginTransactionAsync(ct);
        var taken = await db
            .Outbox.Where(one => one.Id == row.Id && one.Fence == row.Fence && one.State == DeliveryState.Pending)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.Fence, one => one.Fence + 1)
                        .SetProperty(one => one.Attempt, one => one.Attempt + 1)
                        .SetProperty(one => one.LeaseOwner, host)
                        .SetProperty(one => one.LeaseUntil, until),
                ct
            );
        if (taken == 0)
            return null;

        if (others.Count > 0)
            await db
                .Outbox.Where(one => others.Contains(one.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Carrier, row.Id), ct);
        await both.CommitAsync(ct);
        return await db.Outbox.AsNoTracking().SingleAsync(one => one.Id == row.Id, ct);
    }

    private async Task<OutboxRow?> HoldAsync(List<OutboxRow> rows, Instant later, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        await db
            .Outbox.Where(row => ids.Contains(row.Id) && row.State == DeliveryState.Pending && row.LeaseUntil == null && row.Due <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, later), ct);
        return null;
    }
}
