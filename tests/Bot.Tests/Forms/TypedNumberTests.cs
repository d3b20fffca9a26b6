using System.Globalization;
using Bot.Forms;
using CsCheck;

namespace Bot.Tests.Forms;

/// <summary>What people of different languages type for one number.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("10 000", "fr-FR", "10000")]
    [InlineData("10\u00A0000", "fr-FR", "10000")]
    [InlineData("10\u202F000,50", "fr-FR", "10000.50")]
    [InlineData("10,000", "en-GB", "10000")]
    [InlineData("10,000.50", "en-US", "10000.50")]
    [InlineData("10.000", "de-DE", "10000")]
    [InlineData("10.000,50", "de-DE", "10000.50")]
    [InlineData("10.000", "en-GB", "10")]
    [InlineData("10,000", "de-DE", "10")]
    [InlineData("10.000,50", "en-GB", "10000.50")]
    [InlineData("10,000.50", "de-DE", "10000.50")]
    [InlineData("10,5", "en-GB", "10.5")]
    [InlineData("10.5", "de-DE", "10.5")]
    [InlineData("1,000,000", "de-DE", "1000000")]
    [InlineData("12,34,567.89", "en-IN", "1234567.89")]
    [InlineData("10'000.50", "de-CH", "10000.50")]
    [InlineData("10’000", "de-CH", "10000")]
    [InlineData("١٠٬٠٠٠٫٥", "ar-EG", "10000.5")]
    [InlineData("१०,०००", "hi-IN", "10000")]
    [InlineData("10 000.500", "en-GB", "10000.5")]
    [InlineData("−50", "en-GB", "-50")]
    [InlineData("-50", "en-GB", "-50")]
    [InlineData("+7", "en-GB", "7")]
    [InlineData(" 330 ", "en-GB", "330")]
    [InlineData(".5", "en-GB", "0.5")]
    public void A_number_is_read_as_its_writer_means_it(string typed, string locale, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), TypedNumber.Parse(typed, CultureInfo.GetCultureInfo(locale)));

    [Theory]
    [InlineData("10.000", "fr-FR")]
    [InlineData("1.2.3", "en-GB")]
    [InlineData("1,2,3", "en-GB")]
    [InlineData("10,000,00", "en-GB")]
    [InlineData("10.000,50.3", "de-DE")]
    [InlineData("1 000,000", "de-DE", false)]
    [InlineData("ten", "en-GB")]
    [InlineData("1e3", "en-GB")]
    [InlineData("5 %", "en-GB")]
    [InlineData("--5", "en-GB")]
    [InlineData("5.", "en-GB")]
    [InlineData("", "en-GB")]
    [InlineData("∞", "en-GB")]
    [InlineData("99999999999999999999999999999999", "en-GB")]
    public void What_is_no_number_or_could_be_two_is_not_guessed(string typed, string locale, bool isRefused = true) =>
        Assert.Equal(isRefused, TypedNumber.Parse(typed, CultureInfo.GetCultureInfo(locale)) is null);

    [Fact]
    public void Every_number_is_read_as_it_was_shown_in_every_language()
    {
        var locales = CultureInfo.GetCultures(CultureTypes.SpecificCultures);

        Gen.Select(Gen.Long[-999_999_999, 999_999_999], Gen.Int[0, 2], Gen.Int[0, locales.Length - 1])
            .Sample(
                (whole, decimals, locale) =>
                {
                    var number =
                        new decimal(whole)
                        / (
                            decimals == 0 ? 1
                            : decimals == 1 ? 10
                            : 100
                        );
                    return TypedNumber.Parse(TypedNumber.Show(number, locales[locale]), locales[locale]) == number;
                }
            );
    }

    [Theory]
    [InlineData("30 000", "fr-FR", "EUR", 30_000_00)]
    [InlineData("€30,000.50", "en-GB", "EUR", 30_000_50)]
    [InlineData("30.000,50 EUR", "de-DE", "EUR", 30_000_50)]
    [InlineData("¥5,000", "en-US", "JPY", 5_000)]
    [InlineData("1.234 kwd", "en-US", "KWD", 1_234)]
    public void An_amount_may_name_its_currency(string typed, string locale, string currency, long minorUnits) =>
        Assert.Equal((minorUnits, null), TypedMoney.Parse(typed, currency, 100_000_00, CultureInfo.GetCultureInfo(locale)));

    [Theory]
    [InlineData("0.001", "EUR", "An amount in EUR has at most 2 decimals.")]
    [InlineData("5.5", "JPY", "An amount in JPY has at most 0 decimals.")]
    [InlineData("$5", "EUR", "Write an amount in EUR such as 1,234 or 99.5.")]
    [InlineData("-1", "EUR", "Write an amount from 0 to 100,000 EUR.")]
    [InlineData("100000.01", "EUR", "Write an amount from 0 to 100,000 EUR.")]
    public void An_amount_that_cannot_be_is_answered_with_the_remedy(string typed, string currency, string remedy) =>
        Assert.Equal(
            remedy,
            TypedMoney.Parse(typed, currency, currency == "JPY" ? 100_000 : 100_000_00, CultureInfo.GetCultureInfo("en-GB")).Problem
        );
}
