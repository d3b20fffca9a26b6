using Bot.Cards;

namespace Bot.Channels;

/// <summary>A platform messages are delivered to. It is called by the outbox only, once per attempt, and never retries by itself.</summary>
public interface IChannel
{
    /// <summary><c>slack</c>, <c>teams</c> or <c>web</c>.</summary>
    string Platform { get; }

    /// <summary>Posts a message, or replaces one that it posted before.</summary>
    Task<DeliveryResult> DeliverAsync(Message message, CancellationToken ct);

    /// <summary>Looks for a message whose answer was lost.</summary>
    Task<Lookup> FindAsync(Message message, DateTimeOffset sentAfter, CancellationToken ct);

    /// <summary>Takes back a message that was posted twice. Asked only where <see cref="FindAsync"/> found it.</summary>
    Task<bool> DeleteAsync(string messageId, CancellationToken ct) => Task.FromResult(false);
}

/// <param name="Id">The outbox id, carried in the message's metadata where the platform has any.</param>
/// <param name="Conversation">A channel's id; null for a person.</param>
/// <param name="User">The person's identity on the platform; null for a channel.</param>
/// <param name="Edits">The platform's id of the message to replace; null for a new one.</param>
public sealed record Message(string Id, string? Conversation, string? User, Card Card, string? Edits);

/// <summary>What the platform made of one attempt.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult() { }

    public sealed record Sent(string MessageId) : DeliveryResult;

    /// <summary>The platform took nothing and says when to come again.</summary>
    public sealed record Later(TimeSpan After, string Reason) : DeliveryResult
    {
        /// <summary>It said no time: the wait is ours, and grows with every attempt.</summary>
        public bool IsGuess { get; init; }
    }

    /// <summary>The platform will never take it.</summary>
    public sealed record Refused(string Reason) : DeliveryResult;

    /// <summary>Nothing is wrong with the message: where it goes to cannot be posted to until somebody mends that.</summary>
    public sealed record Away(ChannelTrouble Trouble) : DeliveryResult;

    /// <summary>The answer was lost: it may or may not have been posted.</summary>
    public sealed record Unknown(string Reason) : DeliveryResult;
}

/// <summary>Whether a message of unknown fate is there.</summary>
public abstract record Lookup
{
    private Lookup() { }

    /// <param name="Repeats">The same posted again, later.</param>
    public sealed record Found(string MessageId, IReadOnlyList<string> Repeats) : Lookup
    {
        public Found(string messageId)
            : this(messageId, []) { }
    }

    public sealed record Absent : Lookup;

    /// <summary>The platform does not answer now.</summary>
    public sealed record Later(TimeSpan After) : Lookup;

    /// <summary>This platform, or this app's scopes, cannot be asked.</summary>
    public sealed record CannotTell : Lookup;
}
