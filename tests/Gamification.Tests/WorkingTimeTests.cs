using Gamification.People;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

public sealed class WorkingTimeTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default(Company.Paris);

    [Theory]
    [InlineData("2026-11-20 17:50", "2026-11-23 09:04", 14)]
    [InlineData("2026-11-18 09:00", "2026-11-18 09:15", 15)]
    [InlineData("2026-11-18 07:00", "2026-11-18 08:59", 0)]
    [InlineData("2026-11-18 18:00", "2026-11-19 09:00", 0)]
    [InlineData("2026-11-18 17:59", "2026-11-19 09:01", 2)]
    [InlineData("2026-11-21 10:00", "2026-11-22 23:00", 0)]
    [InlineData("2026-11-18 09:00", "2026-11-19 18:00", 1080)]
    [InlineData("2026-11-16 00:00", "2026-11-23 00:00", 2700)]
    [InlineData("2026-11-18 10:00", "2026-11-18 10:00", 0)]
    [InlineData("2026-11-18 11:00", "2026-11-18 10:00", 0)]
    public void The_clock_runs_in_working_hours_only(string from, string to, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), Person(Calendar).WorkingBetween(Company.At(from), Company.At(to)));

    [Fact]
    public void Holidays_and_time_off_stand_still()
    {
        var person = Person(
            Calendar with
            {
                Holidays = new HashSet<LocalDate> { new(2026, 11, 19) },
                TimeOff = new HashSet<LocalDate> { new(2026, 11, 20) },
            }
        );

        Assert.Equal(Duration.FromMinutes(20), person.WorkingBetween(Company.At("2026-11-18 17:50"), Company.At("2026-11-23 09:10")));
    }

    [Theory]
    [InlineData("2026-03-28 22:00", "2026-03-29 06:00", 7)]
    [InlineData("2026-10-24 22:00", "2026-10-25 06:00", 9)]
    public void A_night_shift_lasts_as_long_as_the_clock_really_ran(string from, string to, int hours)
    {
        var always = Calendar with
        {
            WorkDays = Enum.GetValues<IsoDayOfWeek>().ToHashSet(),
            Start = LocalTime.Midnight,
            End = LocalTime.MaxValue,
        };

        var took = Person(always).WorkingBetween(Company.At(from), Company.At(to));

        Assert.Equal(hours, Math.Round(took.TotalHours, 6));
    }

    [Fact]
    public void Working_hours_are_those_of_the_persons_own_zone()
    {
        var tokyo = Company.Person("cyd", zone: "Asia/Tokyo");

        Assert.Equal(Duration.FromHours(1), tokyo.WorkingBetween(Company.At("2026-11-18 00:00"), Company.At("2026-11-18 02:00")));
    }

    [Fact]
    public void A_new_calendar_holds_from_the_start_of_its_first_day()
    {
        var moved = Person(
            Calendar,
            WorkingCalendar.Default(DateTimeZoneProviders.Tzdb["America/New_York"]) with
            {
                From = new(2026, 11, 19),
            }
        );

        Assert.Equal(new(2026, 11, 19), moved.DayOf(Company.At("2026-11-19 05:59")));
        Assert.Equal(Calendar, moved.CalendarAt(Company.At("2026-11-19 05:59")));
        Assert.Equal(new(2026, 11, 19), moved.DayOf(Company.At("2026-11-19 06:00")));
        Assert.Equal(new(2026, 11, 19), moved.DayOf(Company.At("2026-11-20 05:59")));
        Assert.Equal(Duration.FromHours(9), moved.WorkingBetween(Company.At("2026-11-19 06:00"), Company.At("2026-11-20 06:00")));
    }

    private static Person Person(params WorkingCalendar[] calendars) => Company.Person("ann") with { Calendars = calendars };
}
