using Bot.Cards;
using Gamification.People;
using NodaTime;

namespace Bot.Forms;

/// <summary>The fields of a calendar's form, and what they change. Days off of more than a year ago are kept, and not shown.</summary>
internal sealed class CalendarFields(WorkingCalendar? stored, DateTimeZone zone, LocalDate today, ReaderFormat format)
{
    private const string Zone = "zone";
    private const string Days = "days";
    private const string Start = "start";
    private const string End = "end";
    private const string From = "from";
    private const string Holidays = "holidays";
    private const string TimeOff = "timeoff";
    private const int ShownDays = 366;
    private const int MostDays = 1000;

    private readonly WorkingCalendar calendar = stored ?? WorkingCalendar.Default(zone);

    public int Longest => Math.Max(Text(calendar.Holidays).Length, Text(calendar.TimeOff).Length);

    public IReadOnlyList<FormPart> All =>
        [
            new Field(Zone, format.Say($"Time zone"), new FieldKind.Text(60))
            {
                Value = [calendar.Zone.Id],
                Hint = format.Say($"A city's name, such as Europe/Paris"),
            },
            new Field(Days, format.Say($"Working days"), new FieldKind.Choices([.. Enumerable.Range(1, 7).Select(Choice)]))
            {
                Value = [.. calendar.WorkDays.Order().Select(day => $"{(int)day}")],
            },
            new Field(Start, format.Say($"Work starts"), new FieldKind.Text(10))
            {
                Value = [TypedTime.Show(calendar.Start)],
                Hint = format.Say($"Local time, such as 09:00"),
            },
            new Field(End, format.Say($"Work ends"), new FieldKind.Text(10)) { Value = [TypedTime.Show(calendar.End)] },
            new Field(From, format.Say($"Zone, days and hours hold from"), new FieldKind.Date())
            {
                Value = stored is null ? [] : [TypedDate.Iso(today)],
                IsRequired = false,
                Hint = format.Say($"Only if you change them. Empty: since ever."),
            },
            new Field(Holidays, format.Say($"Holidays"), new FieldKind.LongText())
            {
                Value = [Text(calendar.Holidays)],
                IsRequired = false,
                Hint = format.Say($"One day a line, such as 2026-12-25"),
            },
            new Field(TimeOff, format.Say($"Time off"), new FieldKind.LongText())
            {
                Value = [Text(calendar.TimeOff)],
                IsRequired = false,
                Hint = format.Say($"One day or range a line, such as 2026-12-24 – 2026-12-31. Holds at once, also for days that are past."),
            },
        ];

    /// <summary>What the values do to a calendar; null, with the errors in the values, when they cannot be read.</summary>
    public static Func<WorkingCalendar?, WorkingCalendar>? Read(FormReading values, DateTimeZone zone, LocalDate today)
    {
        var own = ZoneOf(values);
        var workDays = values.Choices(Days).Select(day => (IsoDayOfWeek)(day[0] - '0')).ToHashSet();
        var (start, end) = (values.Time(Start), values.Time(End));
        if (start is not null && end <= start)
            values.Wrong(End, values.Say($"Work ends after it starts. Write a later time."));
        var from = values.Date(From);
        if (from > today)
            values.Wrong(From, values.Say($"Choose today ({TypedDate.Iso(today)}) or an earlier day."));
        var (holidays, timeOff) = (DaysOf(values, Holidays), DaysOf(values, TimeOff));
        if (!values.IsRight)
            return null;

        return stored =>
        {
            var before = stored ?? WorkingCalendar.Default(zone);
            var changed = !own!.Equals(before.Zone) || !workDays.SetEquals(before.WorkDays) || start != before.Start || end != before.End;
            return new(
                changed ? from : before.From,
                own,
                workDays,
                start!.Value,
                end!.Value,
                Kept(before.Holidays, holidays, today),
                Kept(before.TimeOff, timeOff, today)
            );
        };
    }

    private static DateTimeZone? ZoneOf(FormReading values)
    {
        var typed = values.Text(Zone).Replace(' ', '_');
        var known = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(typed, StringComparison.OrdinalIgnoreCase));
        if (known is null && values.IsRight)
        {
            var city = typed[(typed.LastIndexOf('/') + 1)..];
            var near = DateTimeZoneProviders
                .Tzdb.Ids.Where(id => city.Length > 2 && id.Contains(city, StringComparison.OrdinalIgnoreCase))
                .Take(3)
                .ToList();
            values.Wrong(
                Zone,
                near.Count > 0
                    ? values.Say($"Did you mean {near.Aggregate((one, other) => values.Say($"{one} or {other}"))}?")
                    : values.Say($"Write the name of a zone, such as Europe/Paris or America/New_York.")
            );
        }

        return known is null ? null : DateTimeZoneProviders.Tzdb[known];
    }

    private static IReadOnlySet<LocalDate> DaysOf(FormReading values, string field)
    {
        var (days, problem) = TypedDays.Parse(values.Lines(field), values.Locale);
        if (problem is not null)
            values.Wrong(field, problem);
        else if (days.Count > MostDays)
            values.Wrong(field, values.Say($"These are {days.Count} days. Write at most {MostDays}."));
        return days;
    }

    private FormChoice Choice(int day) => new($"{day}", ChannelWords.DayName((IsoDayOfWeek)day, format));

    private string Text(IEnumerable<LocalDate> days) =>
        string.Join('\n', TypedDays.Show(days.Where(day => day > today.PlusDays(-ShownDays))));

    private static HashSet<LocalDate> Kept(IEnumerable<LocalDate> before, IEnumerable<LocalDate> typed, LocalDate today) =>
        [.. before.Where(day => day <= today.PlusDays(-ShownDays)), .. typed];
}
