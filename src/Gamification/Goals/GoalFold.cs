using Gamification.Activities;

namespace Gamification.Goals;

/// <summary>One goal in one period as a running sum in order of position: completed while it stands at its target.</summary>
internal static class GoalFold
{
    /// <summary>Takes one more change, at a position after all others.</summary>
    public static GoalProgress Step(GoalProgress before, long target, long value, Position at)
    {
        var actual = before.Actual + value;
        return before with
        {
            Actual = actual,
            Peak = Math.Max(before.Peak, actual),
            Last = at,
            Crossed = actual < target ? null : before.Crossed ?? at,
        };
    }

    /// <summary>Whether changes before the last position can be added without looking at the past: they move no crossing.</summary>
    public static bool IsOnlyASum(GoalProgress before, long target, IReadOnlyList<(Position At, long Value)> changes) =>
        before.Crossed is { } crossed
            ? changes.All(change => change.At > crossed && change.Value > 0)
            : before.Peak + changes.Sum(change => Math.Max(0, change.Value)) < target;

    public static GoalProgress Sum(GoalProgress before, IReadOnlyList<(Position At, long Value)> changes) =>
        before with
        {
            Actual = before.Actual + changes.Sum(change => change.Value),
            Peak = before.Peak + changes.Sum(change => Math.Max(0, change.Value)),
            Last = changes[^1].At > before.Last ? changes[^1].At : before.Last,
        };

    public static GoalProgress Recount(GoalScope scope, long target, IEnumerable<(Position At, long Value)> history) =>
        history.Aggregate(GoalProgress.Start(scope), (state, change) => Step(state, target, change.Value, change.At));
}
