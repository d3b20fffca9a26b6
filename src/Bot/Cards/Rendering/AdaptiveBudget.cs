using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Cards.Rendering;

/// <summary>What Teams takes of a card. Where names and lists are longer than anybody writes, the last lines go and a mark says so.</summary>
internal static class AdaptiveBudget
{
    /// <summary>Of 28 KB; the rest is for who may see another view of it. Every letter that JSON may escape counts as escaped.</summary>
    private const int Most = 26 * 1024;

    /// <param name="buttons">How many elements at the end are the card's own buttons, which stay.</param>
    public static void Keep(JsonObject card, int buttons)
    {
        var body = card["body"]!.AsArray();
        var over = SizeOf(card) - Most;
        if (over <= 0)
            return;

        var last = body.Count - buttons;
        while (over > 0 && last > 1)
        {
            over -= SizeOf(body[--last]!);
            body.RemoveAt(last);
        }
        body.Insert(last, AdaptiveText.Text(AdaptiveText.Run("…")));
    }

    private static int SizeOf(JsonNode node) => Encoding.UTF8.GetByteCount(node.ToJsonString());
}
