using System.Globalization;
using System.Text;

namespace Bot.Forms;

/// <summary>
/// A number as people type it: <c>10 000</c>, <c>10,000</c>, <c>10.000,50</c>, with blanks that do not break, in digits of any script.
/// What the reader's language leaves open is not guessed: <c>10.000</c> is ten thousand to a German, ten to a Briton, and nothing to a
/// French, whose thousands stand apart by blanks.
/// </summary>
internal static class TypedNumber
{
    private const string Minuses = "-−–";

    /// <summary>What stands between thousands in some language and never before decimals.</summary>
    private const string Grouping = "'’ʼ٬⹁_";

    /// <summary>Null when it is no number, or could be two.</summary>
    public static decimal? Parse(string text, CultureInfo locale)
    {
        var plain = Plain(text);
        var isNegative = plain.Length > 0 && Minuses.Contains(plain[0], StringComparison.Ordinal);
        var body = (isNegative || plain.StartsWith('+') ? plain[1..] : plain).Trim();
        if (body.Length == 0 || !char.IsAsciiDigit(body[^1]) || SplitAt(body, locale.NumberFormat) is not var (whole, fraction))
            return null;

        return
            Groups(whole) is { } digits
            && decimal.TryParse($"{digits}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? isNegative
                ? -number
                : number
            : null;
    }

    /// <summary>As the reader writes it, with the decimals it has.</summary>
    public static string Show(decimal number, CultureInfo locale) =>
        number.ToString(number == decimal.Truncate(number) ? "#,##0" : "#,##0.############", locale);

    /// <summary>Where the decimals begin; null when the separators contradict each other or could mean two things.</summary>
    private static (string Whole, string Fraction)? SplitAt(string body, NumberFormatInfo format)
    {
        int point = body.LastIndexOf('.'),
            comma = body.LastIndexOf(',');
        var last = Math.Max(point, comma);
        if (last < 0)
            return (body, "");
        if (point >= 0 && comma >= 0)
            return body.IndexOf(body[last], StringComparison.Ordinal) == last ? Cut(body, last) : null;
        if (body.IndexOf(body[last], StringComparison.Ordinal) != last)
            return (body, "");

        var separator = body[last].ToString();
        return separator == format.NumberDecimalSeparator || body.Length - last - 1 != 3 || body.Contains(' ', StringComparison.Ordinal)
                ? Cut(body, last)
            : separator == format.NumberGroupSeparator ? (body, "")
            : null;
    }

    private static (string, string)? Cut(string body, int at) =>
        body[(at + 1)..].All(char.IsAsciiDigit) ? (body[..at], body[(at + 1)..]) : null;

    /// <summary>The digits of groups of three behind a first of one to three; also of two, as in India. Null when they are no groups.</summary>
    private static string? Groups(string whole)
    {
        if (whole.Length == 0)
            return "0";

        var groups = whole.Split([' ', '.', ',']);
        var separators = whole.Where(c => !char.IsAsciiDigit(c)).Distinct().Count();
        var areGroups =
            groups.Length == 1
            || (
                separators == 1
                && groups[0].Length is >= 1 and <= 3
                && groups[^1].Length == 3
                && groups[1..].All(group => group.Length is 2 or 3)
            );
        return areGroups && groups.All(group => group.Length > 0 && group.All(char.IsAsciiDigit)) ? string.Concat(groups) : null;
    }

    /// <summary>ASCII digits, points and commas, and one kind of blank; no marks of direction.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(c) || Grouping.Contains(c, StringComparison.Ordinal))
                plain.Append(' ');
            else if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
                plain.Append((char)('0' + digit));
            else
                plain.Append(c is '٫' ? ',' : c);
        }

        return plain.ToString().Trim();
    }
}
