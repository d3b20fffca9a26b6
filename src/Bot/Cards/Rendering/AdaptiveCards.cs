using System.Text.Json.Nodes;

namespace Bot.Cards.Rendering;

/// <summary>A card as an Adaptive Card 1.5 for Teams.</summary>
public static class AdaptiveCards
{
    /// <summary>The card itself; its attachment type is <c>application/vnd.microsoft.card.adaptive</c>. <c>fallbackText</c> is the plain text.</summary>
    public static JsonObject Render(Card card, Uri? publicUrl = null) => throw new NotSupportedException();
}
