using System.Globalization;
using Gamification;
using Gamification.People;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>Working calendars in rows: one a change of zone or hours, and the days off of the person.</summary>
internal static class StoredCalendar
{
    /// <summary>The calendars in the order of their first day; the organisation's default where the person has none.</summary>
    public static IReadOnlyList<WorkingCalendar> Read(IEnumerable<CalendarRow> rows, IEnumerable<DayOffRow> daysOff, DateTimeZone zone)
    {
        var off = daysOff.ToLookup(row => row.Kind, row => row.Date);
        var holidays = off[DayOffRow.Holiday].ToHashSet();
        var timeOff = off[DayOffRow.TimeOff].ToHashSet();
        var calendars = rows.OrderBy(row => row.Place).Select(row => Read(row, holidays, timeOff)).ToList();
        return calendars.Count > 0 ? calendars : [WorkingCalendar.Default(zone) with { Holidays = holidays, TimeOff = timeOff }];
    }

    public static CalendarRow Row(PersonId person, int place, WorkingCalendar calendar) =>
        new()
        {
            Person = person,
            Place = place,
            From = calendar.From,
            Zone = calendar.Zone.Id,
            WorkDays = string.Concat(calendar.WorkDays.Order().Select(day => ((int)day).ToString(CultureInfo.InvariantCulture))),
            Start = Seconds(calendar.Start),
            End = Seconds(calendar.End),
        };

    public static IEnumerable<DayOffRow> DaysOff(PersonId person, WorkingCalendar calendar) =>
        [
            .. calendar.Holidays.Select(day => DayOff(person, day, DayOffRow.Holiday)),
            .. calendar.TimeOff.Select(day => DayOff(person, day, DayOffRow.TimeOff)),
        ];

    private static DayOffRow DayOff(PersonId person, LocalDate date, string kind) =>
        new()
        {
            Person = person,
            Date = date,
            Kind = kind,
        };

    private static WorkingCalendar Read(CalendarRow row, HashSet<LocalDate> holidays, HashSet<LocalDate> timeOff) =>
        new(
            row.From,
            DateTimeZoneProviders.Tzdb[row.Zone],
            row.WorkDays.Select(digit => (IsoDayOfWeek)(digit - '0')).ToHashSet(),
            LocalTime.FromSecondsSinceMidnight(row.Start),
            LocalTime.FromSecondsSinceMidnight(row.End),
            holidays,
            timeOff
        );

    private static int Seconds(LocalTime time) => (int)(time.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);
}
