using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>The outbox: leases with a fence, so that a host that died or was slow cannot speak twice.</summary>
public sealed class OutboxStore(IDbContextFactory<GameContext> contexts, Organisation organisation)
{
    /// <summary>Two looks so far apart, or a message that arrives late would be taken for lost.</summary>
    internal static readonly Duration Apart = Duration.FromSeconds(61);

    /// <summary>
    /// Leases due messages, at most one a recipient and never one behind an undelivered earlier one of the same recipient, unless that
    /// waits for a time of its own. A channel's budget and quiet hours decide what of it may go.
    /// Messages left in <c>sending</c> by a lease that ran out become <c>unknown</c>.
    /// </summary>
    public async Task<IReadOnlyList<Delivery>> LeaseAsync(string host, Instant now, Duration lease, int max, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await AnyWorkAsync(db, now, ct))
            return [];

        await GiveUpAsync(db, now, ct);
        await StaleMessages.DropAsync(db, now, ct);
        var leased = await new OutboxLease(db, organisation.Zone, now, now + lease, host).TakeAsync(max, ct);
        return await DeliveriesAsync(db, leased, ct);
    }

    /// <summary>Writes <c>sending</c> before the call goes out. False when the lease was lost: do not call.</summary>
    public Task<bool> SendingAsync(Delivery delivery, Instant now, CancellationToken ct) =>
        SettleAsync(
            delivery,
            outbox => outbox.Where(row => row.State == DeliveryState.Pending && row.LeaseUntil > now),
            set =>
                set.SetProperty(row => row.State, DeliveryState.Sending)
                    .SetProperty(row => row.Posted, delivery.Edits is null ? now : null),
            ct
        );

    /// <summary>One that was sent again is looked for once more: the first may have arrived late.</summary>
    public Task<bool> SentAsync(Delivery delivery, string messageId, Instant now, CancellationToken ct) =>
        SettleAsync(
            delivery,
            Unsettled,
            set =>
                set.SetProperty(row => row.State, DeliveryState.Sent)
                    .SetProperty(row => row.MessageId, messageId)
                    .SetProperty(row => row.AskAt, row => row.AbsentAt == null ? (Instant?)null : now + Apart)
                    .SetProperty(row => row.Reason, (string?)null),
            ct
        );

    /// <summary>Back to <c>pending</c>, due later and free for any host: the platform said that it took nothing.</summary>
    public Task<bool> PostponeAsync(Delivery delivery, Instant due, string reason, CancellationToken ct) =>
        SettleAsync(
            delivery,
            Unsettled,
            set =>
                set.SetProperty(row => row.State, DeliveryState.Pending)
                    .SetProperty(row => row.Due, due)
                    .SetProperty(row => row.LeaseUntil, (Instant?)null)
                    .SetProperty(row => row.Reason, reason),
            ct
        );

    public Task<bool> FailedAsync(Delivery delivery, string reason, CancellationToken ct) =>
        SettleAsync(
            delivery,
            Unsettled,
            set => set.SetProperty(row => row.State, DeliveryState.Failed).SetProperty(row => row.Reason, reason),
            ct
        );

    /// <summary>It may have been posted. Until the platform was asked, nothing later is posted there, so that the order stays.</summary>
    public Task<bool> UnknownAsync(Delivery delivery, string reason, Instant askAt, CancellationToken ct) =>
        SettleAsync(
            delivery,
            outbox => outbox.Where(row => row.State == DeliveryState.Sending),
            set =>
                set.SetProperty(row => row.State, DeliveryState.Unknown)
                    .SetProperty(row => row.AskAt, askAt)
                    .SetProperty(row => row.Reason, reason),
            ct
        );

    /// <summary>A look before the first write: an idle host must not queue for SQLite's write lock.</summary>
    private static Task<bool> AnyWorkAsync(GameContext db, Instant now, CancellationToken ct) =>
        db.Outbox.AnyAsync(
            row =>
                (
                    row.State == DeliveryState.Pending
                    && row.Carrier == null
                    && row.Due <= now
                    && (row.LeaseUntil == null || row.LeaseUntil <= now)
                ) || (row.State == DeliveryState.Sending && row.LeaseUntil <= now),
            ct
        );

    /// <summary>What a digest tells shares its fate; only the digest itself is asked for.</summary>
    private static Task<int> GiveUpAsync(GameContext db, Instant now, CancellationToken ct) =>
        db
            .Outbox.Where(row => row.State == DeliveryState.Sending && row.LeaseUntil <= now)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Unknown)
                        .SetProperty(row => row.AskAt, row => row.Carrier == null ? now : null)
                        .SetProperty(row => row.Reason, "The host stopped while it was sending."),
                ct
            );

    /// <summary>
    /// What a result may still settle. <c>Unknown</c> is among it: a late answer under the same fence, or a look into the
    /// channel's history, says what happened.
    /// </summary>
    private static IQueryable<OutboxRow> Unsettled(IQueryable<OutboxRow> outbox) =>
        outbox.Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Sending || row.State == DeliveryState.Unknown);

    internal async Task<bool> SettleAsync(
        Delivery delivery,
        Func<IQueryable<OutboxRow>, IQueryable<OutboxRow>> from,
        Action<UpdateSettersBuilder<OutboxRow>> set,
        CancellationToken ct
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var leased = db.Outbox.Where(row => row.Id == delivery.Id && row.Fence == delivery.Fence);
        if (!delivery.IsDigest)
            return await from(leased).ExecuteUpdateAsync(set, ct) == 1;

        await using var all = await db.Database.BeginTransactionAsync(ct);
        if (await from(leased).ExecuteUpdateAsync(set, ct) == 0)
            return false;

        await OutboxDigest.FollowAsync(db, delivery.Id, ct);
        await all.CommitAsync(ct);
        return true;
    }

    internal static async Task<IReadOnlyList<Delivery>> DeliveriesAsync(GameContext db, List<OutboxRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return [];

        var ids = rows.Select(row => row.Id).ToList();
        var carried = (await OutboxDigest.OfAsync(db, ids, ct)).ToLookup(row => row.Carrier);
        ids.AddRange(carried.SelectMany(digest => digest).Select(row => row.Id));
        var announcements = await db.Announcements.AsNoTracking().Where(row => ids.Contains(row.Outbox)).ToListAsync(ct);
        var told = announcements.ToLookup(row => row.Outbox);
        var messages = await EarlierMessagesAsync(db, rows, ct);
        return
        [
            .. rows.OrderBy(row => row.Sequence)
                .Select(row =>
                    row.ToDelivery(told[row.Id], messages.GetValueOrDefault(row.Edits ?? "")) with
                    {
                        Others = [.. carried[row.Id].Select(other => other.ToDelivery(told[other.Id], edits: null))],
                    }
                ),
        ];
    }

    /// <summary>The platform's ids of the messages that these replace. One that never arrived is not there: the later edition is a new post.</summary>
    private static async Task<Dictionary<string, string?>> EarlierMessagesAsync(GameContext db, List<OutboxRow> rows, CancellationToken ct)
    {
        var edited = rows.Select(row => row.Edits).OfType<string>().ToList();
        return edited.Count == 0
            ? []
            : await db
                .Outbox.Where(row => edited.Contains(row.Id) && row.State == DeliveryState.Sent)
                .ToDictionaryAsync(row => row.Id, row => row.MessageId, ct);
    }
}
