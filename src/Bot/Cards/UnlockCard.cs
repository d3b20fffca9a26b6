using System.Globalization;
using Gamification.Announcements;
using Gamification.Badges;

namespace Bot.Cards;

/// <param name="Number">The sum that unlocked it.</param>
/// <param name="Amount">The revenue that did it, in minor units; null where money has no part in it.</param>
public sealed record Unlock(Badge Badge, long Number, long? Amount);

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

    private static string Detail(Unlock unlock, ReaderFormat format)
    {
        var did = unlock.Badge.Trigger switch
        {
            Trigger.Quotes => Count(unlock.Number, "quote"),
            Trigger.Deals => Count(unlock.Number, "deal"),
            { IsMoney: true } => format.Money(unlock.Number),
            Trigger.QuickReplies quick => $"{format.Number(unlock.Number)} of the last {format.Number(quick.Last)}",
            Trigger.GoalMonth => $"{format.Number(unlock.Number)} %",
            _ => format.Number(unlock.Number),
        };
        var amount = unlock.Amount is { } money ? $" · {format.Money(money)}" : "";
        return $"{CleanText.Of(unlock.Badge.Description, 120)} {did}{amount}";

        string Count(long count, string what) => $"{format.Number(count)} {what}{(count == 1 ? "" : "s")}";
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
