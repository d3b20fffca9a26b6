using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;

namespace Storage;

/// <summary>What a close made of a goal for one subject.</summary>
/// <param name="Actual">In the unit of the goal's metric, as the target.</param>
/// <param name="BasisPoints">Its attainment in hundredths of a percent, rounded down.</param>
/// <param name="Replies">Measured replies behind a median; 0 for sums.</param>
/// <param name="Tiers">Those that were reached, with where the activity stands that did.</param>
public sealed record GoalSnapshotLine(
    Goal Goal,
    SubjectId Subject,
    GoalState State,
    long Actual,
    long Target,
    long BasisPoints,
    int Replies,
    IReadOnlyList<(TierKind Tier, Instant ReachedAt)> Tiers
);

/// <summary>One close of a period as it was sealed.</summary>
/// <param name="Ledger">SHA-256 of the ledger; empty for a custom range, which has none of its own.</param>
/// <param name="Snapshot">SHA-256 of the ranks and goals it kept.</param>
public sealed record CloseSeal(int Version, Instant ClosedAt, string Ledger, string Snapshot);
