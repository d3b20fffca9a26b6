using Gamification.Activities;
using Gamification.Goals;

namespace Gamification.Rewards;

/// <summary>What one play made of a tier, and what it gave or took back.</summary>
internal sealed record TierMove(GoalMove Move, TierKind Tier, Position? Before, Position? After)
{
    /// <summary>What was posted.</summary>
    public IReadOnlyList<GrantLine> Lines { get; init; } = [];

    /// <summary>What everybody has of it now.</summary>
    public IReadOnlyList<(SubjectId Recipient, string Reward, long Amount)> Net { get; init; } = [];

    /// <summary>What the tier gives, as the lines name it.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    public bool IsReached => Before is null && After is not null;

    public bool IsReversed => Before is not null && After is null;

    public static TierMove Of(GoalMove move, TierKind tier) =>
        new(move, tier, (move.Before?.Tiers ?? TierMarks.None)[tier].Since, move.After.Tiers[tier].Since);
}
