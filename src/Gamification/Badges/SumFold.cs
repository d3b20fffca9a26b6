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
        var sum = new RunningSum(row, threshold);
        for (var next = 0; next < ordered.Count; )
        {
            var (at, value) = (ordered[next].At, 0L);
            for (; next < ordered.Count && ordered[next] is var move && move.At == at; next++)
                value += move.Value;

            sum.Add(at, value);
        }

        return sum.In(row);
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

    /// <summary>A row while it is added to: a long history has too many moves to make a row of each.</summary>
    private struct RunningSum(BadgeProgress row, long threshold)
    {
        private long actual = row.Actual;
        private long peak = row.Peak;
        private long heldAt = row.Threshold;
        private Position last = row.Last;
        private Position? crossed = row.Crossed;

        /// <summary>All of one fact.</summary>
        public void Add(Position at, long value)
        {
            if (IsForGood(crossed, at))
            {
                last = IsForGood(crossed, last) ? last : at;
                return;
            }

            (actual, last) = (actual + value, at);
            peak = Math.Max(peak, actual);
            if (crossed is not null && actual >= heldAt)
                return;

            (crossed, heldAt) = (crossed is null && actual >= threshold ? at : null, threshold);
        }

        public readonly BadgeProgress In(BadgeProgress row) =>
            (actual, peak, heldAt, last, crossed) == (row.Actual, row.Peak, row.Threshold, row.Last, row.Crossed)
                ? row
                : row with
                {
                    Actual = actual,
                    Peak = peak,
                    Threshold = heldAt,
                    Last = last,
                    Crossed = crossed,
                    Revision = row.Revision + (row.IsHeld == crossed is not null ? 0 : 1),
                };
    }
}
