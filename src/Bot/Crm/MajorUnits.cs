using System.Globalization;
using Gamification;

namespace Bot.Crm;

/// <summary>
/// A decimal in major units, exactly into minor ones: <c>1499.9</c> EUR is 149,990 cents, <c>1.5e3</c> is 150,000.
/// More decimals than the currency has are refused, not rounded.
/// </summary>
internal static class MajorUnits
{
    public const string Remedy = """Send a decimal in major units, such as 1499.90 or "1499.90".""";

    /// <summary>Ten trillion of a currency with cents: thousands of such deals still add up in a <see cref="long"/>.</summary>
    private const long Max = 1_000_000_000_000_000;

    /// <summary>No amount is written longer; what is longer is noise.</summary>
    private const int MaxLength = 40;

    /// <summary>What no currency exceeds. Stands in for one that is not known: its facts wait, with the body they came in.</summary>
    private const int MostDigits = 4;

    /// <summary>The minor units, or what is wrong.</summary>
    public static (long Minor, string? Wrong) Parse(string text, string currency)
    {
        if (text.Length > MaxLength || Scan(text) is not var (isNegative, mantissa, scale))
            return (0, "This is no decimal number of at most 40 characters.");

        return mantissa == 0 ? (0, null)
            : isNegative ? (0, "This is negative.")
            : Scale(mantissa, scale, Currencies.DigitsOf(currency) ?? MostDigits, currency);
    }

    private static (long, string?) Scale(Int128 mantissa, int scale, int digits, string currency)
    {
        for (; scale > digits; scale--, mantissa /= 10)
            if (mantissa % 10 != 0)
                return (0, $"This has more decimals than {currency} has ({digits}).");

        for (; scale < digits && mantissa <= Max; scale++)
            mantissa *= 10;
        return mantissa <= Max ? ((long)mantissa, null) : (0, "This is larger than any deal.");
    }

    /// <summary>The grammar of a JSON number: <c>-12.50e1</c> is negative, 1250, scale 1.</summary>
    private static (bool IsNegative, Int128 Mantissa, int Scale)? Scan(ReadOnlySpan<char> text)
    {
        var isNegative = text is ['-', ..];
        var number = isNegative ? text[1..] : text;
        var exponentAt = number.IndexOfAny('e', 'E');
        var exponent = 0;
        if (exponentAt >= 0 && !TryExponent(number[(exponentAt + 1)..], out exponent))
            return null;

        var digits = exponentAt < 0 ? number : number[..exponentAt];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        return AreDigits(whole) && (point < 0 || AreDigits(fraction)) && TryMantissa(whole, fraction, out var mantissa)
            ? (isNegative, mantissa, fraction.Length - exponent)
            : null;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && exponent is >= -999 and <= 999;

    private static bool AreDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>38 digits fit, and the longest text has 40 characters: the rest are mostly zeros in front.</summary>
    private static bool TryMantissa(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out Int128 mantissa) =>
        Int128.TryParse($"{whole}{fraction}", NumberStyles.None, CultureInfo.InvariantCulture, out mantissa);
}
