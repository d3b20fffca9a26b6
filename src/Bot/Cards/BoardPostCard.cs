namespace Bot.Cards;

/// <summary>A board in a channel: the same for every reader, who learns the own rank by pressing a button.</summary>
public static class BoardPostCard
{
    public static Card Compose(BoardView view)
    {
        var rows = BoardRows.ForChannel(view);
        return new(
            BoardTitle.Of(view),
            [
                new CardPart.Text(BoardTitle.Standing(view), Tone.Subtle),
                .. rows.Count > 0
                    ? [new CardPart.Ranking(rows, BoardTitle.Unit(view)) { Language = view.Format.Language }]
                    : Array.Empty<CardPart>(),
                new CardPart.Text(Rest(view, rows.Count), rows.Count > 0 ? Tone.Subtle : Tone.Normal),
                new CardPart.Buttons([new(view.Format.Say($"Show my rank"), $"{view.Choice.Line} mine", Answer.Private)]),
            ]
        );
    }

    private static string Rest(BoardView view, int listed)
    {
        var format = view.Format;
        var ranked = view.Slice.Ranked;
        return (ranked, ranked - listed) switch
        {
            (0, _) => LeaderboardCard.Nobody(view),
            (1, 1) => format.Say($"One person is ranked: too few for a public list."),
            (_, var rest) when listed == 0 => format.Say($"{format.Number(rest)} people are ranked."),
            (_, var rest) => format.Say($"and {format.Number(rest)} more"),
        };
    }
}
