using System.Globalization;
using System.Numerics;

namespace Gamification.Explaining;

/// <summary>An exact fraction, so that the numbers of an explanation add up to what was paid.</summary>
/// <param name="Denominator">More than 0.</param>
public readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    private const int Decimals = 4;
    private const int DecimalDigits = 28;
    private static readonly BigInteger Scale = BigInteger.Pow(10, Decimals);
    private static readonly BigInteger DecimalScale = BigInteger.Pow(10, DecimalDigits);

    public static Ratio Zero { get; } = new(0, 1);

    public static Ratio Of(decimal value)
    {
        var whole = decimal.Truncate(value);
        return new(
            (BigInteger)whole * DecimalScale + (BigInteger)((value - whole) * 10_000_000_000_000_000_000_000_000_000m),
            DecimalScale
        );
    }

    public BigInteger Floor => BigInteger.DivRem(Numerator, Denominator, out var rest) - (rest.Sign < 0 ? 1 : 0);

    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Up to four decimals, cut, with an ellipsis where there are more: <c>9.9999…</c>.</summary>
    public string ToString(CultureInfo culture)
    {
        var scaled = BigInteger.DivRem(Numerator * Scale, Denominator, out var rest);
        var whole = BigInteger.DivRem(BigInteger.Abs(scaled), Scale, out var part);
        var digits = ((int)part).ToString($"D{Decimals}", CultureInfo.InvariantCulture);
        var decimals = rest.IsZero ? digits.TrimEnd('0') : $"{digits}…";
        return (scaled.Sign < 0 ? "−" : "")
            + whole.ToString("N0", culture)
            + (decimals.Length == 0 ? "" : culture.NumberFormat.NumberDecimalSeparator + decimals);
    }
}
