using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>What a goal counts that another goal's tier unlocks.</summary>
public enum CountFrom
{
    /// <summary>What comes after the activity that unlocked it.</summary>
    Unlock,

    /// <summary>Its whole period.</summary>
    PeriodStart,
}

/// <summary>The tier of another goal that unlocks this one: an edge of a chain.</summary>
public sealed record Predecessor(GoalId Goal, TierKind Tier, CountFrom CountFrom);

/// <summary>When a collective goal pays, besides its sum, and to whom how much.</summary>
/// <param name="EveryMember">Hundredths of a percent that every member must reach alone; null: no matter.</param>
/// <param name="Participation">Hundredths of a percent of the members who must have counted anything; null: no matter.</param>
public sealed record Collective(Sharing Share, long? EveryMember, long? Participation)
{
    public static Collective Default { get; } = new(Sharing.Each, EveryMember: null, Participation: null);
}

/// <summary>What a manager's goal asks and promises besides its target; a value of one version.</summary>
/// <param name="Targets">People of a members goal with a target of their own, in the goal's unit.</param>
/// <param name="IsBoardGoal">Whether the board by percent of own target looks at it.</param>
/// <param name="Tiers">Strictly rising, base first; none: only its target is told.</param>
public sealed record GoalPlan(
    string Name,
    IReadOnlyDictionary<PersonId, long> Targets,
    bool IsBoardGoal,
    IReadOnlyList<Tier> Tiers,
    Accelerator? Accelerator,
    Collective Collective,
    Predecessor? After
);
