using System.Collections.Concurrent;
using Bot.Cards;
using Bot.Teams.Connector;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams;

/// <summary>
/// Who sees an own view of a card at once: the people the card names for that, as members of the conversation it is posted in. What they
/// are shown is decided when their client asks, by who asks.
/// </summary>
internal sealed class Viewers(ConnectorClient connector, DirectoryReader directory, TimeProvider clock)
{
    /// <summary>Boards are edited often, teams are not.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<string, (IReadOnlyDictionary<string, string> ByDirectory, DateTimeOffset Until)> kept = new(
        StringComparer.Ordinal
    );

    /// <summary>Their ids towards this bot; none where there is nothing of their own, or Teams does not say who is there.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(ConversationReference conversation, Card card, CancellationToken ct)
    {
        if (card.Own is not { Readers: { Count: > 0 } readers } || conversation.Scope == Conversation.Personal)
            return [];

        var members = await MembersAsync(conversation, ct);
        if (members.Count == 0)
            return [];

        var linked = await directory.IdentitiesOfAsync(readers, "teams", ct);
        return [.. linked.Select(id => members.GetValueOrDefault(id)).OfType<string>().Distinct().Take(BoardPostCard.MostReaders)];
    }

    private async Task<IReadOnlyDictionary<string, string>> MembersAsync(ConversationReference conversation, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (kept.TryGetValue(conversation.Conversation, out var entry) && now < entry.Until)
            return entry.ByDirectory;

        if (await connector.MembersAsync(conversation.ServiceUrl, conversation.Conversation, ct) is not { } members)
            return new Dictionary<string, string>();

        var byDirectory = members
            .Where(member => member is { DirectoryId: { Length: > 0 }, Id: { Length: > 0 } })
            .DistinctBy(member => member.DirectoryId, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(member => member.DirectoryId!, member => member.Id!, StringComparer.OrdinalIgnoreCase);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[conversation.Conversation] = (byDirectory, now + KeptFor);
        return byDirectory;
    }
}
