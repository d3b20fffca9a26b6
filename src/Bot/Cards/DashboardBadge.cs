using Storage;

namespace Bot.Cards;

/// <summary>The latest badge of a person, or the one they are closest to.</summary>
internal static class DashboardBadge
{
    public static CardPart Of(Cabinet cabinet) =>
        Latest(cabinet.Standings) is { } latest ? Part(cabinet, latest, tile => cabinet.Format.Say($"Latest badge: {tile}"))
        : cabinet.Nearest is { } nearest ? Part(cabinet, nearest, tile => cabinet.Format.Say($"Closest badge: {tile}"))
        : new CardPart.Text(cabinet.Format.Say($"No badge can be earned at the moment: an admin has switched them off."), Tone.Subtle);

    /// <summary>Of several that one activity unlocked the first of the catalogue, in whose order the standings are.</summary>
    private static BadgeStanding? Latest(IReadOnlyList<BadgeStanding> standings) =>
        standings.Where(standing => standing.Held is not null).MaxBy(standing => standing.Held);

    private static CardPart.Celebration Part(Cabinet cabinet, BadgeStanding standing, Func<string, string> heading)
    {
        var tile = cabinet.Tile(standing);
        return new(tile.Emoji, heading(tile.Name), Detail(cabinet, standing, tile), tile.Art);
    }

    private static string Detail(Cabinet cabinet, BadgeStanding standing, BadgeTile tile) =>
        tile.Earned
            ? $"{tile.Status} · {cabinet.Format.Say($"{cabinet.Format.Number(cabinet.Earned)} of {cabinet.Format.Number(cabinet.Defaults.Count)} earned")}"
            : $"{tile.Bar} {tile.Status} · {BadgeWords.Requirement(standing.Badge, cabinet.Format)}";
}
