using System.Text.Json.Nodes;
using static Bot.Cards.Rendering.AdaptiveText;

namespace Bot.Cards.Rendering;

/// <summary>Badges as an Adaptive Card: a category is a row of tiles, each a button that opens its badge.</summary>
internal static class AdaptiveBadges
{
    /// <summary>As many as the largest category has.</summary>
    private const int TilesInARow = 4;

    private const string TileSize = "48px";
    private const string DetailSize = "96px";

    public static IEnumerable<JsonObject> Draw(CardPart.BadgeCabinet cabinet, Uri? publicUrl) =>
        cabinet.Shelves.SelectMany(shelf =>
            shelf
                .Tiles.Chunk(TilesInARow)
                .Select(tiles => Row(tiles, publicUrl))
                .Prepend(Text(Bold(shelf.Heading), Run($"  {shelf.Count}")))
        );

    public static JsonObject Draw(CardPart.BadgeDetails details, Uri? publicUrl)
    {
        var badge = details.Badge;
        var words = Column("stretch", Text(Bold(State(badge))), Text(Run(details.Description)));
        words["verticalContentAlignment"] = "center";
        return Columns(Column("auto", Picture(badge, publicUrl, DetailSize)), words);
    }

    /// <summary>Filled up with empty columns, so that tiles of all rows stand below each other.</summary>
    private static JsonObject Row(BadgeTile[] tiles, Uri? publicUrl) =>
        Columns([.. tiles.Select(tile => Tile(tile, publicUrl)), .. Enumerable.Range(0, TilesInARow - tiles.Length).Select(_ => Empty())]);

    private static JsonObject Tile(BadgeTile tile, Uri? publicUrl)
    {
        var name = Text(tile.Earned ? Bold(tile.Name) : Run(tile.Name));
        var column = Column("stretch", [Picture(tile, publicUrl, TileSize), name, Text(Subtle(Breakable(State(tile))))]);
        foreach (var item in column["items"]!.AsArray())
            item!["horizontalAlignment"] = "center";
        column["selectAction"] = AdaptiveCards.Execute(tile.Name, tile.Command, Answer.Replace);
        return column;
    }

    private static JsonObject Empty() =>
        new()
        {
            ["type"] = "Column",
            ["width"] = "stretch",
            ["items"] = new JsonArray(),
        };

    private static JsonObject Picture(BadgeTile tile, Uri? publicUrl, string size) =>
        publicUrl is not null && tile.Art is { } art ? AdaptiveCards.Image(art, publicUrl, size) : Text(Large(tile.Emoji));

    /// <summary>Large amounts are wider than a tile: <c>99,999.99/1,000,000</c> may break behind the stroke.</summary>
    private static string Breakable(string state) => state.Replace("/", "/\u200B", StringComparison.Ordinal);

    private static string State(BadgeTile tile) => tile.Earned ? $"✓ {tile.Status}" : $"{tile.Bar} {tile.Status}".TrimStart();
}
