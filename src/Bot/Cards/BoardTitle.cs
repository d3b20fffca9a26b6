using System.Diagnostics;

namespace Bot.Cards;

/// <summary>The words every board has above its rows.</summary>
internal static class BoardTitle
{
    public static string Of(BoardView view) => $"{view.Scope} leaderboard";

    /// <summary><c>Week 47 · by points · ends Sun 22 Nov 24:00, Europe/Paris</c>.</summary>
    public static string Standing(BoardView view) =>
        $"{view.Format.Name(view.Period)} · by {Unit(view.By).ToLowerInvariant()} · {view.Format.Standing(view.Period, view.State)}";

    public static string Unit(BoardBy by) =>
        by switch
        {
            BoardBy.Points => "Points",
            BoardBy.Revenue => "Revenue",
            BoardBy.Deals => "Deals",
            BoardBy.Quotes => "Quotes",
            BoardBy.Target => "% of target",
            _ => throw new UnreachableException($"No unit for {by}."),
        };
}
