using System.Text.Json.Nodes;

namespace Bot.Cards.Rendering;

/// <summary>A card as Slack blocks.</summary>
public static class BlockKit
{
    /// <summary><c>{"text": …, "blocks": […]}</c>: a message body without its addressing.</summary>
    /// <param name="publicUrl">Where the host is reachable from the internet, for pictures; null draws emoji instead.</param>
    public static JsonObject Render(Card card, Uri? publicUrl = null) => throw new NotSupportedException();
}
