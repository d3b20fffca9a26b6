using Bot.Cards;
using Bot.Commands;
using Bot.Teams.Connector;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams.Turns;

/// <summary>
/// Where a person asked: where they wrote, or the channel that a button in their own chat names. That is the client's word, so it counts
/// only for a channel the bot is in and whose members Teams says they are one of.
/// </summary>
internal sealed class AskedPlace(ChatStore chats, ConnectorClient connector)
{
    private const string Platform = "teams";
    private const int LongestConversation = 400;

    public static Place Of(Activity activity) => new(Platform, activity.Conversation.Root, IsChannel: !activity.Conversation.IsPersonal);

    /// <summary>The place, and the line without the name of the channel.</summary>
    public async Task<(string Line, Place Place)> OfAsync(Activity activity, string line, CancellationToken ct)
    {
        var (words, named) = ChannelLine.Split(line);
        return
            named is { Length: <= LongestConversation }
            && activity.Conversation.IsPersonal
            && await chats.FindAsync(named, ct) is { } channel
            && await IsMemberAsync(activity, channel, ct)
            ? (words, new(Platform, channel.Conversation, IsChannel: true))
            : (words, Of(activity));
    }

    private async Task<bool> IsMemberAsync(Activity activity, ConversationReference channel, CancellationToken ct) =>
        channel.Scope != Conversation.Personal
        && await connector.MemberAsync(channel.ServiceUrl, channel.Conversation, activity.From.Id, ct) is not null;
}
