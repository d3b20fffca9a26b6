using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams.Turns;

/// <summary>Where people and channels are reached later. Told only by activities whose token was checked.</summary>
internal sealed class Conversations(ChatStore chats)
{
    /// <summary>Writes only what is new: every message passes here.</summary>
    public async Task RememberAsync(Activity activity, CancellationToken ct)
    {
        var known = await chats.FindAsync(activity.Conversation.Root, ct);
        var told = Of(activity);
        var merged = told with { User = told.User ?? known?.User };
        if (merged != known)
            await chats.RememberAsync(merged, ct);
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
        );
}
