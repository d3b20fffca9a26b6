using System.Collections.Frozen;
using Gamification.Badges;

namespace Bot.Cards;

/// <summary>How each badge looks: its picture with words for who cannot see it, and the emoji where no picture can be loaded.</summary>
public static class BadgeArt
{
    /// <summary>The picture of a badge that an admin gave none.</summary>
    public const string Custom = "custom";
    private const string Padlock = "🔒";

    private static readonly FrozenDictionary<string, (string Emoji, FormattableString Picture)> Drawn = new Dictionary<
        string,
        (string, FormattableString)
    >
    {
        ["first-sale"] = ("🏷️", $"a price tag with a tick on a rosette"),
        ["opening-move"] = ("♟️", $"a chess pawn on a rosette"),
        ["quote-machine"] = ("📄", $"sheets of paper and a gear wheel on a rosette"),
        ["closer"] = ("🖋️", $"a fountain pen signing on a rosette"),
        ["fast-hands"] = ("💬", $"a speech bubble in a hurry on a hexagon"),
        ["speed-demon"] = ("⚡", $"a horned head with a flash of lightning on a hexagon"),
        ["sprint-finish"] = ("🏁", $"a chequered flag on a hexagon"),
        ["perfect-week"] = ("📅", $"a ticked calendar on a shield"),
        ["streak-master"] = ("🔥", $"a flame on a shield"),
        ["goal-getter"] = ("⛰️", $"a flag on a mountain top on a shield"),
        ["big-fish"] = ("🐟", $"a big fish on a cut stone"),
        ["rainmaker"] = ("🌧️", $"a cloud raining coins on a cut stone"),
        ["target-breaker"] = ("🎯", $"an arrow that breaks a target on a cut stone"),
        ["million-club"] = ("👑", $"a crown on a cut stone"),
        [Custom] = ("⭐", $"a star on a tile"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fourteen that have a picture of their own; every other badge is a custom one.</summary>
    public static IReadOnlyList<string> Defaults { get; } = [.. Drawn.Keys.Where(id => id != Custom).Order(StringComparer.Ordinal)];

    /// <summary>All pictures by name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Defaults, Custom];

    public static bool IsCustom(Badge badge) => badge.Id == Custom || !Drawn.ContainsKey(badge.Id);

    /// <summary>Whether an admin may choose it for a badge: an emoji, or the name of one of the pictures.</summary>
    public static bool IsKnown(string art) => Drawn.ContainsKey(art) || EmojiText.IsOne(art);

    /// <param name="earned">In colour; else grey with a padlock.</param>
    /// <returns>Null where the badge is an emoji.</returns>
    public static Art? Of(Badge badge, bool earned, ReaderFormat format)
    {
        if (PictureOf(badge) is not { } id)
            return null;

        var picture = format.Say(Drawn[id].Picture);
        return new(
            BadgePictures.Path(earned ? $"{id}.png" : $"{id}-locked.png"),
            earned ? picture : format.Say($"{picture}, grey and locked")
        );
    }

    public static string Emoji(Badge badge, bool earned) =>
        !earned ? Padlock
        : PictureOf(badge) is { } id ? Drawn[id].Emoji
        : badge.Art!;

    /// <summary>Null where the badge is an emoji.</summary>
    private static string? PictureOf(Badge badge) =>
        !IsCustom(badge) ? badge.Id
        : badge.Art is not { } art ? Custom
        : Drawn.ContainsKey(art) ? art
        : EmojiText.IsOne(art) ? null
        : Custom;
}
