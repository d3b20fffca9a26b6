using NodaTime;

namespace Gamification.People;

/// <summary>How much of a span lies inside a person's working hours. The clock stands still outside them.</summary>
public static class WorkingTime
{
    /// <summary>Friday 17:50 to Monday 09:04 with work from 09:00 to 18:00 is 14 minutes.</summary>
    public static Duration WorkingBetween(this Person person, Instant from, Instant to)
    {
        var sum = Duration.Zero;
        while (from < to)
        {
            var calendar = person.CalendarAt(from);
            var day = from.InZone(calendar.Zone).Date;
            var end = Instant.Min(to, EndOf(person, calendar, day, from));
            sum += calendar.IsScheduled(day) ? Within(calendar, day, from, end) : Duration.Zero;
            from = end;
        }

        return sum;
    }

    /// <summary>Whether an instant lies inside the person's working hours.</summary>
    public static bool IsAtWork(this Person person, Instant instant) =>
        person.WorkingBetween(instant, instant + Duration.Epsilon) > Duration.Zero;

    /// <summary>A scheduled working day: a working day of the week, no holiday, no time off.</summary>
    public static bool IsScheduled(this WorkingCalendar calendar, LocalDate day) =>
        calendar.WorkDays.Contains(day.DayOfWeek) && !calendar.Holidays.Contains(day) && !calendar.TimeOff.Contains(day);

    private static Instant EndOf(Person person, WorkingCalendar calendar, LocalDate day, Instant from)
    {
        var end = calendar.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
        foreach (var later in person.Calendars)
            if (later.From is { } first && later.Zone.AtStartOfDay(first).ToInstant() is var start && from < start && start < end)
                end = start;

        return end;
    }

    /// <summary>Hours that a change of the clock skips do not exist; hours it repeats count twice.</summary>
    private static Duration Within(WorkingCalendar calendar, LocalDate day, Instant from, Instant to)
    {
        var start = Instant.Max(from, calendar.Zone.AtLeniently(day.At(calendar.Start)).ToInstant());
        var end = Instant.Min(to, calendar.Zone.AtLeniently(day.At(calendar.End)).ToInstant());
        return Duration.Max(Duration.Zero, end - start);
    }
}
