using Gamification.Badges;
using Storage;

namespace Bot.Cards;

/// <summary>All badges of a person by category: earned in colour with the date, locked in grey with a bar.</summary>
public static class CabinetCard
{
    /// <summary>Custom badges beside the fourteen; there may be any number of them, and a card has an end.</summary>
    private const int CustomsBeside = 4;

    /// <summary>Custom badges on a page of their own.</summary>
    public const int CustomsOnPage = 12;

    /// <summary>The word that asks for the custom badges alone, with the page behind its colon.</summary>
    public const string CustomWord = "custom:";

    public static Card Compose(Cabinet cabinet)
    {
        var shelves = Shelves(cabinet).Where(shelf => shelf.Tiles.Count > 0).ToList();
        return new(
            Title(cabinet),
            [
                new CardPart.Text(Counts(cabinet), Tone.Subtle),
                .. Opening(cabinet),
                .. shelves.Count > 0 ? [new CardPart.BadgeCabinet(shelves)] : Array.Empty<CardPart>(),
                .. Ways(cabinet),
            ]
        );
    }

    /// <param name="page">From 1; one that is not there is the last.</param>
    public static Card Customs(Cabinet cabinet, int page)
    {
        var customs = cabinet.Shown(cabinet.Customs).ToList();
        var pages = Math.Max(1, (customs.Count + CustomsOnPage - 1) / CustomsOnPage);
        var shown = Math.Clamp(page, 1, pages);
        var tiles = customs.Skip((shown - 1) * CustomsOnPage).Take(CustomsOnPage).Select(cabinet.Tile).ToList();
        return new(
            Title(cabinet),
            [
                new CardPart.Text(
                    pages > 1 ? cabinet.Format.Say($"Custom badges · page {shown} of {pages}") : cabinet.Format.Say($"Custom badges"),
                    Tone.Subtle
                ),
                tiles.Count > 0
                    ? new CardPart.BadgeCabinet([new(cabinet.Format.Say($"Custom"), Count(cabinet, cabinet.Customs), tiles)])
                    : new CardPart.Text(cabinet.Format.Say($"There are no custom badges here yet.")),
                new CardPart.Buttons([
                    .. shown > 1
                        ? [new(cabinet.Format.Say($"◀ Previous"), cabinet.Line($"{CustomWord}{shown - 1}"))]
                        : Array.Empty<Button>(),
                    .. shown < pages
                        ? [new(cabinet.Format.Say($"Next ▶"), cabinet.Line($"{CustomWord}{shown + 1}"))]
                        : Array.Empty<Button>(),
                    new(cabinet.Format.Say($"All badges"), cabinet.Line()),
                ]),
            ]
        );
    }

    public static string Title(Cabinet cabinet) =>
        cabinet.Owner is { } owner ? cabinet.Format.Say($"Badges of {owner}") : cabinet.Format.Say($"Your badges");

    private static string Counts(Cabinet cabinet)
    {
        var format = cabinet.Format;
        var counted = format.Say($"{format.Number(cabinet.Earned)} of {format.Number(cabinet.Defaults.Count)}");
        var customs = cabinet.Customs.Count(standing => standing.Held is not null);
        return customs > 0
            ? $"{counted} · {format.Count(customs, $"and {format.Number(customs)} custom", $"and {format.Number(customs)} custom")}"
            : counted;
    }

    private static IEnumerable<CardPart> Opening(Cabinet cabinet)
    {
        if (cabinet.Standings.Any(standing => standing.Held is not null))
            yield break;

        if (!cabinet.IsOwn)
            yield return new CardPart.Text(cabinet.Format.Say($"{cabinet.Owner} has no badge yet."));
        else if (cabinet.Nearest is { } nearest)
            yield return new CardPart.Text(
                cabinet.Format.Say(
                    $"No badge yet. The nearest is {BadgeWords.Name(nearest.Badge, cabinet.Format)}: {ToGo(nearest, cabinet.Format)}."
                )
            );
    }

    private static string ToGo(BadgeStanding nearest, ReaderFormat format) =>
        $"{BadgeWords.LowerRequirement(nearest.Badge, format)} ({BadgeWords.Progress(nearest.Badge, nearest.Value, nearest.Threshold, format)})";

    private static IEnumerable<BadgeShelf> Shelves(Cabinet cabinet)
    {
        foreach (var category in Enum.GetValues<BadgeCategory>())
        {
            var standings = cabinet.Defaults.Where(standing => standing.Badge.Category == category).ToList();
            yield return new(
                BadgeWords.Category(category, cabinet.Format),
                Count(cabinet, standings),
                [.. cabinet.Shown(standings).Select(cabinet.Tile)]
            );
        }

        var customs = cabinet.Shown(cabinet.Customs).Take(CustomsBeside);
        yield return new(cabinet.Format.Say($"Custom"), Count(cabinet, cabinet.Customs), [.. customs.Select(cabinet.Tile)]);
    }

    private static string Count(Cabinet cabinet, IReadOnlyList<BadgeStanding> standings) =>
        cabinet.Format.Say(
            $"{cabinet.Format.Number(standings.Count(standing => standing.Held is not null))} of {cabinet.Format.Number(standings.Count)}"
        );

    private static IEnumerable<CardPart> Ways(Cabinet cabinet)
    {
        var more = cabinet.Shown(cabinet.Customs).Count() > CustomsBeside;
        if (more)
            yield return new CardPart.Buttons([new(cabinet.Format.Say($"All custom badges"), cabinet.Line($"{CustomWord}1"))]);
    }
}
