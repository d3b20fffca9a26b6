using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Every renderer by its name, for approved files.</summary>
internal static class Renderers
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly IReadOnlyDictionary<string, Func<Card, string>> All = new Dictionary<string, Func<Card, string>>
    {
        ["slack"] = card => Text(BlockKit.Render(card)),
        ["teams"] = card => Text(AdaptiveCards.Render(card)),
        ["html"] = Html.Render,
        ["text"] = PlainText.Render,
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static string Text(JsonObject json) => json.ToJsonString(Readable);
}
