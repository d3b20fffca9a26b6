using Gamification.Activities;

namespace Gamification.Badges;

/// <summary>The best single deal or goal. It unlocks where one of them reaches the threshold, and what the best one loses is looked up.</summary>
internal sealed class BestFold(Row row) : BadgeFold(row)
{
    protected override BadgeProgress? Take(BadgeProgress before, IReadOnlyList<Move> changes, Func<string, long> standing)
    {
        var counting = changes.Where(change => !IsForGood(before, change.At)).ToList();
        if (counting.Count == 0)
            return Ignore(before, changes[0].At);

        var raised = counting.Sum(change => Math.Max(0, change.Value));
        var isAppended = changes[0].At > before.Last;
        var isAllThatCounts = counting.Count == changes.Count && !IsForGood(before, before.Last);
        if (!isAppended && !(isAllThatCounts && IsOutOfReach(before, counting, raised)))
            return null;

        var standings = new Standings(before.Marks is [var best] ? best : default, standing);
        var after = Run(before, changes, Row.Badge.Trigger.Threshold, standings);
        return standings.IsUnsure ? null
            : isAppended ? after
            : after with { Peak = before.Peak + raised, Crossed = before.Crossed, Revision = before.Revision };
    }

    protected override BadgeProgress Whole(IReadOnlyList<Move> history, long threshold) => Run(Row.Empty, history, threshold, new());

    /// <summary>Whether changes before the last position can neither unlock nor revoke.</summary>
    private bool IsOutOfReach(BadgeProgress before, List<Move> changes, long raised) =>
        before.Crossed is { } crossed
            ? changes.TrueForAll(change => change.At > crossed && change.Value > 0)
            : before.Peak + raised < Row.Badge.Trigger.Threshold;

    private static BadgeProgress Run(BadgeProgress row, IReadOnlyList<Move> ordered, long threshold, Standings standings)
    {
        var (wasHeld, revision) = (row.IsHeld, row.Revision);
        foreach (var moves in ByPosition(ordered))
        {
            if (IsForGood(row, moves[0].At))
            {
                row = Ignore(row, moves[0].At);
                continue;
            }

            foreach (var move in moves)
                standings.Add(move);

            row = Step(row, moves[0].At, standings.Best, threshold);
        }

        return row.IsHeld == wasHeld ? row : row with { Revision = revision + 1 };
    }

    private static BadgeProgress Step(BadgeProgress before, Position at, Mark best, long threshold)
    {
        var after = before with
        {
            Actual = best.Value,
            Peak = Math.Max(before.Peak, best.Value),
            Last = at > before.Last ? at : before.Last,
            Marks = best.Value > 0 ? [best with { At = at }] : [],
        };
        return before.IsHeld
            ? best.Value >= before.Threshold
                ? after
                : after with
                {
                    Crossed = null,
                    Threshold = threshold,
                }
            : best.Value >= threshold
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

    /// <summary>What each deal or goal stands at; from scratch all of them, in a step the best one and those that move.</summary>
    private sealed class Standings
    {
        private readonly Dictionary<string, long> known = [];
        private readonly Func<string, long> before = _ => 0;
        private readonly bool isWhole;

        public Standings() => isWhole = true;

        public Standings(Mark best, Func<string, long> before)
        {
            (Best, this.before) = (best, before);
            if (best.Value > 0)
                known[best.Of] = best.Value;
        }

        public Mark Best { get; private set; }

        /// <summary>The best one lost, and what is best now was not looked at.</summary>
        public bool IsUnsure { get; private set; }

        public void Add(Move move)
        {
            var value = (known.TryGetValue(move.Of, out var standing) ? standing : before(move.Of)) + move.Value;
            known[move.Of] = value;
            if (value >= Best.Value)
                Best = new(move.At, value, move.Of);
            else if (move.Of == Best.Of)
                Fall();
        }

        private void Fall()
        {
            IsUnsure |= !isWhole;
            var (of, value) = known.MaxBy(standing => standing.Value);
            Best = value > 0 ? new(default, value, of) : default;
        }
    }
}
