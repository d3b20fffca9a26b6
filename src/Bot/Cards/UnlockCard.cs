using Gamification.Badges;
using NodaTime;

namespace Bot.Cards;

/// <param name="Number">The sum that unlocked it.</param>
/// <param name="Amount">The revenue that did it, in minor units; null where money has no part in it.</param>
public sealed record Unlock(Badge Badge, long Number, long? Amount)
{
    /// <summary>When the activity occurred, where it came after its period had closed.</summary>
    public Instant? Late { get; init; }
}

/// <summary>A locked badge that came near.</summary>
public sealed record Near(Badge Badge, long Value);

/// <summary>Everything one activity unlocked, in one post.</summary>
public static class UnlockCard
{
    /// <param name="name">Who, as others may call them; null when the card is for themselves.</param>
    /// <param name="user">The person's id on the channel's platform, where posts there mention them; null calls them by name only.</param>
    public static Card Compose(string? name, IReadOnlyList<Unlock> unlocks, ReaderFormat format, string? user = null, Near? near = null) =>
        new(
            Title(unlocks.Count),
            [
                .. name is not null && user is not null && unlocks.Count > 0
                    ? [new CardPart.Mention(name, user, Earned(unlocks))]
                    : Array.Empty<CardPart>(),
                .. unlocks.Select(unlock => Celebration(unlock, user is null ? name ?? "You" : null, format)),
                .. near is not null ? Hint(near, format) : [],
            ]
        );

    /// <summary>To the person alone: quiet, and with the way back.</summary>
    public static Card TakenBack(IReadOnlyList<Badge> badges) =>
        new(
            badges.Count == 1 ? "A badge was taken back" : $"{badges.Count} badges were taken back",
            [
                .. badges.Select(badge => new CardPart.Text(
                    $"{CleanText.Of(badge.Name, 40)} rested on something that was reopened, voided or deleted. It comes back when you get there again."
                )),
            ]
        );

    private static string Title(int unlocks) =>
        unlocks switch
        {
            0 => "A badge is near",
            1 => "Badge unlocked",
            _ => $"{unlocks} badges unlocked",
        };

    private static string Earned(IReadOnlyList<Unlock> unlocks) =>
        unlocks.Count == 1 ? $"earned {BadgeWords.Name(unlocks[0].Badge)}" : $"earned {unlocks.Count} badges";

    /// <param name="who">Null where the person is named above.</param>
    private static CardPart.Celebration Celebration(Unlock unlock, string? who, ReaderFormat format)
    {
        var name = BadgeWords.Name(unlock.Badge);
        return new(
            BadgeArt.Emoji(unlock.Badge, earned: true),
            who is null ? name : $"{who} earned {name}",
            Detail(unlock, format),
            BadgeArt.Of(unlock.Badge, earned: true)
        );
    }

    private static string Detail(Unlock unlock, ReaderFormat format)
    {
        var amount =
            unlock.Amount is { } money && !(money == unlock.Number && BadgeWords.IsMoney(unlock.Badge)) ? $" · {format.Money(money)}" : "";
        return $"{CleanText.Of(unlock.Badge.Description, 120)} {BadgeWords.Amount(unlock.Badge, unlock.Number, format)}{amount}{Late(unlock, format)}";
    }

    private static IEnumerable<CardPart> Hint(Near near, ReaderFormat format)
    {
        var missing = near.Badge.Trigger.Threshold - near.Value;
        yield return new CardPart.Text(
            $"{BadgeWords.Name(near.Badge)} is near: {BadgeWords.Progress(near.Badge, near.Value, format)}, "
                + $"{BadgeWords.Amount(near.Badge, missing, format)} to go."
        );
        yield return new CardPart.Buttons([
            new("Show it", $"badges {near.Badge.Id}"),
            new("Switch hints off", "medalist settings hints off"),
        ]);
    }

    private static string Late(Unlock unlock, ReaderFormat format)
    {
        var verb = unlock.Badge.Trigger switch
        {
            Trigger.Quotes => LateWords.Sent,
            Trigger.Deals => LateWords.Sold,
            _ when unlock.Amount is not null => LateWords.Sold,
            _ => null,
        };
        return unlock.Late is { } occurred ? $" · {LateWords.Label(verb, occurred, format)}" : "";
    }
}
