using Gamification.Activities;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What one play made of a goal in one period.</summary>
/// <param name="Target">The target that holds in the period.</param>
/// <param name="Changes">What came, in order; nothing when it was only counted again.</param>
/// <param name="IsRecounted">Its past was looked at, so the changes alone do not tell how it came to where it is.</param>
internal sealed record GoalMove(
    Goal Goal,
    Period Period,
    long Target,
    GoalProgress? Before,
    GoalProgress After,
    IReadOnlyList<(Position At, long Value)> Changes,
    bool IsRecounted
)
{
    /// <summary>Where the newest change stands; null when none came.</summary>
    public Position? Cause => Changes.Count == 0 ? null : Changes[^1].At;

    public bool IsCompleted => WasNot(Before) && !WasNot(After);

    /// <summary>A median that is open again is not below its target: it is decided at the next close.</summary>
    public bool IsReopened => !Goal.Type.IsMedian && !WasNot(Before) && WasNot(After);

    private static bool WasNot(GoalProgress? progress) =>
        progress is null or { Result: null, Crossed: null } or { Result: { State: not GoalState.Completed } };
}
