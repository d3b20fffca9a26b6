using Bot.Commands;
using Bot.Texts;
using Gamification;
using Gamification.Announcements;
using Storage;

namespace Bot.Cards;

/// <summary>Composes a planned message at the moment it goes out, in the language its channel or its person has chosen.</summary>
public sealed class AnnouncementComposer(
    BoardGathering boards,
    DirectoryReader directory,
    ChatStore chat,
    BadgeReader badges,
    GoalNewsGathering news,
    Organisation organisation
)
{
    public async Task<Card> ComposeAsync(Delivery delivery, CancellationToken ct)
    {
        var format = await FormatAsync(delivery, ct);
        var composing = new MessageComposing(boards, directory, chat, badges, news, organisation, format);
        if (!delivery.IsDigest)
            return await composing.ComposeAsync(delivery, ct);

        var cards = new List<Card>();
        foreach (var message in delivery.Others.Prepend(delivery))
            cards.Add(await composing.ComposeAsync(message, ct));
        return DigestCard.Compose(cards, format);
    }

    private async Task<ReaderFormat> FormatAsync(Delivery delivery, CancellationToken ct)
    {
        var chosen = delivery.To switch
        {
            Recipient.Channel(var channel) => (await chat.ChannelViewAsync(channel, ct))?.Settings.Language,
            Recipient.Person(var person) => (await directory.FindAsync(person, organisation.DayOf(delivery.Planned), ct))?.Language,
            _ => null,
        };
        return chosen is not null && Language.Named(chosen) is { } language
            ? new(language.ForEveryone, organisation)
            : ReaderFormat.ForEveryone(organisation);
    }
}
