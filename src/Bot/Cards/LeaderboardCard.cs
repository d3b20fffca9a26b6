using Gamification.Time;

namespace Bot.Cards;

/// <summary>A board for one person: their own row always there and marked, and the ways to another board.</summary>
public static class LeaderboardCard
{
    /// <summary>What the private card says after *Share to channel*.</summary>
    public static CardPart Shared(ReaderFormat format) => new CardPart.Text(format.Say($"Shared to the channel."), Tone.Good);

    public static Card Compose(BoardView view, BoardReader reader) =>
        new(BoardTitle.Of(view), [.. Notes(view, reader), .. BoardSelectors.Of(view, reader), .. Share(view, reader)]);

    private static IEnumerable<CardPart> Notes(BoardView view, BoardReader reader)
    {
        yield return new CardPart.Text(BoardTitle.Standing(view), Tone.Subtle);
        if (reader.Shared)
            yield return Shared(view.Format);
        if (reader.NotUnderstood.Count > 0)
            yield return new CardPart.Text(NotUnderstood(reader.NotUnderstood, view.Format), Tone.Warning);
        foreach (var part in Places(view, reader))
            yield return part;
    }

    /// <summary>The rows with the reader's own, or why there are none, with the way onto the board.</summary>
    internal static IEnumerable<CardPart> Places(BoardView view, BoardReader reader)
    {
        if (view is { By: BoardBy.Target, Slice.Ranked: 0 })
        {
            yield return new CardPart.Text(
                view.Format.Say($"Nobody on this board has a target for this period, so there is no percentage to rank by.")
            );
            yield break;
        }

        if (view.Slice.Ranked == 0)
            yield return new CardPart.Text(Nobody(view));
        yield return new CardPart.Ranking(BoardRows.ForReader(view, reader), BoardTitle.Unit(view)) { Language = view.Format.Language };
        if (view.Slice.Viewer is null)
            yield return new CardPart.Text(WayIn(view, reader));
        if (Footnote(view, reader) is { Length: > 0 } footnote)
            yield return new CardPart.Text(footnote, Tone.Subtle);
    }

    private static string NotUnderstood(IReadOnlyList<string> words, ReaderFormat format) =>
        format.Say($"Not understood: {CleanText.Of(string.Join(", ", words), 60)}. Try “/leaderboard last month company by revenue”.");

    internal static string Nobody(BoardView view) =>
        view.State is PeriodState.Running
            ? view.Format.Say($"Nobody is on this board yet: the first one leads it.")
            : view.Format.Say($"Nobody was on this board.");

    private static string WayIn(BoardView view, BoardReader reader) =>
        reader switch
        {
            { Ranked: false } => view.Format.Say($"You are not ranked: your points count for you and your team, and no list names you."),
            { IsOnBoard: false } => view.Format.Say($"You are not in this team, so this board has no place for you."),
            _ when view.By is BoardBy.Target => view.Format.Say(
                $"You have no goal of your manager's for this period, so no percentage of your own."
            ),
            _ when view.State is not PeriodState.Running => view.Format.Say($"You had no place on this board."),
            _ => WaysToScore.Of(view.By, reader.Rules, view.Format),
        };

    private static string Footnote(BoardView view, BoardReader reader)
    {
        var format = view.Format;
        var ranked =
            view.Slice.Ranked > 0
                ? format.Count(
                    view.Slice.Ranked,
                    $"{format.Number(view.Slice.Ranked)} ranked",
                    $"{format.Number(view.Slice.Ranked)} ranked"
                )
                : null;
        var compared = reader.Before is not null && view.Slice.Viewer is not null ? Compared(view, reader) : null;
        return string.Join(" · ", ((string?[])[ranked, compared]).OfType<string>());
    }

    private static string Compared(BoardView view, BoardReader reader)
    {
        var format = view.Format;
        return (reader.ComparedDays, view.Period.Kind) switch
        {
            (null, PeriodKind.Week) => format.Say($"± against the week before"),
            (null, PeriodKind.Month) => format.Say($"± against the month before"),
            (null, PeriodKind.Quarter) => format.Say($"± against the quarter before"),
            (null, _) => format.Say($"± against the day before"),
            ({ } days, PeriodKind.Week) => format.Count(
                days,
                $"± against the first day of the week before",
                $"± against the first {days} days of the week before"
            ),
            ({ } days, PeriodKind.Month) => format.Count(
                days,
                $"± against the first day of the month before",
                $"± against the first {days} days of the month before"
            ),
            var (days, _) => format.Count(
                days.Value,
                $"± against the first day of the quarter before",
                $"± against the first {days.Value} days of the quarter before"
            ),
        };
    }

    private static IEnumerable<CardPart> Share(BoardView view, BoardReader reader) =>
        reader is { MayShare: true, Shared: false }
            ? [new CardPart.Buttons([new(view.Format.Say($"Share to channel"), $"{view.Choice.Line} share")])]
            : [];
}
