using Bot.Settings;
using Storage;

namespace Bot.Outbox;

/// <summary>What somebody decides about a message that failed or is unconfirmed: an audit row, and once per attempt.</summary>
public sealed class TroubleDesk(PlayStore store, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>False when somebody was faster, or the message is not in trouble any more.</summary>
    public async Task<bool> PostAgainAsync(TroubledMessage message, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (!await write.PostAgainAsync(message.Id, message.Attempt, ct))
            return false;

        await write.AuditAsync(RowOf(message, "message.again", "pending", by), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return true;
    }

    public async Task<bool> DismissAsync(TroubledMessage message, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (!await write.DismissMessageAsync(message.Id, ct))
            return false;

        await write.AuditAsync(RowOf(message, "message.dismissed", "dismissed", by), ct);
        await write.CommitAsync(ct);
        return true;
    }

    private AuditRecord RowOf(TroubledMessage message, string what, string after, string by) =>
        new(clock.Now(), by, what, message.Id, message.State.ToString().ToLowerInvariant(), after, message.Reason);
}
