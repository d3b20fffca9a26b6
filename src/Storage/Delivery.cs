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
)
{
    /// <summary>What is told with it in one digest, each as a message of its own would be; empty for a message that is none.</summary>
    public IReadOnlyList<Delivery> Others { get; init; } = [];

    public bool IsDigest => Others.Count > 0;
}
