using Gamification.Time;

namespace Bot.Cards;

/// <summary>A board for one person: their own row always there and marked, and the ways to another board.</summary>
public static class LeaderboardCard
{
    /// <summary>What the private card says after *Share to channel*.</summary>
    public static CardPart Shared { get; } = new CardPart.Text("Shared to the channel.", Tone.Good);

    public static Card Compose(BoardView view, BoardReader reader) =>
        new(BoardTitle.Of(view), [.. Notes(view, reader), .. BoardSelectors.Of(view, reader), .. Share(view, reader)]);

    private static IEnumerable<CardPart> Notes(BoardView view, BoardReader reader)
    {
        yield return new CardPart.Text(BoardTitle.Standing(view), Tone.Subtle);
        if (reader.Shared)
            yield return Shared;
        if (reader.NotUnderstood.Count > 0)
            yield return new CardPart.Text(NotUnderstood(reader.NotUnderstood), Tone.Warning);
        foreach (var part in Places(view, reader))
            yield return part;
    }

    /// <summary>The rows with the reader's own, or why there are none, with the way onto the board.</summary>
    internal static IEnumerable<CardPart> Places(BoardView view, BoardReader reader)
    {
        if (view is { By: BoardBy.Target, Slice.Ranked: 0 })
        {
            yield return new CardPart.Text("Nobody on this board has a target for this period, so there is no percentage to rank by.");
            yield break;
        }

        if (view.Slice.Ranked == 0)
            yield return new CardPart.Text(Nobody(view));
        yield return new CardPart.Ranking(BoardRows.ForReader(view, reader), BoardTitle.Unit(view));
        if (view.Slice.Viewer is null)
            yield return new CardPart.Text(WayIn(view, reader));
        if (Footnote(view, reader) is { Length: > 0 } footnote)
            yield return new CardPart.Text(footnote, Tone.Subtle);
    }

    private static string NotUnderstood(IReadOnlyList<string> words) =>
        $"Not understood: {CleanText.Of(string.Join(", ", words), 60)}. Try “/leaderboard last month company by revenue”.";

    internal static string Nobody(BoardView view) =>
        view.State is PeriodState.Running
            ? view.Format.Say($"Nobody is on this board yet: the first one leads it.")
            : view.Format.Say($"Nobody was on this board.");

    private static string WayIn(BoardView view, BoardReader reader) =>
        reader switch
        {
            { Ranked: false } => "You are not ranked: your points count for you and your team, and no list names you.",
            { IsOnBoard: false } => "You are not in this team, so this board has no place for you.",
            _ when view.By is BoardBy.Target => "You have no goal of your manager's for this period, so no percentage of your own.",
            _ when view.State is not PeriodState.Running => "You had no place on this board.",
            _ => WaysToScore.Of(view.By, reader.Rules),
        };

    private static string Footnote(BoardView view, BoardReader reader)
    {
        var ranked = view.Slice.Ranked > 0 ? $"{view.Format.Number(view.Slice.Ranked)} ranked" : null;
        var compared = reader.Before is not null && view.Slice.Viewer is not null ? $"± against {Compared(view, reader)}" : null;
        return string.Join(" · ", ((string?[])[ranked, compared]).OfType<string>());
    }

    private static string Compared(BoardView view, BoardReader reader)
    {
        var before = $"the {view.Period.Kind.ToString().ToLowerInvariant()} before";
        return reader.ComparedDays switch
        {
            null => before,
            1 => $"the first day of {before}",
            { } days => $"the first {days} days of {before}",
        };
    }

    private static IEnumerable<CardPart> Share(BoardView view, BoardReader reader) =>
        reader is { MayShare: true, Shared: false } ? [new CardPart.Buttons([new("Share to channel", $"{view.Choice.Line} share")])] : [];
}
