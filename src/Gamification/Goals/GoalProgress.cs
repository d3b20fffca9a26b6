using Gamification.Activities;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>One goal of one subject in one period.</summary>
public readonly record struct GoalScope(GoalId Goal, SubjectId Subject, PeriodKey Period);

/// <summary>A person's ledger lines of one period.</summary>
public readonly record struct PeriodLines(PersonId Person, PeriodKey Period);

public enum GoalState
{
    Active,
    Completed,
    Paused,
    Missed,
}

/// <summary>What a close decided about a goal's period.</summary>
/// <param name="Target">The target that held.</param>
/// <param name="Replies">Measured replies behind a median; 0 for sums.</param>
/// <param name="Unchanged">Whether the goal was unchanged and unpaused since the first day of the period.</param>
public sealed record GoalResult(GoalState State, long Target, int Replies, bool Unchanged);

/// <summary>How far a goal is in one period.</summary>
/// <param name="Actual">The present sum; of a median, what the close decided on.</param>
/// <param name="Peak">The highest the running sum can have been: an upper bound kept by late positive changes.</param>
/// <param name="Last">The last position folded.</param>
/// <param name="Crossed">The position since which the sum has stood at the target; null while below.</param>
/// <param name="Result">Null until the period is closed.</param>
public sealed record GoalProgress(GoalScope Scope, long Actual, long Peak, Position Last, Position? Crossed, GoalResult? Result)
{
    internal static GoalProgress Start(GoalScope scope) => new(scope, 0, 0, Positions.Start, Crossed: null, Result: null);
}
