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

        /// <summary>Whether a local day is a scheduled working day of the calendar that holds on it.</summary>
        public bool IsScheduled(LocalDate day)
        {
            var calendars = person.Calendars;
            var held = 0;
            for (var i = 1; i < calendars.Count; i++)
                if (calendars[i].From is not { } from || from <= day)
                    held = i;

            return calendars[held].IsScheduled(day);
        }

        /// <summary>The scheduled working days of the week that begins on a Monday.</summary>
        public IEnumerable<LocalDate> ScheduledIn(LocalDate monday) =>
            Enumerable.Range(0, 7).Select(monday.PlusDays).Where(person.IsScheduled);

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
