using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Gamification.Time;

/// <summary>
/// How periods are written and read. Digits are put together by hand or by the invariant culture:
/// under th-TH <c>{date:yyyy}</c> prints 2569.
/// </summary>
internal static class PeriodKeys
{
    /// <summary>Far more than a business needs, and far from the ends of what a date can hold.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    public static PeriodKey All { get; } = new("all");

    public static PeriodKey Day(LocalDate day) => new(Text(day));

    public static PeriodKey Week(LocalDate day) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{WeekYearRules.Iso.GetWeekYear(day):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}"
            )
        );

    public static PeriodKey Month(LocalDate day) => new(string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}"));

    public static PeriodKey Quarter(LocalDate day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-Q{((day.Month - 1) / 3) + 1}"));

    public static PeriodKey Custom(LocalDate first, LocalDate last) => new($"c:{Text(first)}..{Text(last)}");

    /// <summary>Only the exact form is a key: what is read here is written back the same.</summary>
    public static Period? Parse(string? key) =>
        key switch
        {
            "all" => Period.All,
            { Length: 24 } when key.StartsWith("c:", StringComparison.Ordinal) && key.AsSpan(12, 2) is ".." => ParseCustom(key),
            { Length: 10 } => ParseDay(key) is { } day ? Period.Of(PeriodKind.Day, day) : null,
            { Length: 8 } when key.AsSpan(4, 2) is "-W" => ParseWeek(key),
            { Length: 7 } when key.AsSpan(4, 2) is "-Q" => ParseMonth(
                key,
                Number(key.AsSpan(6)) is { } quarter ? (quarter * 3) - 2 : 0,
                PeriodKind.Quarter
            ),
            { Length: 7 } when key[4] is '-' => ParseMonth(key, Number(key.AsSpan(5)) ?? 0, PeriodKind.Month),
            _ => null,
        };

    private static string Text(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");

    private static Period? ParseCustom(string key) =>
        (ParseDay(key.AsSpan(2, 10)), ParseDay(key.AsSpan(14))) is ({ } first, { } last) && first <= last
            ? Period.Custom(first, last)
            : null;

    private static Period? ParseWeek(string key) =>
        (Year(key), Number(key.AsSpan(6))) is ({ } year, { } week) && week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year)
            ? Period.Of(PeriodKind.Week, LocalDate.FromWeekYearWeekAndDay(year, week, IsoDayOfWeek.Monday))
            : null;

    private static Period? ParseMonth(string key, int month, PeriodKind kind) =>
        Year(key) is { } year && month is >= 1 and <= 12 ? Period.Of(kind, new LocalDate(year, month, 1)) : null;

    private static LocalDate? ParseDay(ReadOnlySpan<char> text) =>
        text[4] is '-'
        && text[7] is '-'
        && (Year(text), Number(text[5..7]), Number(text[8..])) is ({ } year, { } month, { } day)
        && month is >= 1 and <= 12
        && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int? Year(ReadOnlySpan<char> text) => Number(text[..4]) is { } year and >= FirstYear and <= LastYear ? year : null;

    /// <summary>ASCII digits only: other scripts' digits are letters here.</summary>
    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
