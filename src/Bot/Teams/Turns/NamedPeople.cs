using Bot.Teams.Connector;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>
/// What a person typed, with each mention of somebody else as that person's directory id, <c>&lt;@id&gt;</c>: people are linked by it, and
/// a mention only carries a chat id and a name anybody could have.
/// </summary>
internal sealed class NamedPeople(ConnectorClient connector)
{
    private const int MostMentions = 3;

    public async Task<string> LineAsync(Activity activity, CancellationToken ct)
    {
        var line = MessageText.Of(activity);
        foreach (var mention in MessageText.Others(activity).Take(MostMentions))
            line = line.Replace(mention.Text, await NameAsync(activity, mention, ct), StringComparison.Ordinal);

        return line;
    }

    /// <summary>Who is nobody of this conversation stays a name.</summary>
    private async Task<string> NameAsync(Activity activity, (Account Who, string Text) mention, CancellationToken ct)
    {
        var id =
            mention.Who.AadObjectId
            ?? (await connector.MemberAsync(activity.ServiceUrl, activity.Conversation.Id, mention.Who.Id, ct))?.AadObjectId;
        return id is null ? MessageText.Untagged(mention.Text) : $"<@{id}>";
    }
}
