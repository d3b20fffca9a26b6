using System.Diagnostics;
using Bot.Texts;

namespace Bot.Cards.Rendering;

/// <summary>A card as text: notifications, screen readers, and clients that draw nothing else.</summary>
public static class PlainText
{
    public static string Render(Card card) => Lines([card.Title, .. card.Parts.Select(Part)]);

    /// <summary>What a tone means to who cannot see its colour.</summary>
    internal static string Mark(Tone tone) =>
        tone switch
        {
            Tone.Good => "✓ ",
            Tone.Warning => "⚠ ",
            Tone.Normal or Tone.Subtle => "",
            _ => throw new UnreachableException($"No mark for {tone}."),
        };

    private static string Part(CardPart part) =>
        part switch
        {
            CardPart.Text(var value, var tone) => Mark(tone) + value,
            CardPart.Ranking ranking => Lines([$"{ranking.Unit}:", .. ranking.Rows.Select(row => Row(row, ranking.Language))]),
            CardPart.Ledger(var rows) => Lines(rows.Select(Row)),
            CardPart.Facts(var rows) => Lines(rows.Select(row => $"{row.Label}: {row.Value}")),
            CardPart.Celebration(var emoji, var headline, var detail, _) => $"{emoji} {headline}\n{detail}",
            CardPart.Mention(var name, _, var words) => $"{name} {words}",
            CardPart.BadgeCabinet(var shelves) => Lines(shelves.Select(Shelf)),
            CardPart.BadgeDetails(var badge, var description, var facts) => Lines([
                $"{badge.Emoji} {badge.Name}: {badge.InWords}",
                description,
                .. facts.Select(fact => $"{fact.Label}: {fact.Value}"),
            ]),
            CardPart.Explanation(var sentences) => Lines(sentences),
            CardPart.Commands(var rows) => Lines(rows.Select(row => $"{row.Command}: {row.What}")),
            CardPart.Selector selector => $"{selector.Label}: {selector.Selected?.Label ?? Several(selector.Options)}",
            CardPart.Buttons(var items) => Lines(
                items.Select(button => button.Answer is Answer.Form ? button.Label : $"{button.Label}: /{button.Command}")
            ),
            CardPart.Entry(var title, var detail, var items) => Lines([
                detail is null ? title : $"{title}: {detail}",
                .. items.Where(button => button.Answer is not Answer.Form).Select(button => $"{button.Label}: /{button.Command}"),
            ]),
            CardPart.ProgressList(var rows) => Lines(rows.Select(Row)),
            CardPart.Divider => "",
            _ => throw new UnreachableException($"PlainText cannot draw {part.GetType().Name}."),
        };

    private static string Row(RankingRow row, Language language) =>
        $"{row.PlaceText(language)}: {(row.IsViewer ? language.Say($"{row.Name} (you)") : row.Name)}, {row.Score}{(row.Note is { } note ? $" ({note})" : "")}";

    private static string Row(LedgerRow row) => $"{row.When}: {row.Amount} {row.What}{(row.Why is { } why ? $" ({why})" : "")}";

    private static string Row(ProgressRow row) =>
        Lines([
            $"{row.Title}, {row.Chip}: {row.State}, {(row.Percent is null ? "" : $"{row.Figure}, ")}{row.Standing}",
            .. row.Details,
            .. row.Items.Where(button => button.Answer is not Answer.Form).Select(button => $"{button.Label}: /{button.Command}"),
        ]);

    private static string Shelf(BadgeShelf shelf) =>
        Lines([$"{shelf.Heading} ({shelf.Count}):", .. shelf.Tiles.Select(tile => $"{tile.Emoji} {tile.Name}: {tile.InWords}")]);

    private static string Several(IReadOnlyList<Option> options) => string.Join(", ", options.Select(option => option.Label));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
