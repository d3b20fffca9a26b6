using Gamification;
using Gamification.People;

namespace Bot.Cards;

/// <summary>
/// A board in a channel: the same for every reader, who learns the own rank by pressing a button; or sees the own row at once, where the
/// platform can show that to a few.
/// </summary>
public static class BoardPostCard
{
    /// <summary>Teams asks for the own view of so many readers at most.</summary>
    public const int MostReaders = 60;

    /// <summary>How much of a board to read for it.</summary>
    public static (int Top, int Around) Span => (MostReaders, 0);

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
                new CardPart.Buttons([new(view.Format.Say($"Show my rank"), MineOf(view), Answer.Private)]),
            ]
        )
        {
            Own = new(MineOf(view), ReadersOf(view)),
        };
    }

    private static string MineOf(BoardView view) => $"{view.Choice.Line} mine";

    /// <summary>Not in the order of ranks, and without who wants no public post: ids in a card are nobody's way to a name behind an alias.</summary>
    private static IReadOnlyList<PersonId> ReadersOf(BoardView view) =>
        [
            .. view
                .Slice.Top.Where(row => row.Publicity is not Publicity.None)
                .Select(row => row.Person)
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];

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
