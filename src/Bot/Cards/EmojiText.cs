using System.Globalization;
using System.Text;

namespace Bot.Cards;

/// <summary>Whether a text is one emoji and nothing else, so that it may stand where a picture would.</summary>
internal static class EmojiText
{
    /// <summary>The longest in use, a family of four, has eleven runes of two units.</summary>
    private const int Longest = 32;
    private const int Keycap = 0x20E3;

    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && StringInfo.GetNextTextElementLength(text) == text.Length && IsDrawnAsOne(text);

    private static bool IsDrawnAsOne(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.TrueForAll(IsPart) && (IsSymbol(runes[0]) || runes[^1].Value == Keycap);
    }

    private static bool IsSymbol(Rune rune) =>
        !rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;

    /// <summary>A symbol, or what shapes it: a skin tone, a joiner, the letters of a flag, a variation.</summary>
    private static bool IsPart(Rune rune) =>
        IsSymbol(rune)
        || rune.Value is >= '0' and <= '9' or '#' or '*' or Keycap or 0x200D or 0xFE0F
        || rune.Value is >= 0x1F3FB and <= 0x1F3FF or >= 0xE0020 and <= 0xE007F;
}
