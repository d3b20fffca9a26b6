using System.Globalization;
using CsCheck;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;
using Period = Gamification.Time.Period;

namespace Gamification.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("Europe/Paris", PeriodKind.Month, "2026-11-30T22:59:59Z", "2026-11")]
    [InlineData("Europe/Paris", PeriodKind.Month, "2026-11-30T22:30:00Z", "2026-11")]
    [InlineData("Europe/Paris", PeriodKind.Month, "2026-11-30T23:00:00Z", "2026-12")]
    [InlineData("Europe/Paris", PeriodKind.Month, "2026-11-30T23:30:00Z", "2026-12")]
    [InlineData("America/New_York", PeriodKind.Month, "2026-12-01T04:59:59Z", "2026-11")]
    [InlineData("America/New_York", PeriodKind.Month, "2026-12-01T05:00:00Z", "2026-12")]
    [InlineData("Europe/Paris", PeriodKind.Week, "2027-01-03T22:59:59Z", "2026-W53")]
    [InlineData("Europe/Paris", PeriodKind.Week, "2027-01-03T23:00:00Z", "2027-W01")]
    [InlineData("Europe/Paris", PeriodKind.Week, "2026-10-25T22:59:59Z", "2026-W43")]
    [InlineData("Europe/Paris", PeriodKind.Week, "2026-10-25T23:00:00Z", "2026-W44")]
    [InlineData("Europe/Paris", PeriodKind.Week, "2025-12-28T23:00:00Z", "2026-W01")]
    [InlineData("Europe/Paris", PeriodKind.Quarter, "2026-12-31T22:59:59Z", "2026-Q4")]
    [InlineData("Europe/Paris", PeriodKind.Quarter, "2026-12-31T23:00:00Z", "2027-Q1")]
    [InlineData("Africa/Cairo", PeriodKind.Day, "2026-04-23T21:59:59Z", "2026-04-23")]
    [InlineData("Africa/Cairo", PeriodKind.Day, "2026-04-23T22:00:00Z", "2026-04-24")]
    [InlineData("America/Santiago", PeriodKind.Day, "2026-09-06T03:59:59Z", "2026-09-05")]
    [InlineData("America/Santiago", PeriodKind.Day, "2026-09-06T04:00:00Z", "2026-09-06")]
    public void An_instant_lies_in_one_period_of_each_kind(string zone, PeriodKind kind, string instant, string key)
    {
        var organisation = new Organisation(DateTimeZoneProviders.Tzdb[zone], "EUR", 1000, Duration.Zero);
        var at = InstantPattern.General.Parse(instant).Value;

        var period = Period.Of(kind, organisation.DayOf(at));

        Assert.Equal(key, period.Key.Value);
        Assert.True(period.StartIn(organisation.Zone) <= at && at < period.EndIn(organisation.Zone));
    }

    [Theory]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", 23)]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23)]
    [InlineData("Europe/Paris", "2026-03-29", "2026-03-28T23:00:00Z", 23)]
    [InlineData("Europe/Paris", "2026-10-25", "2026-10-24T22:00:00Z", 25)]
    [InlineData("Europe/Paris", "2026-11-18", "2026-11-17T23:00:00Z", 24)]
    public void A_day_starts_at_its_first_instant_and_has_23_24_or_25_hours(string zone, string day, string start, int hours)
    {
        var period = Period.Parse(new(day))!;
        var tz = DateTimeZoneProviders.Tzdb[zone];

        Assert.Equal(InstantPattern.General.Parse(start).Value, period.StartIn(tz));
        Assert.Equal(Duration.FromHours(hours), period.EndIn(tz) - period.StartIn(tz));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-24", "2026-11-26")]
    [InlineData("2026-W01", "2025-W52", "2026-W02")]
    [InlineData("2026-W53", "2026-W52", "2027-W01")]
    [InlineData("2026-01", "2025-12", "2026-02")]
    [InlineData("2026-Q4", "2026-Q3", "2027-Q1")]
    [InlineData("c:2026-11-25..2026-11-30", "c:2026-11-19..2026-11-24", "c:2026-12-01..2026-12-06")]
    public void Every_period_has_a_neighbour_on_both_sides(string key, string previous, string next)
    {
        var period = Period.Parse(new(key))!;

        Assert.Equal((previous, next), (period.Previous!.Key.Value, period.Next!.Key.Value));
        Assert.Equal(period, period.Previous.Next);
    }

    [Fact]
    public void All_holds_every_day_and_has_no_neighbour()
    {
        Assert.Equal("all", Period.All.Key.Value);
        Assert.Equal(Period.All, Period.Of(PeriodKind.All, new(2026, 11, 25)));
        Assert.True(Period.All.Contains(new(1999, 1, 1)));
        Assert.Null(Period.All.Previous);
        Assert.Null(Period.All.EndIn(DateTimeZone.Utc));
    }

    [Fact]
    public void A_custom_range_holds_both_its_days_and_no_other()
    {
        var range = Period.Custom(new(2026, 11, 25), new(2026, 11, 30));

        Assert.Equal("c:2026-11-25..2026-11-30", range.Key.Value);
        Assert.Equal(
            [false, true, true, false],
            new[] { 24, 25, 30 }.Select(day => range.Contains(new(2026, 11, day))).Append(range.Contains(new(2026, 12, 1)))
        );
        Assert.Throws<ArgumentException>(() => Period.Custom(new(2026, 11, 30), new(2026, 11, 25)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ALL")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q٤")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2027-W53")]
    [InlineData("2026-w47")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-1 ")]
    [InlineData("٢٠٢٦-11-25")]
    [InlineData("+026-11-25")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("9999-W52")]
    [InlineData("c:2026-11-30..2026-11-25")]
    [InlineData("c:2026-11-25..2026-11-30 ")]
    [InlineData("c:2026-11-25--2026-11-30")]
    [InlineData("2026-11'; DROP TABLE entry; --")]
    public void What_is_no_key_is_no_period(string? text) => Assert.Null(Period.Parse(new(text!)));

    [Fact]
    public void Whatever_is_typed_is_a_period_with_that_very_key_or_none() =>
        Gen.String[Gen.Char["0123456789-WQc:.al\0٣"], 0, 26]
            .Sample(text => Period.Parse(new(text)) is not { } period || period.Key.Value == text, iter: 20_000, threads: 1);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Keys_are_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var day = new LocalDate(2026, 11, 25);
            Assert.Equal(
                ["2026-11-25", "2026-W48", "2026-11", "2026-Q4"],
                new[] { PeriodKind.Day, PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter }.Select(kind =>
                    Period.Of(kind, day).Key.Value
                )
            );
            Assert.Equal("c:2026-11-25..2026-11-25", Period.Custom(day, day).Key.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_day_is_in_the_period_of_it_and_the_key_finds_it_again() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Enum<PeriodKind>())
            .Where((_, kind) => kind is not PeriodKind.Custom)
            .Sample(
                (days, kind) =>
                {
                    var day = new LocalDate(1970, 1, 1).PlusDays(days);
                    var period = Period.Of(kind, day);
                    return period.Contains(day) && Period.Parse(period.Key) == period;
                },
                iter: 5_000,
                threads: 1
            );
}
