using Gamification.Activities;
using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>One goal in one period as a running sum in order of position: completed while it stands at its target.</summary>
internal static class GoalFold
{
    /// <summary>Takes one more change, at a position after all others.</summary>
    public static GoalProgress Step(GoalProgress before, long target, long value, Position at)
    {
        var actual = before.Actual + value;
        return before with
        {
            Actual = actual,
            Peak = Math.Max(before.Peak, actual),
            Last = at,
            Crossed = actual < target ? null : before.Crossed ?? at,
        };
    }

    /// <summary>Whether changes before the last position can be added without looking at the past: they move no crossing.</summary>
    public static bool IsOnlyASum(GoalProgress before, GoalAim aim, IReadOnlyList<GoalChange> changes)
    {
        var highest = before.Peak + changes.Sum(change => Math.Max(0, change.Value));
        return (before.Crossed is { } crossed ? AreMoreAfter(crossed, changes) : highest < aim.Target)
            && highest < (aim.FirstPaid ?? long.MaxValue)
            && aim.Tiers.All(tier => IsOnlyASum(before.Tiers[tier.Kind], highest < aim.ValueOf(tier), aim.IsCollective, changes));
    }

    private static bool IsOnlyASum(TierMark mark, bool staysBelow, bool isCollective, IReadOnlyList<GoalChange> changes) =>
        mark switch
        {
            { Reached: { } reached } when isCollective => changes.All(change => change.At > reached),
            { Since: { } since } => AreMoreAfter(since, changes),
            { Reached: not null } => false,
            _ => staysBelow,
        };

    private static bool AreMoreAfter(Position crossed, IReadOnlyList<GoalChange> changes) =>
        changes.All(change => change.At > crossed && change.Value >= 0);

    public static GoalProgress Sum(GoalProgress before, GoalAim aim, IReadOnlyList<GoalChange> changes) =>
        before with
        {
            Actual = before.Actual + changes.Sum(change => change.Value),
            Peak = before.Peak + changes.Sum(change => Math.Max(0, change.Value)),
            Last = changes[^1].At > before.Last ? changes[^1].At : before.Last,
            Gate = before.Gate + changes.Sum(change => change.Gate),
            Members = aim.LooksAtMembers ? before.Members.With(PartsOf(changes)) : before.Members,
        };

    public static IEnumerable<KeyValuePair<PersonId, long>> PartsOf(IEnumerable<GoalChange> changes) =>
        changes.SelectMany(change => change.Parts).Select(part => KeyValuePair.Create(part.Person, part.Value));
}
