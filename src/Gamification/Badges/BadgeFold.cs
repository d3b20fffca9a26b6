using Gamification.Activities;
using NodaTime;

namespace Gamification.Badges;

/// <summary>
/// The fold of one row. A step takes changes without a look at the past; the whole history gives the same from scratch. A badge is
/// revoked only by what was taken back within 30 days of its unlock; after that nothing takes it, and its row is left alone.
/// </summary>
internal abstract class BadgeFold(Row row)
{
    public static readonly Duration Revocable = Duration.FromDays(30);

    protected Row Row { get; } = row;

    /// <summary>
    /// The row after changes, which lie anywhere in the order; the same object where nothing changes. Null where only the history can
    /// tell.
    /// </summary>
    /// <param name="standing">What a deal or goal stood at before the changes.</param>
    public BadgeProgress? Step(BadgeProgress before, IReadOnlyList<Move> changes, Func<string, long> standing) =>
        before.IsKept ? before : Take(before, changes, standing);

    /// <summary>
    /// The row from all moves in order. What is held was unlocked at the threshold of its time, so that one is asked first: a
    /// threshold raised later takes nothing.
    /// </summary>
    public BadgeProgress Recount(BadgeProgress before, IReadOnlyList<Move> history)
    {
        if (before.IsKept)
            return before;

        var after = Whole(history, before.IsHeld ? before.Threshold : Row.Badge.Trigger.Threshold);
        if (!after.IsHeld && before.IsHeld && before.Threshold != Row.Badge.Trigger.Threshold)
            after = Whole(history, Row.Badge.Trigger.Threshold);

        return after with
        {
            Revision = before.Revision + (before.IsHeld == after.IsHeld ? 0 : 1),
        };
    }

    protected abstract BadgeProgress? Take(BadgeProgress before, IReadOnlyList<Move> changes, Func<string, long> standing);

    /// <summary>From scratch; the revision is the caller's.</summary>
    protected abstract BadgeProgress Whole(IReadOnlyList<Move> history, long threshold);

    protected static bool IsForGood(BadgeProgress row, Position at) => IsForGood(row.Crossed, at);

    protected static bool IsForGood(Position? unlocked, Position at) =>
        unlocked is { } crossed && at.Credited - crossed.Credited > Revocable;

    /// <summary>
    /// What comes after the 30 days is not counted any more, only that there was something: should an earlier change take the badge after
    /// all, the history has to tell what followed.
    /// </summary>
    protected static BadgeProgress Ignore(BadgeProgress row, Position at) => IsForGood(row, row.Last) ? row : row with { Last = at };

    /// <summary>All moves of one fact together: a fact is atomic, nothing looks in between.</summary>
    protected static IEnumerable<ArraySegment<Move>> ByPosition(IReadOnlyList<Move> ordered)
    {
        var moves = ordered as Move[] ?? [.. ordered];
        for (var (from, to) = (0, 0); from < moves.Length; from = to)
        {
            for (to = from + 1; to < moves.Length && moves[to].At == moves[from].At; to++) { }
            yield return new(moves, from, to - from);
        }
    }
}
