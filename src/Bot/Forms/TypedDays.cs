using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Forms;

/// <summary>Days and ranges, one a line: <c>2026-12-24</c>, <c>2026-12-24 – 2026-12-31</c>, both days included.</summary>
internal static class TypedDays
{
    private const int LongestRange = 366;

    private static readonly string[] Between = [" – ", " - ", "–", "..", " to ", " until "];

    /// <summary>The days, or what is wrong with the first line that cannot be read.</summary>
    public static (IReadOnlySet<LocalDate> Days, string? Problem) Parse(IReadOnlyList<string> lines, CultureInfo locale)
    {
        var days = new HashSet<LocalDate>();
        foreach (var line in lines)
        {
            if (RangeOf(line, locale) is not var (first, last))
                return (
                    days,
                    Language.Of(locale).Say($"“{CleanText.Of(line, 40)}” is no day. Write 2026-12-24, or 2026-12-24 – 2026-12-31.")
                );
            var count = Period.DaysBetween(first, last) + 1;
            if (count is < 1 or > LongestRange)
                return (
                    days,
                    Language
                        .Of(locale)
                        .Say($"“{CleanText.Of(line, 40)}” ends before it begins or is longer than a year. Write the earlier day first.")
                );

            days.UnionWith(Enumerable.Range(0, count).Select(first.PlusDays));
        }

        return (days, null);
    }

    /// <summary>Neighbouring days as one range, in their order.</summary>
    public static IEnumerable<string> Show(IEnumerable<LocalDate> days)
    {
        foreach (var (first, last) in DayRuns.Of(days))
            yield return first == last ? TypedDate.Iso(first) : $"{TypedDate.Iso(first)} – {TypedDate.Iso(last)}";
    }

    private static (LocalDate, LocalDate)? RangeOf(string line, CultureInfo locale)
    {
        var ends = line.Split(Between, StringSplitOptions.TrimEntries);
        return ends.Length <= 2 && TypedDate.Parse(ends[0], locale) is { } first && TypedDate.Parse(ends[^1], locale) is { } last
            ? (first, last)
            : null;
    }
}
