using System.Globalization;

namespace Gamification.Exchange;

/// <summary>
/// What one unit of a currency is in the organisation's, as an exact decimal: <c>0.0062</c> is 62 with 4 decimals.
/// </summary>
public readonly record struct Rate
{
    private const int MostDecimals = 12;
    private const long Largest = 1_000_000;

    /// <summary>What no deal exceeds, in minor units; thousands of them still add up in a <see cref="long"/>.</summary>
    private const long LargestAmount = 1_000_000_000_000_000;

    private Rate(long mantissa, int decimals) => (Mantissa, Decimals) = (mantissa, decimals);

    public long Mantissa { get; }

    public int Decimals { get; }

    /// <summary>A plain decimal above 0 and up to 1,000,000 with at most 12 decimals; null for anything else.</summary>
    public static Rate? Parse(string? text)
    {
        if (text is null || text.Length > 24 || text.Split('.') is not { Length: 1 or 2 } parts || !parts.All(IsNumber))
            return null;

        var fraction = parts is [_, var behind] ? behind.TrimEnd('0') : "";
        if (fraction.Length > MostDecimals || !Int128.TryParse(parts[0] + fraction, CultureInfo.InvariantCulture, out var mantissa))
            return null;

        return mantissa > 0 && mantissa <= (Int128)Largest * PowerOfTen(fraction.Length) ? new((long)mantissa, fraction.Length) : null;
    }

    /// <summary>
    /// An amount in minor units of the target, rounded half to even; null when it is larger than any deal. 1,250 JPY at 0.0062 is
    /// 7.75 EUR, so 775.
    /// </summary>
    public long? Convert(Money amount, string target)
    {
        if (Currencies.DigitsOf(amount.Currency) is not { } from || Currencies.DigitsOf(target) is not { } to)
            return null;

        var product = (Int128)amount.MinorUnits * Mantissa;
        var converted = HalfToEven(product, to - from - Decimals);
        return converted <= LargestAmount ? (long)converted : null;
    }

    /// <summary>The plain decimal without needless zeros: what <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        var digits = Mantissa.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        return Decimals == 0 ? digits : $"{digits[..^Decimals]}.{digits[^Decimals..]}";
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>The value times ten to the power, of two equally near whole numbers the even one.</summary>
    private static Int128 HalfToEven(Int128 value, int power)
    {
        if (power >= 0)
            return value * PowerOfTen(power);

        var (whole, rest) = Int128.DivRem(value, PowerOfTen(-power));
        var half = (rest * 2).CompareTo(PowerOfTen(-power));
        return half > 0 || (half == 0 && Int128.IsOddInteger(whole)) ? whole + 1 : whole;
    }

    private static Int128 PowerOfTen(int power)
    {
        var result = Int128.One;
        for (; power > 0; power--)
            result *= 10;
        return result;
    }
}
