using System.Diagnostics;
using Bot.Commands;
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
    ReaderFormats formats,
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

    private Task<ReaderFormat> FormatAsync(Delivery delivery, CancellationToken ct) =>
        delivery.To switch
        {
            Recipient.Channel(var channel) => formats.OfChannelAsync(channel, ct),
            Recipient.Person(var person) => formats.OfPersonAsync(person, organisation.DayOf(delivery.Planned), ct),
            _ => throw new UnreachableException($"No format for {delivery.To.GetType().Name}."),
        };
}
