using Gamification.Rewards;
using Gamification.Time;
using NodaTime;

namespace Gamification.Goals;

/// <summary>Where a manager's goal is in its life, for one subject in one period.</summary>
public enum AssignedState
{
    Draft,

    /// <summary>Published; its period is to come.</summary>
    Scheduled,

    /// <summary>Another goal's tier unlocks it.</summary>
    Locked,

    Active,

    /// <summary>At 100 % or more while its period runs.</summary>
    Completed,

    /// <summary>Its period is over and not closed yet.</summary>
    Grace,

    Closed,
    Reopened,

    /// <summary>Nothing unlocked it before its period was over.</summary>
    Skipped,
}

public enum TierState
{
    /// <summary>The one below is not reached, or the goal is locked.</summary>
    Locked,

    /// <summary>The next to reach.</summary>
    Active,

    Reached,

    /// <summary>It was reached, and facts took that back.</summary>
    Reversed,
}

/// <param name="Value">The actual at which it is reached.</param>
/// <param name="ReachedAt">When the activity that reached it is credited; null while it is not.</param>
public sealed record TierStanding(Tier Tier, long Value, TierState State, Instant? ReachedAt);

/// <summary>A manager's goal for one subject in one period, with its tiers.</summary>
public sealed record AssignedStanding(GoalStanding Standing, GoalPlan Plan, AssignedState State, IReadOnlyList<TierStanding> Tiers)
{
    /// <param name="progress">What is stored of it; null before anything counted.</param>
    /// <param name="close">What became of the period for everyone; null before its first close.</param>
    public static AssignedStanding Of(GoalStanding standing, GoalPlan plan, GoalProgress? progress, CloseState? close, Instant now)
    {
        var isLocked = plan.After is not null && progress?.Unlocked is null;
        return new(standing, plan, StateOf(standing, isLocked, progress, close, now), TiersOf(standing, plan, isLocked, progress));
    }

    private static AssignedState StateOf(GoalStanding standing, bool isLocked, GoalProgress? progress, CloseState? close, Instant now) =>
        standing.Goal.IsDraft ? AssignedState.Draft
        : progress?.Result is { State: GoalState.Skipped } ? AssignedState.Skipped
        : close is CloseState.Closed ? AssignedState.Closed
        : close is CloseState.Reopened ? AssignedState.Reopened
        : now < standing.Starts ? AssignedState.Scheduled
        : now >= standing.Ends ? AssignedState.Grace
        : isLocked ? AssignedState.Locked
        : standing.Attainment is { IsComplete: true } && !standing.Goal.Type.IsMedian ? AssignedState.Completed
        : AssignedState.Active;

    private static List<TierStanding> TiersOf(GoalStanding standing, GoalPlan plan, bool isLocked, GoalProgress? progress)
    {
        var tiers = new List<TierStanding>(plan.Tiers.Count);
        foreach (var tier in plan.Tiers)
        {
            var mark = progress?.Tiers[tier.Kind] ?? default;
            var state =
                mark.Since is not null ? TierState.Reached
                : mark.Reached is not null ? TierState.Reversed
                : isLocked || tiers is [.., { State: not TierState.Reached }] ? TierState.Locked
                : TierState.Active;
            var value = tier.Trigger.ValueFor(standing.Target, standing.Goal.Type.IsMedian);
            tiers.Add(new(tier, value, state, mark.Since?.Credited));
        }

        return tiers;
    }
}
