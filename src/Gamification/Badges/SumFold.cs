using Gamification.Activities;

namespace Gamification.Badges;

/// <summary>A running sum in order of position. It unlocks where the sum first reaches the threshold.</summary>
internal sealed class SumFold(Row row) : BadgeFold(row)
{
    protected override BadgeProgress? Take(BadgeProgress before, IReadOnlyList<Move> changes, Func<string, long> standing)
    {
        if (changes[0].At > before.Last || IsForGood(before, changes[0].At))
            return Run(before, changes, Row.Badge.Trigger.Threshold);

        var counting = changes.Where(change => !IsForGood(before, change.At)).ToList();
        return IsOnlyASum(before, counting) ? Sum(before, counting, changes[^1].At) : null;
    }

    protected override BadgeProgress Whole(IReadOnlyList<Move> history, long threshold) => Run(Row.Empty, history, threshold);

    private static BadgeProgress Run(BadgeProgress row, IReadOnlyList<Move> ordered, long threshold)
    {
        var (wasHeld, revision) = (row.IsHeld, row.Revision);
        foreach (var moves in ByPosition(ordered))
            row = IsForGood(row, moves[0].At) ? Ignore(row, moves[0].At) : Step(row, moves[0].At, moves.Sum(move => move.Value), threshold);

        return row.IsHeld == wasHeld ? row : row with { Revision = revision + 1 };
    }

    private static BadgeProgress Step(BadgeProgress before, Position at, long value, long threshold)
    {
        var actual = before.Actual + value;
        var after = before with { Actual = actual, Peak = Math.Max(before.Peak, actual), Last = at };
        return before.IsHeld
            ? actual >= before.Threshold
                ? after
                : after with
                {
                    Crossed = null,
                    Threshold = threshold,
                }
            : actual >= threshold
                ? after with
                {
                    Crossed = at,
                    Threshold = threshold,
                }
                : after with
                {
                    Threshold = threshold,
                };
    }

    /// <summary>
    /// Whether changes before the last position can be added without looking at the past: a locked badge that cannot have been
    /// reached by them, or a held one whose unlock lies before them and that they only add to.
    /// </summary>
    private bool IsOnlyASum(BadgeProgress before, List<Move> changes) =>
        before.Crossed is { } crossed
            ? changes.TrueForAll(change => change.At > crossed && change.Value > 0)
            : before.Peak + changes.Sum(change => Math.Max(0, change.Value)) < Row.Badge.Trigger.Threshold;

    private static BadgeProgress Sum(BadgeProgress before, List<Move> changes, Position last) =>
        before with
        {
            Actual = before.Actual + changes.Sum(change => change.Value),
            Peak = before.Peak + changes.Sum(change => Math.Max(0, change.Value)),
            Last = last > before.Last ? last : before.Last,
        };
}
