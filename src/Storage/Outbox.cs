using Gamification.Announcements;
using NodaTime;

namespace Storage;

/// <summary>SPEC 11: where a message stands.</summary>
public enum DeliveryState
{
    Pending,
    Sending,
    Sent,
    Failed,
    Unknown,
}

/// <summary>One message to one recipient, holding everything one cause has to tell it.</summary>
/// <param name="Id">Derived from cause and recipient, so that it is planned once; it is the id in the message's metadata.</param>
/// <param name="Fence">Rises with every lease; a result is only accepted with the fence it was leased under.</param>
/// <param name="Edits">The platform's id of the message that this one replaces (a living board); null for a new post.</param>
public sealed record Delivery(
    string Id,
    Recipient To,
    IReadOnlyList<Announcement> Announcements,
    int Attempt,
    long Fence,
    string? Edits,
    Instant Planned
);

/// <param name="State">The state of the message it goes out with.</param>
public sealed record AnnouncementView(
    string Id,
    string Kind,
    string About,
    Recipient To,
    DeliveryState State,
    Instant At,
    IReadOnlyDictionary<string, string> Data,
    string Post,
    string? MessageId,
    string? Reason
);

/// <summary>The outbox: leases with a fence, so that a host that died or was slow cannot speak twice.</summary>
public sealed class OutboxStore
{
    /// <summary>
    /// Leases due messages, at most one a recipient and never one behind an undelivered earlier one of the same recipient.
    /// Messages left in <c>sending</c> by a lease that ran out become <c>unknown</c>.
    /// </summary>
    public Task<IReadOnlyList<Delivery>> LeaseAsync(string host, Instant now, Duration lease, int max, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>Writes <c>sending</c> before the call goes out. False when the lease was lost: do not call.</summary>
    public Task<bool> SendingAsync(Delivery delivery, Instant now, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> SentAsync(Delivery delivery, string messageId, Instant now, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Back to <c>pending</c>, due later: the platform said that it took nothing.</summary>
    public Task<bool> PostponeAsync(Delivery delivery, Instant due, string reason, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> FailedAsync(Delivery delivery, string reason, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> UnknownAsync(Delivery delivery, string reason, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Unknown deliveries to one platform (<c>slack</c>) planned since, to be looked up where history may be read.</summary>
    public Task<IReadOnlyList<Delivery>> UnknownsAsync(string platform, Instant since, CancellationToken ct) => throw new NotSupportedException();
}

/// <summary>What was planned and what became of it.</summary>
public sealed class AnnouncementReader
{
    /// <summary>Newest first; null for every state.</summary>
    public Task<IReadOnlyList<AnnouncementView>> ListAsync(DeliveryState? state, int take, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>What a recipient was told, oldest first, the newest <paramref name="take"/>; a board's later edition replaces the earlier.</summary>
    public Task<IReadOnlyList<AnnouncementView>> ToAsync(Recipient to, int take, CancellationToken ct) => throw new NotSupportedException();
}
