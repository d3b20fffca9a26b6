using System.Globalization;

namespace Bot.Cards;

/// <summary>Pages of a list: which one is asked for by <c>page:2</c>, and the buttons to the others.</summary>
public sealed record PageWords(int Page, IReadOnlyList<string> Rest)
{
    private const string Prefix = "page:";
    private const int MostPages = 10_000;

    /// <summary>Of the words behind a command: the page, from 1, and all other words.</summary>
    public static PageWords Of(IReadOnlyList<string> words) =>
        new(words.Select(PageOf).OfType<int>().LastOrDefault(1), [.. words.Where(word => PageOf(word) is null)]);

    /// <summary>The rows of this page, or of the last one there is.</summary>
    public (IReadOnlyList<T> Rows, int Page, int Pages) Cut<T>(IReadOnlyList<T> rows, int size)
    {
        var pages = Math.Max(1, (rows.Count + size - 1) / size);
        var page = Math.Clamp(Page, 1, pages);
        return ([.. rows.Skip((page - 1) * size).Take(size)], page, pages);
    }

    /// <param name="line">What the other pages are asked for by: <c>medalist people ana</c>.</param>
    public static IEnumerable<CardPart> Buttons(string line, int page, int pages, ReaderFormat format)
    {
        if (pages == 1)
            yield break;

        yield return new CardPart.Text(format.Say($"Page {format.Number(page)} of {format.Number(pages)}"), Tone.Subtle);
        yield return new CardPart.Buttons([
            .. page > 1 ? [new Button(format.Say($"Back"), At(line, page - 1))] : Array.Empty<Button>(),
            .. page < pages ? [new Button(format.Say($"More"), At(line, page + 1))] : Array.Empty<Button>(),
        ]);
    }

    private static string At(string line, int page) => string.Create(CultureInfo.InvariantCulture, $"{line} {Prefix}{page}");

    private static int? PageOf(string word) =>
        word.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(word.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && page is > 0 and <= MostPages
            ? page
            : null;
}
