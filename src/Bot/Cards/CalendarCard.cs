using Gamification.People;
using NodaTime;
using NodaTime.Extensions;
using Storage;

namespace Bot.Cards;

/// <summary>When a person works, after it was changed.</summary>
public static class CalendarCard
{
    private const int MostRanges = 4;

    public static Card Saved(PersonRecord person, DateTimeZone zone, bool isChanged, LocalDate today, ReaderFormat format)
    {
        var calendar = person.Calendar ?? WorkingCalendar.Default(zone);
        return new(
            format.Say($"Calendar of {BoardNames.Clean(person.Name)}"),
            [
                isChanged
                    ? new CardPart.Text(format.Say($"Saved. What is open was counted again."), Tone.Good)
                    : new CardPart.Text(format.Say($"Nothing to change: it was so already.")),
                new CardPart.Facts([
                    new(format.Say($"Zone"), calendar.Zone.Id),
                    new(format.Say($"Working days"), Days(calendar, format)),
                    new(format.Say($"Hours"), $"{Time(calendar.Start, format)} – {Time(calendar.End, format)}"),
                    new(format.Say($"Holds from"), calendar.From is { } from ? format.Date(from) : format.Say($"Since ever")),
                    new(format.Say($"Holidays to come"), Ranges(calendar.Holidays, today, format)),
                    new(format.Say($"Time off to come"), Ranges(calendar.TimeOff, today, format)),
                ]),
                new CardPart.Buttons([
                    new(format.Say($"Edit"), $"calendar {person.Id}", Answer.Form),
                    new(format.Say($"People"), "medalist people"),
                ]),
            ]
        );
    }

    private static string Days(WorkingCalendar calendar, ReaderFormat format) =>
        string.Join(", ", calendar.WorkDays.Order().Select(day => format.Culture.DateTimeFormat.GetAbbreviatedDayName(day.ToDayOfWeek())));

    private static string Time(LocalTime time, ReaderFormat format) =>
        time.On(new(2000, 1, 1)).ToDateTimeUnspecified().ToString(format.Culture.DateTimeFormat.ShortTimePattern, format.Culture);

    private static string Ranges(IEnumerable<LocalDate> days, LocalDate today, ReaderFormat format)
    {
        var ranges = DayRuns.Of(days.Where(day => day >= today)).ToList();
        var shown = ranges
            .Take(MostRanges)
            .Select(run => run.First == run.Last ? format.Date(run.First) : $"{format.Date(run.First)} – {format.Date(run.Last)}");
        return ranges.Count == 0 ? format.Say($"None", "days")
            : ranges.Count <= MostRanges ? string.Join(", ", shown)
            : TeamGoalWords.AndMore(string.Join(", ", shown), ranges.Count - MostRanges, format);
    }
}
