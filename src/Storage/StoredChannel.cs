using System.Globalization;
using Gamification.Announcements;
using NodaTime;
using NodaTime.Text;

namespace Storage;

/// <summary>How times of a channel are kept: <c>20:00-08:00</c>, <c>daily 18:00;weekly 1 09:00;monthly 1 09:00</c>.</summary>
internal static class StoredChannel
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string? Text(QuietHours? quiet) => quiet is null ? null : $"{Time.Format(quiet.From)}-{Time.Format(quiet.To)}";

    public static QuietHours? Quiet(string? text) => text?.Split('-') is [var from, var to] ? new(TimeOf(from), TimeOf(to)) : null;

    public static string? Text(BoardTimes times)
    {
        if (times == BoardTimes.Default)
            return null;

        var parts = new List<string>();
        if (times.Daily is { } daily)
            parts.Add($"daily {Time.Format(daily)}");
        if (times.Weekly is { } weekly)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"weekly {(int)weekly.Day} {Time.Format(weekly.At)}"));
        if (times.Monthly is { } monthly)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"monthly {monthly.Day} {Time.Format(monthly.At)}"));
        return string.Join(';', parts);
    }

    public static BoardTimes Boards(string? text)
    {
        if (text is null)
            return BoardTimes.Default;

        var times = BoardTimes.Never;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
            times = part.Split(' ') switch
            {
                ["daily", var at] => times with { Daily = TimeOf(at) },
                ["weekly", var day, var at] => times with { Weekly = new((IsoDayOfWeek)NumberOf(day), TimeOf(at)) },
                ["monthly", var day, var at] => times with { Monthly = new(NumberOf(day), TimeOf(at)) },
                _ => throw new FormatException($"'{part}' is no time of a board."),
            };

        return times;
    }

    private static LocalTime TimeOf(string text) => Time.Parse(text).Value;

    private static int NumberOf(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
