namespace Bot.Cards.Rendering;

/// <summary>A card as text: notifications, screen readers, and clients that draw nothing else.</summary>
public static class PlainText
{
    public static string Render(Card card) => throw new NotSupportedException();
}
