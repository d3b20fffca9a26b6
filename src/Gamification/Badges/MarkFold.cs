using Gamification.Activities;

namespace Gamification.Badges;

/// <summary>
/// Marks in order of position, of which the newest so many decide. The row keeps a few more than that, so that what comes a little late
/// finds its place; what lies further back is read. Once unlocked, nothing newer matters.
/// </summary>
internal abstract class MarkFold(Row row) : BadgeFold(row)
{
    private const int Slack = 8;

    /// <summary>How many of the newest marks decide.</summary>
    protected abstract int WindowOf(long threshold);

    /// <summary>How far the newest marks have come; below the threshold while it is not reached.</summary>
    protected abstract long ValueOf(IReadOnlyList<Mark> marks, long threshold);

    /// <summary>Whether the marks up to this one reach the threshold; at least a whole window of them is there.</summary>
    protected abstract bool IsReached(IReadOnlyList<Mark> marks, int last, long threshold);

    /// <summary>Whether a mark may be there once only.</summary>
    protected virtual bool IsUnique => false;

    protected override BadgeProgress? Take(BadgeProgress before, IReadOnlyList<Move> changes, Func<string, long> standing)
    {
        if (before.Crossed is { } crossed)
            return changes.All(change => change.At > crossed) || (IsUnique && IsNeutral(changes, crossed)) ? before : null;

        var threshold = Row.Badge.Trigger.Threshold;
        var window = WindowOf(threshold);
        var marks = before.Marks.ToList();
        var isComplete = before.Peak == marks.Count;
        if (Place(marks, changes, isComplete) is not { } first || (!isComplete && Math.Min(first + 1, marks.Count) < window))
            return null;

        var seen = before.Peak + marks.Count - before.Marks.Count;
        return Decide(before, marks, first, seen, threshold) with { Last = changes[^1].At > before.Last ? changes[^1].At : before.Last };
    }

    protected override BadgeProgress Whole(IReadOnlyList<Move> history, long threshold)
    {
        var marks = new List<Mark>();
        Place(marks, history, isComplete: true);
        var last = history.Count > 0 ? history[^1].At : Positions.Start;
        return Decide(Row.Empty, marks, 0, marks.Count, threshold) with { Last = last };
    }

    /// <summary>The same marks at other places, none of them the one that unlocked.</summary>
    private static bool IsNeutral(IReadOnlyList<Move> changes, Position crossed) =>
        changes.All(change => change.At < crossed)
        && changes.GroupBy(change => change.Value).All(same => same.Sum(change => change.IsGone ? -1 : 1) == 0)
        && changes.Count <= 2;

    /// <summary>
    /// Puts the changes into the marks; answers the first place from which on they differ. Null where a change lies before all that is
    /// remembered.
    /// </summary>
    private int? Place(List<Mark> marks, IReadOnlyList<Move> changes, bool isComplete)
    {
        var first = marks.Count;
        foreach (var move in changes.OrderBy(change => !change.IsGone))
        {
            var at = marks.FindLastIndex(mark => mark.At <= move.At);
            if (move.IsGone)
            {
                if (at < 0 || marks[at].At != move.At)
                    return null;

                marks.RemoveAt(at);
                first = Math.Min(first, at);
            }
            else if (at < 0 && marks.Count > 0 && !isComplete)
                return null;
            else if (!IsUnique || !marks.Exists(mark => mark.Value == move.Value))
            {
                marks.Insert(at + 1, new(move.At, move.Value));
                first = Math.Min(first, at + 1);
            }
        }

        return first;
    }

    private BadgeProgress Decide(BadgeProgress before, List<Mark> marks, int first, long seen, long threshold)
    {
        var window = WindowOf(threshold);
        for (var last = Math.Max(first, window - 1); last < marks.Count; last++)
            if (IsReached(marks, last, threshold))
                return before with
                {
                    Actual = threshold,
                    Peak = seen,
                    Crossed = marks[last].At,
                    Revision = before.Revision + 1,
                    Threshold = threshold,
                    Marks = [],
                };

        var kept = marks.Count > window + Slack ? marks.GetRange(marks.Count - window - Slack, window + Slack) : marks;
        return before with { Actual = ValueOf(kept, threshold), Peak = seen, Threshold = threshold, Marks = kept };
    }
}
