using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams.Turns;

/// <summary>Where people and channels are reached later. Told only by activities whose token was checked.</summary>
internal sealed class Conversations(ChatStore chats)
{
    /// <summary>Not every activity of a chat names its person, so the one that is known stays.</summary>
    public async Task RememberAsync(Activity activity, CancellationToken ct)
    {
        var told = Of(activity);
        await chats.RememberAsync(told with { User = told.User ?? (await chats.FindAsync(told.Conversation, ct))?.User }, ct);
    }

    public Task ForgetAsync(Activity activity, CancellationToken ct) => chats.ForgetAsync(activity.Conversation.Root, ct);

    public static ConversationReference Of(Activity activity) =>
        new(
            activity.Conversation.Root,
            activity.ServiceUrl,
            activity.TenantId,
            activity.Recipient.Id,
            activity.Conversation.Scope,
            activity.Conversation.IsPersonal ? activity.From.AadObjectId : null,
            activity.ChannelData?.Team?.Id,
            activity.ChannelData?.Channel?.Id
        )
        {
            Locale = activity.Conversation.IsPersonal ? activity.Culture?.Name : null,
        };
}
