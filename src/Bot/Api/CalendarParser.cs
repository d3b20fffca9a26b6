using Gamification.People;
using NodaTime;
using NodaTime.Text;

namespace Bot.Api;

/// <summary>A working calendar as the admin writes it. A change of zone, days or hours holds from today on.</summary>
internal static class CalendarParser
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static (WorkingCalendar? Value, PersonReading? Wrong) Parse(
        CalendarBody? body,
        WorkingCalendar? stored,
        DateTimeZone zone,
        LocalDate today
    )
    {
        if (body is null)
            return (stored, null);

        var before = stored ?? WorkingCalendar.Default(zone);
        if (ZoneOf(body.TimeZone, before.Zone) is not { } own)
            return Refuse("/calendar/timeZone", "A time zone is an IANA name such as Europe/Paris.");
        if (DaysOf(body.WorkDays, before.WorkDays) is not { } workDays)
            return Refuse("/calendar/workDays", "Working days are English names, for example [\"mon\", \"tue\"].");
        if (TimeOf(body.Start, before.Start) is not { } start)
            return Refuse("/calendar/start", "A time is written 09:00.");
        if (TimeOf(body.End, before.End) is not { } end || end <= start)
            return Refuse("/calendar/end", "A time is written 18:00 and lies after the start.");
        if (DatesOf(body.Holidays, before.Holidays) is not { } holidays)
            return Refuse("/calendar/holidays", "A day is written 2026-12-25.");
        if (DatesOf(body.TimeOff, before.TimeOff) is not { } timeOff)
            return Refuse("/calendar/timeOff", "A day is written 2026-12-25.");

        var changed = !own.Equals(before.Zone) || !workDays.SetEquals(before.WorkDays) || start != before.Start || end != before.End;
        return (new(stored is not null && changed ? today : stored?.From, own, workDays, start, end, holidays, timeOff), null);
    }

    private static DateTimeZone? ZoneOf(string? text, DateTimeZone fallback) =>
        text is null ? fallback : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);

    private static IReadOnlySet<IsoDayOfWeek>? DaysOf(IReadOnlyList<string>? names, IReadOnlySet<IsoDayOfWeek> fallback)
    {
        if (names is null)
            return fallback;
        var days = names.Select(DayOf).ToList();
        return days.Contains(IsoDayOfWeek.None) ? null : days.ToHashSet();
    }

    private static IsoDayOfWeek DayOf(string? name) =>
        name is { Length: >= 3 }
            ? Enum.GetValues<IsoDayOfWeek>()
                .FirstOrDefault(day =>
                    day != IsoDayOfWeek.None
                    && (
                        day.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)
                        || day.ToString()[..3].Equals(name, StringComparison.OrdinalIgnoreCase)
                    )
                )
            : IsoDayOfWeek.None;

    private static LocalTime? TimeOf(string? text, LocalTime fallback) =>
        text is null ? fallback
        : Time.Parse(text) is { Success: true, Value: var time } ? time
        : null;

    private static IReadOnlySet<LocalDate>? DatesOf(IReadOnlyList<string>? texts, IReadOnlySet<LocalDate> fallback)
    {
        if (texts is null)
            return fallback;
        var days = texts.Select(text => LocalDatePattern.Iso.Parse(text ?? "")).ToList();
        return days.TrueForAll(day => day.Success) ? days.Select(day => day.Value).ToHashSet() : null;
    }

    private static (WorkingCalendar?, PersonReading?) Refuse(string pointer, string reason) => (null, PersonReading.Wrong(pointer, reason));
}
