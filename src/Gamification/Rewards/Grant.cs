using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using NodaTime;

namespace Gamification.Rewards;

/// <summary>What is granted at most once: a tier of a goal to a subject in a period.</summary>
public readonly record struct GrantKey(GoalScope Scope, TierKind Tier)
{
    /// <summary><c>{goal}/{subject}/{tier}/{period}</c>.</summary>
    public override string ToString() => $"{Scope.Goal}/{Scope.Subject}/{Tier.ToString().ToLowerInvariant()}/{Scope.Period}";
}

/// <summary>A tier that was reached and has rewards. The row is never edited: its lines say what was given and taken back.</summary>
/// <param name="At">The activity that reached it when it was granted; of a median the end of the period.</param>
/// <param name="Version">The version of the goal whose rewards are given.</param>
public sealed record Grant(GrantKey Key, Position At, int Version)
{
    /// <summary>A manager keeps it although a later fact shows that the tier was never reached.</summary>
    public bool IsKept { get; init; }
}

/// <summary>One recipient's share of a grant. Even revisions give, odd ones take back.</summary>
/// <param name="Recipient">A person, or the team or organisation where something is given to all together.</param>
/// <param name="Reward">Which reward of the tier: <c>coins</c>, <c>points</c>, <c>badge</c>, <c>prize</c>; a second one of a kind <c>coins:2</c>.</param>
/// <param name="Amount">Coins or points; 1 for a badge or prize; negative where it is taken back.</param>
/// <param name="At">The activity that caused it.</param>
public sealed record GrantLine(GrantKey Grant, SubjectId Recipient, string Reward, int Revision, long Amount, string Reason, Position At);

/// <summary>A manager added a recipient of a collective grant, or left one out. Of several for a person the latest counts.</summary>
public sealed record RecipientChange(GrantKey Grant, PersonId Person, bool IsAdded, Instant At, string By, string Reason);

/// <summary>One difference that an accelerator posted to a wallet.</summary>
/// <param name="Sequence">1, 2, 3 … of one goal, subject and period.</param>
public sealed record CoinEntry(GoalScope Scope, int Sequence, long Amount, Position At, string Reason);

/// <summary>A goal that another goal's tier unlocked.</summary>
public sealed record Unlock(GoalScope Scope, Position At);

/// <summary>Why a grant line was written.</summary>
public static class GrantReasons
{
    public const string Reached = "reached";

    /// <summary>The present sum is below the trigger, or a late fact shows that it was never reached.</summary>
    public const string Reversed = "reversed";

    /// <summary>Somebody else brings more, or takes part: the share is another one.</summary>
    public const string Shared = "shared";

    public const string Accelerated = "accelerated";
}

/// <summary>All that was posted for a goal, subject and period.</summary>
/// <param name="Entries">Bonus lines of the ledger.</param>
public sealed record PostedRewards(
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<GrantLine> Lines,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<RecipientChange> Changes
)
{
    private const string Prefix = "goal:";

    public static PostedRewards Nothing { get; } = new([], [], [], []);

    /// <summary>What its accelerator posted to a wallet.</summary>
    public IReadOnlyList<CoinEntry> Coins { get; init; } = [];

    /// <summary>All points that stand under a rule, with those that were carried out of closed days.</summary>
    public long PointsOf(string rule) =>
        Entries.Where(entry => entry.Key.Rule == rule || entry.Key.Rule == RuleNames.Carried(rule)).Sum(entry => entry.Points);

    /// <summary>The entity of a scope's bonus lines: <c>goal:{goal}:{subject}:{period}</c>.</summary>
    public static EntityId EntityOf(GoalScope scope) => new($"{Prefix}{scope.Goal}:{scope.Subject}:{scope.Period}");

    public static bool IsEntity(EntityId entity) => entity.Value.StartsWith(Prefix, StringComparison.Ordinal);
}
