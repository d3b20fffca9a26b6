using System.Diagnostics;

namespace Bot.Cards;

/// <summary>The words every board has above its rows.</summary>
internal static class BoardTitle
{
    public static string Of(BoardView view) => $"{view.Scope} leaderboard";

    /// <summary><c>Week 47 · by points · ends Sun 22 Nov 24:00, Europe/Paris</c>.</summary>
    public static string Standing(BoardView view) =>
        $"{view.Format.Name(view.Period)} · by {Name(view.By).ToLowerInvariant()} · {view.Format.Standing(view.Period, view.State)}";

    /// <summary>Heads the scores.</summary>
    public static string Unit(BoardView view) =>
        view.By is BoardBy.Revenue ? $"{Name(view.By)} ({view.Format.Organisation.Currency})" : Name(view.By);

    public static string Name(BoardBy by) =>
        by switch
        {
            BoardBy.Points => "Points",
            BoardBy.Revenue => "Revenue",
            BoardBy.Deals => "Deals",
            BoardBy.Quotes => "Quotes",
            BoardBy.Target => "Target",
            _ => throw new UnreachableException($"No name for {by}."),
        };
}
