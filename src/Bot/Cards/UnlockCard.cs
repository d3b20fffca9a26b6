using System.Globalization;
using Gamification.Announcements;
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

/// <summary>Everything one activity unlocked, in one post.</summary>
public static class UnlockCard
{
    /// <param name="name">Who, as others may call them; null when the card is for themselves.</param>
    public static Card Compose(string? name, IReadOnlyList<Unlock> unlocks, ReaderFormat format) =>
        new(
            unlocks.Count == 1 ? "Badge unlocked" : $"{unlocks.Count} badges unlocked",
            [
                .. unlocks.Select(unlock => new CardPart.Celebration(
                    Emoji(unlock.Badge.Category),
                    $"{name ?? "You"} earned {CleanText.Of(unlock.Badge.Name, 40)}",
                    Detail(unlock, format),
                    Art: null
                )),
            ]
        );

    private static string Detail(Unlock unlock, ReaderFormat format)
    {
        var did = unlock.Badge.Trigger switch
        {
            Trigger.Quotes => Count(unlock.Number, "quote"),
            Trigger.Deals => Count(unlock.Number, "deal"),
            _ => format.Number(unlock.Number),
        };
        var amount = unlock.Amount is { } money ? $" · {format.Money(money)}" : "";
        return $"{CleanText.Of(unlock.Badge.Description, 120)} {did}{amount}{Late(unlock, format)}";

        string Count(long count, string what) => $"{format.Number(count)} {what}{(count == 1 ? "" : "s")}";
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

    private static string Emoji(BadgeCategory category) =>
        category switch
        {
            BadgeCategory.Milestone => "🏅",
            BadgeCategory.Speed => "⚡",
            BadgeCategory.Consistency => "🔥",
            BadgeCategory.Revenue => "💎",
            _ => throw new System.Diagnostics.UnreachableException($"No emoji for {category}."),
        };
}
