using Gamification.Activities;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>One goal of one subject in one period.</summary>
public readonly record struct GoalScope(GoalId Goal, SubjectId Subject, PeriodKey Period);

/// <summary>A person's ledger lines of one period.</summary>
public readonly record struct PeriodLines(PersonId Person, PeriodKey Period);

/// <summary>The ledger lines of a team, or of the organisation, in one period.</summary>
public readonly record struct SubjectLines(SubjectId Subject, PeriodKey Period);

public enum GoalState
{
    Active,
    Completed,
    Paused,
    Missed,

    /// <summary>Another goal's tier did not unlock it before its period was over.</summary>
    Skipped,
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
    public TierMarks Tiers { get; init; } = TierMarks.None;

    /// <summary>Where another goal's tier unlocked it; null while it is locked, and for a goal that follows no other.</summary>
    public Position? Unlocked { get; init; }

    /// <summary>The sum of the metric that opens the accelerator; 0 without such a gate.</summary>
    public long Gate { get; init; }

    /// <summary>What a multiplier would pay by now if its gate were open.</summary>
    public long Extra { get; init; }

    /// <summary>What the accelerator paid so far.</summary>
    public long Paid { get; init; }

    /// <summary>How many coin lines that took.</summary>
    public int CoinLines { get; init; }

    /// <summary>What each brought; only of a collective goal that asks or shares by it.</summary>
    public MemberSums Members { get; init; } = MemberSums.None;

    internal static GoalProgress Start(GoalScope scope) => new(scope, 0, 0, Positions.Start, Crossed: null, Result: null);
}
