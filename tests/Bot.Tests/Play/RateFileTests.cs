using Bot.Play;
using Gamification;
using NodaTime;

namespace Bot.Tests.Play;

public sealed class RateFileTests
{
    private static readonly Organisation Paris = new(DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR", 1000, Duration.FromHours(48));

    [Fact]
    public void A_file_of_rates_is_read_whatever_its_spaces_and_empty_lines()
    {
        var (rates, problems) = RateFile.Read(["Currency, Date, Rate", "CHF,2026-11-18,1.05", "", "\"USD\", 2026-11-18 ,0.92"], Paris);

        Assert.Empty(problems);
        Assert.Equal(["CHF 1.05", "USD 0.92"], rates.Select(rate => $"{rate.Currency} {rate.Rate}"));
    }

    [Fact]
    public void Every_wrong_line_is_named_with_its_remedy_and_none_is_taken()
    {
        var (rates, problems) = RateFile.Read(
            ["currency,date,rate", "CHF,2026-11-18,1.05", "EUR,2026-11-18,1", "USD,18/11/2026,1", "USD,2026-11-18", "CHF,2026-11-18,1.06"],
            Paris
        );

        Assert.Empty(rates);
        Assert.Equal(["Line 3: currency", "Line 4: date", "Line 5", "Line 6: date"], problems.Select(Start));
        Assert.All(problems, problem => Assert.EndsWith(".", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CHF,2026-11-18,1.05")]
    [InlineData("currency;date;rate")]
    [InlineData("currency,date,rate")]
    public void A_file_without_a_header_or_without_a_rate_is_wrong(string onlyLine) =>
        Assert.StartsWith("Line 1: ", Assert.Single(RateFile.Read([onlyLine], Paris).Problems), StringComparison.Ordinal);

    private static string Start(string problem) =>
        problem.Split(": ") is [var line, var field, _, ..] && field.All(char.IsAsciiLetterLower)
            ? $"{line}: {field}"
            : problem.Split(": ")[0];
}
