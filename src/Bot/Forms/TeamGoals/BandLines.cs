using System.Globalization;
using Gamification.Goals;

namespace Bot.Forms.TeamGoals;

/// <summary>The bands of an accelerator as a manager types them, one a line: <c>100–110: 10</c>, <c>150+: 30</c>.</summary>
internal static class BandLines
{
    private static readonly char[] Separators = ['–', '-', '—', '…'];

    /// <summary>Lines that are no band stand as errors at the field.</summary>
    public static IReadOnlyList<BandWish> Read(FormReading values, string field)
    {
        var bands = new List<BandWish>();
        foreach (var (line, i) in values.Lines(field).Select((line, i) => (line, i)))
            if (Parse(line, values.Locale) is { } band)
                bands.Add(band);
            else
                values.Wrong(
                    field,
                    values.Say($"Line {i + 1} is no band. Write “100–110: 10”, or “150+: 30” for the last one without an end.")
                );

        return bands;
    }

    public static string Show(IEnumerable<BandWish> bands, CultureInfo locale) =>
        string.Join(
            '\n',
            bands.Select(band =>
                $"{TypedNumber.Show(band.From ?? 0, locale)}{(band.To is { } to ? $"–{TypedNumber.Show(to, locale)}" : "+")}: {TypedNumber.Show(band.Rate ?? 0, locale)}"
            )
        );

    private static BandWish? Parse(string line, CultureInfo locale)
    {
        if (
            line.Split([':', '='], 2) is not [var stretch, var rate]
            || Number(rate.Trim().TrimStart('×', 'x', 'X'), locale) is not { } pays
        )
            return null;

        var ends = stretch.Replace("%", "", StringComparison.Ordinal).Split(Separators, StringSplitOptions.TrimEntries);
        return ends switch
        {
            [var first] when Number(first.TrimEnd('+'), locale) is { } from => new(from, To: null, pays),
            [var first, ""] when Number(first, locale) is { } from => new(from, To: null, pays),
            [var first, var last] when (Number(first, locale), Number(last, locale)) is ({ } from, { } to) => new(from, to, pays),
            _ => null,
        };
    }

    private static decimal? Number(string text, CultureInfo locale) => TypedNumber.Parse(text.Trim(), locale);
}
