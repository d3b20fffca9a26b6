namespace Bot.Cards;

/// <summary>Text of a person or a CRM made fit for a card: shown as text, whatever it contains.</summary>
public static class CleanText
{
    /// <summary>Without control and bidirectional characters, cut on a grapheme border with an ellipsis.</summary>
    public static string Of(string text, int maxGraphemes = 80) => throw new NotSupportedException();
}
