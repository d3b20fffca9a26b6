using System.Text;
using System.Text.Json.Nodes;
using static Bot.Cards.Rendering.AdaptiveText;

namespace Bot.Cards.Rendering;

/// <summary>
/// A mention in a card of Teams: <c>&lt;at&gt;name&lt;/at&gt;</c> in a text block, and an entity of the card that says who that is. A text block takes
/// Markdown, so the name is reduced to letters, digits and blanks; the words around it stand in a text run.
/// </summary>
internal static class AdaptiveMention
{
    public static JsonObject Draw(CardPart.Mention mention) =>
        IsUser(mention.User)
            ? Columns(Column("auto", Block(Tag(mention))), Column("stretch", Text(Run(mention.Words))))
            : Text(Bold(mention.Name), Run($" {mention.Words}"));

    /// <summary>Null for a card that mentions nobody.</summary>
    public static JsonObject? Entities(Card card)
    {
        var entities = card.Parts.OfType<CardPart.Mention>().Where(mention => IsUser(mention.User)).Select(Entity).ToArray<JsonNode>();
        return entities.Length == 0 ? null : new() { ["entities"] = new JsonArray(entities) };
    }

    private static JsonObject Entity(CardPart.Mention mention) =>
        new()
        {
            ["type"] = "mention",
            ["text"] = Tag(mention),
            ["mentioned"] = new JsonObject { ["id"] = mention.User, ["name"] = PlainName(mention.Name) },
        };

    private static JsonObject Block(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };

    private static string Tag(CardPart.Mention mention) => $"<at>{PlainName(mention.Name)}</at>";

    private static string PlainName(string name)
    {
        var plain = string.Concat(name.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value == ' ')).Trim();
        return plain.Length > 0 ? plain : "colleague";
    }

    /// <summary>An id of the directory; of other shapes no mention is made.</summary>
    private static bool IsUser(string user) => Guid.TryParse(user, out _);
}
