using static Bot.Cards.Rendering.Html;

namespace Bot.Cards.Rendering;

/// <summary>Badges as HTML: a shelf is a list of tiles, each a button that opens its badge.</summary>
internal static class HtmlBadges
{
    public static string Draw(BadgeShelf shelf) =>
        $"""
            <section class="shelf">
            <h3>{Encode(shelf.Heading)} <span class="count">{Encode(shelf.Count)}</span></h3>
            <ul class="tiles">
            {Lines(shelf.Tiles.Select(Tile))}
            </ul>
            </section>
            """;

    public static string Draw(CardPart.BadgeDetails details) =>
        $"""
            <div class="badge{(details.Badge.Earned ? " is-earned" : "")}">
            {Picture(details.Badge, 128)}
            <div><p class="status">{Status(details.Badge)}</p><p dir="auto">{Encode(details.Description)}</p></div>
            </div>
            <dl class="facts">
            {Lines(details.Rows.Select(fact => $"<div><dt>{Bidi(fact.Label)}</dt><dd>{Bidi(fact.Value)}</dd></div>"))}
            </dl>
            """;

    private static string Tile(BadgeTile tile) =>
        $"""
            <li><button class="tile{(tile.Earned ? " is-earned" : "")}" {Press}value="{Encode(tile.Command)}" data-command="{Encode(
                tile.Command
            )}" data-answer="replace">{Picture(tile, 56)}<span class="name">{Bidi(tile.Name)}</span><span class="status">{Status(
                tile
            )}</span></button></li>
            """;

    private static string Picture(BadgeTile tile, int size) =>
        tile.Art is { } art
            ? $"""<img class="art" src="{Encode(art.Path)}" alt="{Encode(art.Alternative)}" width="{size}" height="{size}">"""
            : $"""<span class="art" aria-hidden="true">{Encode(tile.Emoji)}</span>""";

    /// <summary>A bar and its figures, or the date; the state is told in words too.</summary>
    private static string Status(BadgeTile tile) =>
        (tile.Earned, tile.Progress) switch
        {
            (true, _) =>
                $"""<span aria-hidden="true">✓ </span><span class="visually-hidden">{Encode(tile.Language.Say($"earned"))} </span>{Encode(tile.Status)}""",
            (false, { } percent) =>
                $"""<progress max="100" value="{percent}" aria-label="{percent} %"></progress><span class="visually-hidden">{Encode(tile.Language.Say($"locked"))}, </span>{Encode(tile.Status).Replace("/", "/<wbr>", StringComparison.Ordinal)}""",
            _ => Encode(tile.Status),
        };
}
