using Gamification.Activities;
using Gamification.Rewards;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What one play made of a goal in one period.</summary>
/// <param name="Changes">What came, in order; nothing when it was only counted again.</param>
/// <param name="IsRecounted">Its past was looked at, so the changes alone do not tell how it came to where it is.</param>
internal sealed record GoalMove(GoalAim Aim, GoalProgress? Before, GoalProgress After, IReadOnlyList<GoalChange> Changes, bool IsRecounted)
{
    public Goal Goal => Aim.Goal;

    public Period Period => Aim.Period;

    /// <summary>The target that holds in the period.</summary>
    public long Target => Aim.Target;

    /// <summary>Collective tiers that were reached: of a goal that was counted again, all there are.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];

    /// <summary>Points of its accelerator: those that come, or all there should be where it was counted again.</summary>
    public IReadOnlyList<Bonus> Bonuses { get; init; } = [];

    public IReadOnlyList<CoinEntry> Coins { get; init; } = [];

    /// <summary>Whether there is anything new to store of it.</summary>
    public bool IsChanged => (Before ?? GoalProgress.Start(After.Scope)) != After;

    /// <summary>Where the newest change stands; null when none came.</summary>
    public Position? Cause => Changes.Count == 0 ? null : Changes[^1].At;

    /// <summary>Where its unlock stands, if it is one of this play.</summary>
    public Position? Unlocked => Before?.Unlocked is null ? After.Unlocked : null;

    public bool IsCompleted => WasNot(Before) && !WasNot(After);

    /// <summary>A median that is open again is not below its target: it is decided at the next close.</summary>
    public bool IsReopened => !Goal.Type.IsMedian && !WasNot(Before) && WasNot(After);

    private static bool WasNot(GoalProgress? progress) =>
        progress is null or { Result: null, Crossed: null } or { Result: { State: not GoalState.Completed } };
}
