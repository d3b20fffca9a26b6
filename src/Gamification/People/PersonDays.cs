using NodaTime;

namespace Gamification.People;

/// <summary>The days of a person's calendar. A change of calendar holds from the start of its first day in the new zone.</summary>
public static class PersonDays
{
    extension(Person person)
    {
        /// <summary>The calendar that holds at an instant.</summary>
        public WorkingCalendar CalendarAt(Instant instant)
        {
            var calendars = person.Calendars;
            for (var i = calendars.Count - 1; i > 0; i--)
                if (calendars[i].From is not { } from || calendars[i].Zone.AtStartOfDay(from).ToInstant() <= instant)
                    return calendars[i];

            return calendars[0];
        }

        /// <summary>The person's local day of an instant: the day of limits, active days and streaks.</summary>
        public LocalDate DayOf(Instant instant) => instant.InZone(person.CalendarAt(instant).Zone).Date;

        /// <summary>Bounds that hold all of a local day, also where the calendar changes zone at one of its ends.</summary>
        public Interval Around(LocalDate date)
        {
            var (start, end) = (Instant.MaxValue, Instant.MinValue);
            foreach (var calendar in person.Calendars)
            {
                start = Instant.Min(start, calendar.Zone.AtStartOfDay(date).ToInstant());
                end = Instant.Max(end, calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
            }

            return new(start, end);
        }
    }
}
