using Bot.Channels;
using Bot.Settings;
using Bot.Teams.Connector;
using Bot.Teams.Tokens;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams;

/// <summary>Announcements and notices in Teams.</summary>
internal sealed class TeamsChannel(
    TeamsSettings settings,
    ConnectorClient connector,
    Posts posts,
    ChatStore chats,
    ServiceUrls serviceUrls,
    TeamsCards cards,
    Viewers viewers
) : IChannel
{
    public string Platform => "teams";

    public Task<DeliveryResult> DeliverAsync(Message message, CancellationToken ct) =>
        message switch
        {
            { Edits: { } stored } => EditAsync(stored, message, ct),
            { Conversation: { } conversation } => PostAsync(conversation, message, ct),
            { User: { } user } => TellAsync(user, message, ct),
            _ => Refused(DeliveryReasons.NoRecipient.Format),
        };

    /// <summary>A bot may not read what was posted, so a lost answer stays unconfirmed.</summary>
    public Task<Lookup> FindAsync(Message message, DateTimeOffset sentAfter, CancellationToken ct) =>
        Task.FromResult<Lookup>(new Lookup.CannotTell());

    private async Task<DeliveryResult> EditAsync(string stored, Message message, CancellationToken ct) =>
        MessageKey.Parse(stored) is { Activity.Length: > 0 } key
        && await chats.FindAsync(Conversation.RootOf(key.Conversation), ct) is { } reference
            ? await connector.UpdateAsync(reference.ServiceUrl, key, await CardAsync(reference, message, ct), ct)
            : await Refused(DeliveryReasons.NothingToEdit.Format);

    private async Task<DeliveryResult> PostAsync(string conversation, Message message, CancellationToken ct) =>
        await chats.FindAsync(conversation, ct) is { } reference
            ? InConversation(await posts.ToConversationAsync(reference, await CardAsync(reference, message, ct), ct))
            : new DeliveryResult.Away(ChannelTrouble.Removed);

    private async Task<DeliveryResult> TellAsync(string user, Message message, CancellationToken ct)
    {
        // Where no conversation of the person is known yet, any other one says where Teams is and whose tenant this is.
        var known = await chats.FindPersonalAsync(user, ct) ?? await chats.AnyAsync(ct);
        return (known?.ServiceUrl ?? serviceUrls.First) is { } serviceUrl
            ? await posts.ToPersonAsync(
                new(user, user, serviceUrl, $"28:{settings.AppId}", settings.TenantId ?? known?.TenantId),
                cards.Message(message.Card),
                ct
            )
            : await Refused(DeliveryReasons.NobodyWrote.Format);
    }

    /// <summary>Forbidden, or no such conversation: the app was taken out, or the channel is gone.</summary>
    private static DeliveryResult InConversation(DeliveryResult result) =>
        result is DeliveryResult.Refused(var reason)
        && (reason.StartsWith("HTTP 403", StringComparison.Ordinal) || reason.StartsWith("HTTP 404", StringComparison.Ordinal))
            ? new DeliveryResult.Away(ChannelTrouble.Removed)
            : result;

    private async Task<OutgoingMessage> CardAsync(ConversationReference conversation, Message message, CancellationToken ct) =>
        cards.Message(message.Card, await viewers.OfAsync(conversation, message.Card, ct));

    private static Task<DeliveryResult> Refused(string reason) => Task.FromResult<DeliveryResult>(new DeliveryResult.Refused(reason));
}
