using System.Diagnostics;

namespace Bot.Cards;

/// <summary>The words every board has above its rows.</summary>
internal static class BoardTitle
{
    public static string Of(BoardView view) => view.Format.Say($"{view.Scope} leaderboard");

    /// <summary><c>Week 47 · by points · ends Sun 22 Nov 24:00, Europe/Paris</c>.</summary>
    public static string Standing(BoardView view) =>
        $"{view.Format.Name(view.Period)} · {By(view.By, view.Format)} · {view.Format.Standing(view.Period, view.State)}";

    /// <summary>Heads the scores.</summary>
    public static string Unit(BoardView view) =>
        view.By is BoardBy.Revenue ? $"{Name(view.By, view.Format)} ({view.Format.Organisation.Currency})" : Name(view.By, view.Format);

    public static string Name(BoardBy by, ReaderFormat format) =>
        by switch
        {
            BoardBy.Points => format.Say($"Points"),
            BoardBy.Revenue => format.Say($"Revenue"),
            BoardBy.Deals => format.Say($"Deals"),
            BoardBy.Quotes => format.Say($"Quotes"),
            BoardBy.Target => format.Say($"Target"),
            _ => throw new UnreachableException($"No name for {by}."),
        };

    private static string By(BoardBy by, ReaderFormat format) =>
        by switch
        {
            BoardBy.Points => format.Say($"by points"),
            BoardBy.Revenue => format.Say($"by revenue"),
            BoardBy.Deals => format.Say($"by deals"),
            BoardBy.Quotes => format.Say($"by quotes"),
            BoardBy.Target => format.Say($"by target"),
            _ => throw new UnreachableException($"No words for {by}."),
        };
}
