using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Cards.Rendering;

/// <summary>The elements of an Adaptive Card that hold words: text runs, in which only <c>{{DATE(…)}}</c> would have an effect.</summary>
internal static class AdaptiveText
{
    /// <summary>A heading for screen readers, unless the title holds what a text block would take for mark-up.</summary>
    public static JsonObject Heading(string title)
    {
        if (!title.EnumerateRunes().All(IsPlain))
            return Text(Large(title));

        return new()
        {
            ["type"] = "TextBlock",
            ["text"] = title,
            ["style"] = "heading",
            ["size"] = "large",
            ["weight"] = "bolder",
            ["wrap"] = true,
        };
    }

    public static JsonObject Text(params JsonObject[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs]) };

    public static JsonObject Run(string text) => new() { ["type"] = "TextRun", ["text"] = Literal(text) };

    public static JsonObject Bold(string text) => With(Run(text), "weight", "bolder");

    public static JsonObject Large(string text) => With(Bold(text), "size", "large");

    public static JsonObject Coloured(string text, string colour) => With(Run(text), "color", colour);

    public static JsonObject Subtle(string text)
    {
        var run = With(Run(text), "size", "small");
        run["isSubtle"] = true;
        return run;
    }

    /// <summary>Two braces would start a date function.</summary>
    public static string Literal(string text) => text.Replace("{{", "{\u2060{");

    public static JsonObject Container(IEnumerable<JsonObject> items) =>
        new() { ["type"] = "Container", ["items"] = new JsonArray([.. items]) };

    /// <summary>Lines that belong together, without space between them.</summary>
    public static JsonObject Stack(params JsonObject[] items) => Container([items[0], .. items.Skip(1).Select(Tight)]);

    public static JsonObject Columns(params JsonObject[] columns) =>
        new() { ["type"] = "ColumnSet", ["columns"] = new JsonArray([.. columns]) };

    public static JsonObject Column(string width, params JsonObject[] items) =>
        new()
        {
            ["type"] = "Column",
            ["width"] = width,
            ["items"] = new JsonArray([items[0], .. items.Skip(1).Select(Tight)]),
        };

    private static JsonObject Tight(JsonObject item) => With(item, "spacing", "none");

    private static JsonObject With(JsonObject element, string property, string value)
    {
        element[property] = value;
        return element;
    }

    private static bool IsPlain(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || " ·,:–'’&".Contains(rune.ToString(), StringComparison.Ordinal)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;
}
