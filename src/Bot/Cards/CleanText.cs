using System.Globalization;
using System.Text;

namespace Bot.Cards;

/// <summary>Text of a person or a CRM made fit for a card: shown as text, whatever it contains.</summary>
public static class CleanText
{
    /// <summary>A family emoji with four skin tones has eleven runes; more are marks piled up to draw over their neighbours.</summary>
    private const int MaxRunesAGrapheme = 16;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// Without control and bidirectional characters, cut on a grapheme border with an ellipsis. Never empty, and never longer
    /// than two UTF-16 units a grapheme, so that a card of such texts has a known size.
    /// </summary>
    public static string Of(string text, int maxGraphemes = 80)
    {
        var graphemes = Graphemes(Collapse(text)).Take(maxGraphemes + 1).ToList();
        var clean =
            graphemes.Count > maxGraphemes ? string.Concat(graphemes.Take(maxGraphemes - 1)).TrimEnd() + "…" : string.Concat(graphemes);
        return clean.Length == 0 ? "?" : Fit(clean, maxGraphemes * 2);
    }

    /// <summary>Cut to a platform's limit, which counts UTF-16 units, without breaking a grapheme.</summary>
    public static string Fit(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;

        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text))
        {
            if (start >= maxLength)
                break;

            end = start;
        }

        return text[..end] + "…";
    }

    /// <summary>Whether nothing of it would be drawn.</summary>
    public static bool IsNothing(string text) => Collapse(text).Length == 0;

    /// <summary>What is drawn, with every run of white space as one blank.</summary>
    private static string Collapse(string text)
    {
        var clean = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            if (IsBlank(runes[i]))
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (IsDrawn(runes[i]) || IsJoinerInPlace(runes, i))
                clean.Append(runes[i]);
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is '\u2800' or '\u3164' or '\uFFA0' or '\u115F' or '\u1160';

    private static bool IsDrawn(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
        || rune.Value is >= 0xE0020 and <= 0xE007F; // the letters inside the flags of England, Scotland and Wales

    /// <summary>A joiner between two visible characters shapes an emoji or a Persian or Indic word; elsewhere it only hides.</summary>
    private static bool IsJoinerInPlace(List<Rune> runes, int i) =>
        runes[i].Value is ZeroWidthJoiner or ZeroWidthNonJoiner
        && i > 0
        && i + 1 < runes.Count
        && Joins(runes[i - 1])
        && Joins(runes[i + 1]);

    private static bool Joins(Rune rune) =>
        !rune.IsAscii
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<string> Graphemes(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext(); )
        {
            var runes = elements.GetTextElement().EnumerateRunes();
            yield return string.Concat(runes.Take(MaxRunesAGrapheme));
        }
    }
}
