using Gamification.Activities;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What one play made of a goal in one period.</summary>
/// <param name="Target">The target that holds in the period.</param>
/// <param name="Cause">Where the newest change stands; null when none came and it was counted again.</param>
internal sealed record GoalMove(Goal Goal, Period Period, long Target, GoalProgress? Before, GoalProgress After, Position? Cause)
{
    public bool IsCompleted => WasNot(Before) && !WasNot(After);

    /// <summary>A median that is open again is not below its target: it is decided at the next close.</summary>
    public bool IsReopened => !Goal.Type.IsMedian && !WasNot(Before) && WasNot(After);

    /// <summary>Whether a badge may count it: unchanged and unpaused since the first day of its period.</summary>
    public bool IsUnchangedIn(DateTimeZone zone) => Goal.IsUnchangedIn(Period, zone);

    private static bool WasNot(GoalProgress? progress) =>
        progress is null or { Result: null, Crossed: null } or { Result: { State: not GoalState.Completed } };
}
