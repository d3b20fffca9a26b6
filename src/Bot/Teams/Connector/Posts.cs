using Bot.Channels;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams.Connector;

/// <summary>New messages to people and channels that nobody is waiting for at the other end of a request.</summary>
internal sealed class Posts(ConnectorClient connector, ChatStore chats)
{
    /// <summary>A thread of its own in a channel, a message anywhere else.</summary>
    public Task<DeliveryResult> ToConversationAsync(ConversationReference to, OutgoingMessage message, CancellationToken ct) =>
        to.Scope == Conversation.Channel
            ? connector.CreateAsync(to.ServiceUrl, Thread(to, message), ct)
            : connector.SendAsync(to.ServiceUrl, to.Conversation, message, ct);

    /// <summary>To the person's one-to-one chat, which is opened when it is not known. That works where the app is installed.</summary>
    public async Task<DeliveryResult> ToPersonAsync(PersonAddress to, OutgoingMessage message, CancellationToken ct)
    {
        if (await chats.FindPersonalAsync(to.User, ct) is { } known)
            return await connector.SendAsync(known.ServiceUrl, known.Conversation, message, ct);

        var opened = await connector.CreateAsync(to.ServiceUrl, Chat(to), ct);
        if (opened is not DeliveryResult.Sent { MessageId: var id } || MessageKey.Parse(id) is not { } chat)
            return opened is DeliveryResult.Sent ? new DeliveryResult.Refused(DeliveryReasons.NoChat.Format) : opened;

        await chats.RememberAsync(to.In(chat.Conversation), ct);
        return await connector.SendAsync(to.ServiceUrl, chat.Conversation, message, ct);
    }

    private static NewConversation Thread(ConversationReference to, OutgoingMessage message) =>
        new(IsGroup: true, new(to.BotId), to.TenantId, new(Channel: new(to.TeamsChannel ?? to.Conversation)), Activity: message);

    private static NewConversation Chat(PersonAddress to) =>
        new(IsGroup: false, new(to.BotId), to.TenantId, new(Tenant: new(to.TenantId)), Members: [new(to.Member)]);
}

/// <param name="User">The AAD object id: who the person is in every conversation.</param>
/// <param name="Member">The id to open a chat with: the one of a conversation, or the AAD object id itself.</param>
internal sealed record PersonAddress(string User, string Member, string ServiceUrl, string BotId, string? TenantId)
{
    /// <summary>Who wrote or pressed; only of somebody whose AAD object id came with it.</summary>
    public static PersonAddress Of(Activity activity) =>
        new(activity.From.AadObjectId!, activity.From.Id, activity.ServiceUrl, activity.Recipient.Id, activity.TenantId);

    public ConversationReference In(string conversation) =>
        new(conversation, ServiceUrl, TenantId, BotId, Conversation.Personal, User, null, null);
}
