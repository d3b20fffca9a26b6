using System.Globalization;
using Bot.Cards;
using Gamification;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Cards;

public sealed class ReaderFormatTests
{
    [Theory]
    [InlineData("en-GB", "EUR", 12_300_00, "12,300 EUR")]
    [InlineData("en-GB", "EUR", 12_300_50, "12,300.50 EUR")]
    [InlineData("de-DE", "EUR", 12_300_50, "12.300,50 EUR")]
    [InlineData("en-GB", "JPY", 12_300, "12,300 JPY")]
    [InlineData("en-GB", "KWD", 12_300_500, "12,300.500 KWD")]
    [InlineData("en-GB", "EUR", -99_50, "−99.50 EUR")]
    public void Money_has_the_digits_of_its_currency_and_the_reader_s_marks(
        string culture,
        string currency,
        long minorUnits,
        string text
    ) => Assert.Equal(text, Format(culture, currency).Money(minorUnits));

    [Theory]
    [InlineData(20, "+20")]
    [InlineData(-1250, "−1,250")]
    [InlineData(0, "0")]
    public void A_signed_number_has_its_sign_in_front(long value, string text) => Assert.Equal(text, Format("en-GB").Signed(value));

    [Theory]
    [InlineData("en-GB", "Sun 22 Nov")]
    [InlineData("en-US", "Sun, Nov 22")]
    [InlineData("fr-FR", "dim. 22 nov.")]
    public void A_day_is_written_as_the_reader_writes_it(string culture, string text) =>
        Assert.Equal(text, Format(culture).Day(new(2026, 11, 22)));

    [Theory]
    [InlineData(PeriodKind.Day, "Wed 18 Nov")]
    [InlineData(PeriodKind.Week, "Week 47")]
    [InlineData(PeriodKind.Month, "November 2026")]
    [InlineData(PeriodKind.Quarter, "Q4 2026")]
    [InlineData(PeriodKind.All, "All time")]
    public void A_period_has_a_name(PeriodKind kind, string name) =>
        Assert.Equal(name, Format("en-GB").Name(Period.Of(kind, new(2026, 11, 18))));

    [Theory]
    [InlineData("2026-11-18T11:00:00Z", null, "ends Sun 22 Nov 24:00, Europe/Paris")]
    [InlineData("2026-11-22T22:59:59Z", null, "ends Sun 22 Nov 24:00, Europe/Paris")]
    [InlineData("2026-11-22T23:00:00Z", null, "ended Sun 22 Nov 24:00, Europe/Paris · provisional until Tue 24 Nov 24:00")]
    [InlineData("2026-11-24T23:05:00Z", CloseState.Closed, "ended Sun 22 Nov 24:00, Europe/Paris · final")]
    [InlineData("2026-12-01T12:00:00Z", CloseState.Reopened, "ended Sun 22 Nov 24:00, Europe/Paris · reopened, being corrected")]
    public void A_week_says_until_when_it_runs_and_whether_it_may_still_change(string now, CloseState? state, string text)
    {
        var week = Period.Of(PeriodKind.Week, new(2026, 11, 18));
        var close = state is { } recorded ? new PeriodClose(week.Key, PeriodKind.Week, recorded, Version: 1) : null;
        var standing = PeriodStates.Of(week, close, NodaTime.Text.InstantPattern.General.Parse(now).Value, BoardScenes.Paris);

        Assert.Equal(text, Format("en-GB").Standing(week, standing));
    }

    private static ReaderFormat Format(string culture, string currency = "EUR") =>
        new(CultureInfo.GetCultureInfo(culture), BoardScenes.Paris with { Currency = currency });
}
