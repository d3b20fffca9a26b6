using System.Text.Json.Nodes;

namespace Bot.Cards.Rendering;

/// <summary>
/// Badges as Slack blocks: an earned one is a section with its picture, a locked one a line of small print with its grey picture and bar,
/// and one list below opens any of them. A cabinet of fourteen and a page of custom badges stays under Slack's fifty blocks.
/// </summary>
internal static class SlackBadges
{
    /// <summary>More pictures of full size than this make a message too high to read.</summary>
    private const int MostLarge = 8;

    public static IEnumerable<JsonObject> Draw(CardPart.BadgeCabinet cabinet, SlackActionId id, Uri? publicUrl)
    {
        var large = cabinet.Shelves.Sum(shelf => shelf.Tiles.Count(tile => tile.Earned)) <= MostLarge;
        foreach (var shelf in cabinet.Shelves)
        {
            yield return BlockKit.RichText([
                [BlockKit.Bold(shelf.Heading), BlockKit.Plain($"  {shelf.Count}")],
            ]);
            if (publicUrl is null)
                yield return BlockKit.RichText(shelf.Tiles.Select(Line));
            else
                foreach (var tile in shelf.Tiles)
                    yield return tile.Art is not { } art ? BlockKit.RichText([Line(tile)])
                    : tile.Earned && large ? Large(tile, art, publicUrl)
                    : Small(tile, art, publicUrl);
        }

        var options = cabinet
            .Shelves.SelectMany(shelf => shelf.Tiles)
            .Where(tile => tile.Command.Length <= SlackLimits.OptionValue)
            .ToList();
        if (options.Count > 0)
            yield return BlockKit.Actions([Opener(options, id)]);
    }

    public static IEnumerable<JsonObject> Draw(CardPart.BadgeDetails details, Uri? publicUrl)
    {
        var badge = details.Badge;
        var state = badge.Earned ? $"✓ {badge.Status}" : $"{badge.Bar} {badge.Status}".TrimStart();
        if (publicUrl is null || badge.Art is not { } art)
        {
            yield return BlockKit.RichText([
                [BlockKit.Bold($"{badge.Emoji}  {state}")],
                [BlockKit.Plain(details.Description)],
            ]);
        }
        else
        {
            var section = BlockKit.Section($"{state}\n{details.Description}");
            section["accessory"] = BlockKit.Image(art, publicUrl);
            yield return section;
        }

        yield return BlockKit.RichText(details.Rows.Select(fact => new[] { BlockKit.Bold(fact.Label), BlockKit.Plain($"  {fact.Value}") }));
    }

    private static JsonObject[] Line(BadgeTile tile) =>
        tile.Earned
            ? [BlockKit.Plain($"{tile.Emoji}  "), BlockKit.Bold(tile.Name), BlockKit.Plain($"  ·  {tile.Status}")]
            : [BlockKit.Plain($"{tile.Emoji}  {tile.Name}  {tile.Bar}  {tile.Status}")];

    private static JsonObject Large(BadgeTile tile, Art art, Uri publicUrl)
    {
        var section = BlockKit.Section($"{tile.Name}\n✓ {tile.Status}");
        section["accessory"] = BlockKit.Image(art, publicUrl);
        return section;
    }

    private static JsonObject Small(BadgeTile tile, Art art, Uri publicUrl)
    {
        var words = tile.Earned ? $"{tile.Name}  ·  ✓ {tile.Status}" : $"{tile.Name}  {tile.Bar}  {tile.Status}";
        return new()
        {
            ["type"] = "context",
            ["elements"] = new JsonArray(BlockKit.Image(art, publicUrl), BlockKit.Words(words, SlackLimits.Context)),
        };
    }

    private static JsonObject Opener(IEnumerable<BadgeTile> tiles, SlackActionId id) =>
        new()
        {
            ["type"] = "static_select",
            ["action_id"] = id.ToString(),
            ["placeholder"] = BlockKit.Words(tiles.First().Language.Say($"Open a badge"), SlackLimits.Placeholder),
            ["options"] = new JsonArray([
                .. tiles
                    .Take(SlackLimits.Options)
                    .Select(tile => new JsonObject
                    {
                        ["text"] = BlockKit.Words(tile.Name, SlackLimits.OptionText),
                        ["value"] = tile.Command,
                    }),
            ]),
        };
}
