using Gamification.Activities;
using Gamification.Points;
using NodaTime;

namespace Gamification.Goals;

/// <summary>One goal of a play with what is known of it: whether what came is a step, only a sum, or has to be counted again.</summary>
/// <param name="unlocked">Where it is unlocked; null where it is locked, and for one that follows no other.</param>
internal sealed class CountedGoal(TouchedGoal goal, GoalProgress known, Position? unlocked, DateTimeZone zone)
{
    private readonly bool isAgain = goal.IsAgain || known.Unlocked != unlocked;
    private List<GoalChange>? changes;

    public TouchedGoal Goal => goal;

    public GoalProgress Known => known;

    /// <summary>What came and counts, in order.</summary>
    public IReadOnlyList<GoalChange> Changes => changes ??= GoalAim.InOrder(goal.Changes.Where(IsCounted));

    /// <summary>Where the newest change stands that came, whether it counts or not.</summary>
    public Position? Cause => goal.Changes.Count == 0 ? null : goal.Changes.Max(change => change.At);

    public bool IsNothing => !isAgain && Changes.Count == 0;

    public bool IsStep => !isAgain && Changes[0].At > known.Last;

    public bool IsSum => !isAgain && !IsStep && GoalFold.IsOnlyASum(known, goal.Aim, Changes);

    public bool IsRecounted => !IsStep && !IsSum;

    /// <summary>From nothing; coins that were paid stay known, because only differences are posted.</summary>
    public GoalProgress Start =>
        GoalProgress.Start(known.Scope) with
        {
            Unlocked = unlocked,
            Paid = goal.Aim.PaysCoins ? known.Paid : 0,
            CoinLines = known.CoinLines,
        };

    /// <summary>A locked goal counts nothing; an unlocked one what comes after the activity that unlocked it, or its whole period.</summary>
    public bool IsCounted(GoalChange change) => IsCounted(change.At);

    public IEnumerable<Entry> Counted(IEnumerable<Entry> lines) => lines.Where(line => IsCounted(line.Position));

    private bool IsCounted(Position at) =>
        goal.Aim.Plan?.After is not { } after || (IsOpen && (after.CountFrom is CountFrom.PeriodStart || at > unlocked));

    /// <summary>What is unlocked after its own end is skipped.</summary>
    private bool IsOpen => unlocked is { } at && !goal.Aim.IsOver(at.Credited, zone);
}
