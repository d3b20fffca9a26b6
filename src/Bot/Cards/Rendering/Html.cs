namespace Bot.Cards.Rendering;

/// <summary>A card as HTML for the local page.</summary>
public static class Html
{
    /// <summary>
    /// One <c>article</c>. Buttons and options are <c>button</c>s with <c>data-command</c> and <c>data-answer</c>, so the page needs one handler.
    /// </summary>
    public static string Render(Card card) => throw new NotSupportedException();
}
