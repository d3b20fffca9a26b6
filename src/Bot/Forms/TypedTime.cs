using System.Globalization;
using NodaTime;

namespace Bot.Forms;

/// <summary>A time of day as people type it: <c>9</c>, <c>09:00</c>, <c>9.30</c>, <c>17h30</c>, <c>5:30 pm</c>.</summary>
internal static class TypedTime
{
    public static LocalTime? Parse(string text)
    {
        var typed = text.Trim().ToLowerInvariant().Replace(".m.", "m", StringComparison.Ordinal);
        var half =
            typed.EndsWith("pm", StringComparison.Ordinal) ? 12
            : typed.EndsWith("am", StringComparison.Ordinal) ? 0
            : (int?)null;
        var parts = (half is null ? typed : typed[..^2]).Trim().TrimEnd('h').Split([':', '.', 'h']);
        if (
            parts.Length > 2
            || NumberOf(parts[0]) is not { } hour
            || (parts.Length == 2 ? NumberOf(parts[1]) : 0) is not { } minute
            || minute > 59
        )
            return null;

        return (half, hour) switch
        {
            (null, <= 23) => new LocalTime(hour, minute),
            ({ } noon, >= 1 and <= 12) => new LocalTime((hour % 12) + noon, minute),
            _ => null,
        };
    }

    public static string Show(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static int? NumberOf(string text) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
