using Bot.Crm;

namespace Bot.Tests.Crm;

public sealed class MajorUnitsTests
{
    [Theory]
    [InlineData("0", "EUR", 0)]
    [InlineData("-0", "EUR", 0)]
    [InlineData("0e999", "EUR", 0)]
    [InlineData("1", "EUR", 100)]
    [InlineData("1499.9", "EUR", 149_990)]
    [InlineData("1499.90", "EUR", 149_990)]
    [InlineData("1499.9000000", "EUR", 149_990)]
    [InlineData("1.5e3", "EUR", 150_000)]
    [InlineData("150000E-2", "EUR", 150_000)]
    [InlineData("29999.99", "USD", 2_999_999)]
    [InlineData("007", "EUR", 700)]
    [InlineData("1200", "JPY", 1_200)]
    [InlineData("1.234", "KWD", 1_234)]
    [InlineData("10000000000000", "EUR", 1_000_000_000_000_000)]
    public void Major_units_become_minor_ones_exactly(string text, string currency, long minor) =>
        Assert.Equal((minor, null), MajorUnits.Parse(text, currency));

    [Theory]
    [InlineData("1.999", "EUR", "This has more decimals than EUR has (2).")]
    [InlineData("1.5", "JPY", "This has more decimals than JPY has (0).")]
    [InlineData("1e-3", "EUR", "This has more decimals than EUR has (2).")]
    [InlineData("1e-999", "EUR", "This has more decimals than EUR has (2).")]
    [InlineData("0.00000000000000000000000000000000001", "EUR", "This has more decimals than EUR has (2).")]
    [InlineData("-5", "EUR", "This is negative.")]
    [InlineData("-0.01", "EUR", "This is negative.")]
    [InlineData("1e65", "EUR", "This is larger than any deal.")]
    [InlineData("10000000000000.01", "EUR", "This is larger than any deal.")]
    [InlineData("99999999999999999999999999999999999999", "EUR", "This is larger than any deal.")]
    public void What_a_currency_cannot_hold_is_refused_and_never_rounded(string text, string currency, string reason) =>
        Assert.Equal((0, reason), MajorUnits.Parse(text, currency));

    [Theory]
    [InlineData("")]
    [InlineData(" 5")]
    [InlineData("5 ")]
    [InlineData("1,499.90")]
    [InlineData("1.499,90")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("--5")]
    [InlineData("+5")]
    [InlineData("5e")]
    [InlineData("5e9999")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("٥")]
    [InlineData("€5")]
    [InlineData("00000000000000000000000000000000000000001")]
    public void What_is_no_decimal_is_told_so(string text) =>
        Assert.Equal((0, "This is no decimal number of at most 40 characters."), MajorUnits.Parse(text, "EUR"));
}
