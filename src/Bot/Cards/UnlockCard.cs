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
            Title(unlocks.Count, format),
            [
                .. name is not null && user is not null && unlocks.Count > 0
                    ? [new CardPart.Mention(name, user, Earned(unlocks, format))]
                    : Array.Empty<CardPart>(),
                .. unlocks.Select(unlock => Celebration(unlock, Headline(unlock, name, user, format), format)),
                .. near is not null ? Hint(near, format) : [],
            ]
        );

    /// <summary>To the person alone: quiet, and with the way back.</summary>
    public static Card TakenBack(IReadOnlyList<Badge> badges, ReaderFormat format) =>
        new(
            format.Count(badges.Count, $"A badge was taken back", $"{badges.Count} badges were taken back"),
            [
                .. badges.Select(badge => new CardPart.Text(
                    format.Say(
                        $"{BadgeWords.Name(badge, format)} rested on something that was reopened, voided or deleted. It comes back when you get there again."
                    )
                )),
            ]
        );

    private static string Title(int unlocks, ReaderFormat format) =>
        unlocks == 0 ? format.Say($"A badge is near") : format.Count(unlocks, $"Badge unlocked", $"{unlocks} badges unlocked");

    private static string Earned(IReadOnlyList<Unlock> unlocks, ReaderFormat format) =>
        unlocks.Count == 1
            ? format.Say($"earned {BadgeWords.Name(unlocks[0].Badge, format)}", "person")
            : format.Say($"earned {unlocks.Count} badges");

    /// <param name="user">Null where the person is not named above already.</param>
    private static string Headline(Unlock unlock, string? name, string? user, ReaderFormat format)
    {
        var badge = BadgeWords.Name(unlock.Badge, format);
        return user is not null ? badge
            : name is null ? format.Say($"You earned {badge}")
            : format.Say($"{name} earned {badge}");
    }

    private static CardPart.Celebration Celebration(Unlock unlock, string headline, ReaderFormat format) =>
        new(BadgeArt.Emoji(unlock.Badge, earned: true), headline, Detail(unlock, format), BadgeArt.Of(unlock.Badge, earned: true, format));

    private static string Detail(Unlock unlock, ReaderFormat format)
    {
        var amount =
            unlock.Amount is { } money && !(money == unlock.Number && BadgeWords.IsMoney(unlock.Badge)) ? $" · {format.Money(money)}" : "";
        return $"{CleanText.Of(BadgeWords.Description(unlock.Badge, format), 120)} {BadgeWords.Amount(unlock.Badge, unlock.Number, format)}{amount}{Late(unlock, format)}";
    }

    private static IEnumerable<CardPart> Hint(Near near, ReaderFormat format)
    {
        var missing = near.Badge.Trigger.Threshold - near.Value;
        yield return new CardPart.Text(
            format.Say(
                $"{BadgeWords.Name(near.Badge, format)} is near: {BadgeWords.Progress(near.Badge, near.Value, format)}, {BadgeWords.Amount(near.Badge, missing, format)} to go."
            )
        );
        yield return new CardPart.Buttons([
            new(format.Say($"Show it"), $"badges {near.Badge.Id}"),
            new(format.Say($"Switch hints off"), "medalist settings hints off"),
        ]);
    }

    private static string Late(Unlock unlock, ReaderFormat format)
    {
        var done = unlock.Badge.Trigger switch
        {
            Trigger.Quotes => LateDeed.Sent,
            Trigger.Deals => LateDeed.Sold,
            _ when unlock.Amount is not null => LateDeed.Sold,
            _ => (LateDeed?)null,
        };
        return unlock.Late is { } occurred ? $" · {LateWords.Label(done, occurred, format)}" : "";
    }
}
