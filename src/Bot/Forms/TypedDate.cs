using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Bot.Forms;

/// <summary>A day as people type it: <c>2026-11-25</c>, or in the order of the reader's language: <c>25.11.2026</c>, <c>11/25/2026</c>.</summary>
internal static class TypedDate
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public static LocalDate? Parse(string text, CultureInfo locale) =>
        NumbersOf(text) switch
        {
            [> 31 and var year, var month, var day] => Of(year, month, day),
            [var first, var second, var year] => locale.DateTimeFormat.ShortDatePattern.TrimStart().StartsWith('M')
                ? Of(year, first, second)
                : Of(year, second, first),
            _ => null,
        };

    /// <summary>With four digits of the year, in the order of the reader's language and in the calendar of the wire.</summary>
    public static string Show(LocalDate day, CultureInfo locale) =>
        locale.DateTimeFormat.ShortDatePattern.TrimStart().StartsWith('M')
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}/{day.Day}/{day.Year}")
            : string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}.{day.Month:00}.{day.Year}");

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate? Of(int year, int month, int day)
    {
        var full = year < 100 ? FirstYear + year : year;
        return
            full is >= FirstYear and <= LastYear
            && month is >= 1 and <= 12
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(full, month)
            ? new LocalDate(full, month, day)
            : null;
    }

    /// <summary>Empty when a part is no number.</summary>
    private static int[] NumbersOf(string text)
    {
        var parts = text.Trim().Split(['.', '/', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length > 4 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return [];

        return numbers;
    }
}
