using Gamification;
using Gamification.People;
using Storage;

namespace Bot.Cards;

/// <summary>Which rows of a board are shown, and how they look.</summary>
public static class BoardRows
{
    /// <summary>A channel lists at most so many, and at most half of those ranked.</summary>
    public const int InChannel = 5;

    /// <summary>How much of a board to read for one person.</summary>
    public static (int Top, int Around) Span(BoardMode mode) =>
        mode switch
        {
            BoardMode.Full => (20, 1),
            BoardMode.Neighbours => (0, 2),
            BoardMode.TopThree or BoardMode.Target => (3, 1),
            _ => throw new System.Diagnostics.UnreachableException($"No rows for {mode}."),
        };

    /// <summary>The same where the board is one part of a card among others: the medals and the reader's own row.</summary>
    public static (int Top, int Around) Glance(BoardMode mode) => mode is BoardMode.Neighbours ? (0, 1) : (3, 0);

    /// <summary>The top, then the reader among their neighbours, each once.</summary>
    public static IReadOnlyList<RankingRow> ForReader(BoardView view, BoardReader reader)
    {
        var rows = view
            .Slice.Top.Concat(view.Slice.Around)
            .DistinctBy(row => row.Person)
            .OrderBy(row => row.Rank)
            .Select(row => row.Person == reader.Id ? Own(row, view, reader) : OfOther(row, view, reader.Id));

        return [.. rows, .. view.Slice.Viewer is null ? [Unranked(view, reader)] : Array.Empty<RankingRow>()];
    }

    /// <summary>What everybody in a channel may see: the same for each of them, without who wants no public post.</summary>
    public static IReadOnlyList<RankingRow> ForChannel(BoardView view) =>
        [
            .. view
                .Slice.Top.Take(Math.Min(InChannel, view.Slice.Ranked / 2))
                .Where(row => row.Publicity is not Publicity.None)
                .Select(row => OfOther(row, view, reader: null)),
        ];

    private static RankingRow OfOther(BoardRow row, BoardView view, PersonId? reader) =>
        new(
            row.Rank,
            BoardNames.Of(row, view.Format, reader),
            view.Format.Score(Math.Max(0, row.Score), view.By),
            row.Score > 0,
            IsViewer: false
        );

    private static RankingRow Own(BoardRow row, BoardView view, BoardReader reader) =>
        new(
            row.Rank,
            BoardNames.Of(row, view.Format, reader.Id),
            view.Format.Score(row.Score, view.By),
            row.Score > 0,
            IsViewer: true,
            string.Join(" · ", ((string?[])[Change(row, view, reader), Gap(row, view)]).OfType<string>())
        );

    private static RankingRow Unranked(BoardView view, BoardReader reader) =>
        new(null, BoardNames.Clean(reader.Name), view.Format.Score(0, view.By), Medal: false, IsViewer: true);

    private static string? Change(BoardRow row, BoardView view, BoardReader reader) =>
        reader.Before is { } before ? $"{(row.Score == before ? "±" : "")}{view.Format.SignedScore(row.Score - before, view.By)}" : null;

    private static string Gap(BoardRow row, BoardView view) =>
        view.Slice.Above is { } above
            ? view.Format.Say($"{view.Format.Score(above - row.Score, view.By)} to next")
            : view.Format.Say($"in the lead");
}
