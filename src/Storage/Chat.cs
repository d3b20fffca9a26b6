using Gamification;
using NodaTime;

namespace Storage;

/// <summary>A Teams conversation as an authenticated activity described it.</summary>
/// <param name="Conversation">Without <c>;messageid=</c>.</param>
/// <param name="Scope"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="User">The AAD object id of the person of a personal conversation.</param>
public sealed record ConversationReference(
    string Conversation,
    string ServiceUrl,
    string? TenantId,
    string BotId,
    string Scope,
    string? User,
    string? TeamsTeam,
    string? TeamsChannel
);

/// <summary>What the chat platforms told us and must not be forgotten or taken twice.</summary>
public sealed class ChatStore
{
    /// <summary>True the first time this id is seen, on whichever host; kept for a day.</summary>
    public Task<bool> FirstTimeAsync(string platform, string id, Instant now, CancellationToken ct) => throw new NotSupportedException();

    public Task RememberAsync(ConversationReference reference, CancellationToken ct) => throw new NotSupportedException();

    public Task<ConversationReference?> FindAsync(string conversation, CancellationToken ct) => throw new NotSupportedException();

    public Task<ConversationReference?> FindPersonalAsync(string user, CancellationToken ct) => throw new NotSupportedException();

    public Task ForgetAsync(string conversation, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The team a channel is connected to; null when it is not connected. An organisation channel has a null team.</summary>
    public Task<ConnectedChannel?> ChannelAsync(ChannelId id, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<ConnectedChannel>> ChannelsAsync(CancellationToken ct) => throw new NotSupportedException();
}
