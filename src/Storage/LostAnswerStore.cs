using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage;

/// <summary>Messages whose answer was lost: when their platform is asked for them, and what it said.</summary>
public sealed class LostAnswerStore(OutboxStore outbox, IDbContextFactory<GameContext> contexts)
{
    private const int Batch = 50;

    /// <summary>What is to be asked for now, with what is known of it. A sent one was sent twice, perhaps.</summary>
    public async Task<IReadOnlyList<(Delivery Delivery, string? MessageId)>> DueAsync(Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db
            .Outbox.AsNoTracking()
            .Where(row => row.AskAt != null && row.AskAt <= now && (row.State == DeliveryState.Unknown || row.State == DeliveryState.Sent))
            .OrderBy(row => row.AskAt)
            .Take(Batch)
            .ToListAsync(ct);
        var known = rows.ToDictionary(row => row.Id, row => row.MessageId, StringComparer.Ordinal);
        return [.. (await OutboxStore.DeliveriesAsync(db, rows, ct)).Select(delivery => (delivery, known[delivery.Id]))];
    }

    /// <summary>It is there.</summary>
    public Task<bool> FoundAsync(Delivery delivery, string messageId, CancellationToken ct) =>
        outbox.SettleAsync(
            delivery,
            rows => rows.Where(row => row.AskAt != null),
            set =>
                set.SetProperty(row => row.State, DeliveryState.Sent)
                    .SetProperty(row => row.MessageId, messageId)
                    .SetProperty(row => row.AskAt, (Instant?)null)
                    .SetProperty(row => row.AbsentAt, (Instant?)null)
                    .SetProperty(row => row.Reason, (string?)null),
            ct
        );

    /// <summary>It is not there. Said twice, more than a minute apart, it was not posted and is sent again.</summary>
    public async Task AbsentAsync(Delivery delivery, Instant now, CancellationToken ct)
    {
        var isSecond = await outbox.SettleAsync(
            delivery,
            rows =>
                rows.Where(row =>
                    row.State == DeliveryState.Unknown && row.AbsentAt != null && row.AbsentAt < now - Duration.FromMinutes(1)
                ),
            set =>
                set.SetProperty(row => row.State, DeliveryState.Pending)
                    .SetProperty(row => row.Due, now)
                    .SetProperty(row => row.LeaseUntil, (Instant?)null)
                    .SetProperty(row => row.AskAt, (Instant?)null)
                    .SetProperty(row => row.Reason, "It was not there when looked for twice."),
            ct
        );
        if (!isSecond)
            await outbox.SettleAsync(
                delivery,
                rows => rows.Where(row => row.State == DeliveryState.Unknown && row.AbsentAt == null),
                set => set.SetProperty(row => row.AbsentAt, now).SetProperty(row => row.AskAt, now + OutboxStore.Apart),
                ct
            );
    }

    /// <summary>The platform does not answer now.</summary>
    public Task<bool> AskAgainAsync(Delivery delivery, Instant at, CancellationToken ct) =>
        outbox.SettleAsync(delivery, rows => rows.Where(row => row.AskAt != null), set => set.SetProperty(row => row.AskAt, at), ct);

    /// <summary>The platform cannot be asked, or not any more: it stays as it is, listed, and is never sent again by itself.</summary>
    public Task<bool> LeaveAsync(Delivery delivery, CancellationToken ct) =>
        outbox.SettleAsync(
            delivery,
            rows => rows.Where(row => row.AskAt != null),
            set => set.SetProperty(row => row.AskAt, (Instant?)null),
            ct
        );
}
