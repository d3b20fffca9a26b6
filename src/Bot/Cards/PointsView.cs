using Gamification.Points;
using Gamification.Time;
using Storage;

namespace Bot.Cards;

/// <summary>A person's points of a period, as read for them.</summary>
/// <param name="Lines">All lines of the period, newest first.</param>
/// <param name="Unscored">What was done and has no line, newest first.</param>
/// <param name="Rules">What holds today.</param>
/// <param name="Page">From 1.</param>
public sealed record PointsView(
    IReadOnlyList<LedgerLine> Lines,
    IReadOnlyList<UnscoredFact> Unscored,
    Period Period,
    BoardChoice Choice,
    PointVersion Rules,
    PageWords Page
)
{
    /// <summary>Counts of what waits or came too late.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
}
