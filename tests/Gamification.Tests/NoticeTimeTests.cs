using Gamification.Announcements;
using Gamification.People;
using NodaTime;
using NodaTime.Text;

namespace Gamification.Tests;

/// <summary>Ana works in Paris from Monday to Friday, 09:00 to 18:00; Thursday 26 November is a holiday, Friday 27 time off.</summary>
public sealed class NoticeTimeTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default(Paris) with
    {
        Holidays = new HashSet<LocalDate> { new(2026, 11, 26) },
        TimeOff = new HashSet<LocalDate> { new(2026, 11, 27) },
    };

    [Theory]
    [InlineData("2026-11-18 08:59", "2026-11-18 09:00")]
    [InlineData("2026-11-18 09:00", "2026-11-18 09:00")]
    [InlineData("2026-11-18 17:59", "2026-11-18 17:59")]
    [InlineData("2026-11-18 18:00", "2026-11-19 09:00")]
    [InlineData("2026-11-20 18:00", "2026-11-23 09:00")]
    [InlineData("2026-11-21 12:00", "2026-11-23 09:00")]
    [InlineData("2026-11-25 18:30", "2026-11-30 09:00")]
    [InlineData("2026-11-27 12:00", "2026-11-30 09:00")]
    public void A_notice_waits_for_the_next_working_hour(string now, string told) => Assert.Equal(told, TimeOf(Ana(Calendar), now));

    [Fact]
    public void Hours_of_another_zone_are_those_of_its_clock()
    {
        var tokyo = WorkingCalendar.Default(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);

        Assert.Equal("2026-11-19 01:00", TimeOf(Ana(tokyo), "2026-11-18 12:00"));
    }

    [Fact]
    public void A_calendar_that_holds_from_tomorrow_on_says_when_tomorrow_starts()
    {
        var early = Calendar with { From = new LocalDate(2026, 11, 19), Start = new LocalTime(7, 0) };

        Assert.Equal("2026-11-19 07:00", TimeOf(Ana(Calendar, early), "2026-11-18 20:00"));
    }

    [Fact]
    public void Who_never_works_is_told_at_once()
    {
        var never = Calendar with { WorkDays = new HashSet<IsoDayOfWeek>() };

        Assert.Equal("2026-11-18 03:00", TimeOf(Ana(never), "2026-11-18 03:00"));
    }

    private static Person Ana(params WorkingCalendar[] calendars) => new(new("ana"), Inactive: [], Publicity.Named, [], calendars);

    private static string TimeOf(Person person, string paris)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
        var now = pattern.Parse(paris).Value.InZoneLeniently(Paris).ToInstant();
        return pattern.Format(NoticeTime.Of(person, now).InZone(Paris).LocalDateTime);
    }
}
