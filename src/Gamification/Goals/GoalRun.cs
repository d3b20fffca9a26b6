using Gamification.Activities;
using Gamification.Badges;
using Gamification.Points;
using Gamification.Rewards;
using NodaTime;

namespace Gamification.Goals;

/// <summary>A collective tier that was reached: where, and what everybody had brought by then.</summary>
internal sealed record Crossing(TierKind Tier, Position At, MemberSums Members);

/// <summary>Takes the changes of one goal in order of position, and notes what comes of each.</summary>
/// <param name="roster">Whose goal a collective one is; only where it has conditions.</param>
/// <param name="isOnlyMore">Of a period that was reopened: what was paid stays paid.</param>
internal sealed class GoalRun(GoalAim aim, GoalProgress start, Roster? roster, Multipliers multipliers, bool isOnlyMore)
{
    private readonly List<Crossing> crossings = [];
    private readonly List<Bonus> bonuses = [];
    private readonly List<CoinEntry> coins = [];

    public GoalProgress State { get; private set; } = start;

    public IReadOnlyList<Crossing> Crossings => crossings;

    public IReadOnlyList<Bonus> Bonuses => bonuses;

    public IReadOnlyList<CoinEntry> Coins => coins;

    /// <summary>Whether the run cannot go on without knowing who the members are.</summary>
    public bool IsStuck { get; private set; }

    /// <param name="isPaidStepByStep">False where only the total of coins matters: <see cref="Settle"/> pays it.</param>
    public GoalRun Take(IEnumerable<GoalChange> inOrder, bool isPaidStepByStep)
    {
        foreach (var change in inOrder)
        {
            var before = State;
            Take(change);
            if (aim.PaysPoints)
                PayPoints(before, change, isPaidStepByStep && isOnlyMore);
            if (isPaidStepByStep)
                PayCoins(change.At);
        }

        return this;
    }

    /// <summary>Adds changes that move no crossing.</summary>
    public GoalRun Add(IReadOnlyList<GoalChange> changes)
    {
        State = GoalFold.Sum(State, aim, changes);
        return this;
    }

    /// <summary>Pays the coins that are due by now and were not paid yet.</summary>
    public GoalRun Settle(Position at)
    {
        PayCoins(at);
        return this;
    }

    /// <summary>
    /// Points were posted up to a place, if only to be taken back: what comes there again is no step, because its line is in the ledger.
    /// </summary>
    public GoalRun KeepPlace(Position last)
    {
        if (aim.PaysPoints && last > State.Last)
            State = State with { Last = last };

        return this;
    }

    /// <summary>Of a period that was reopened: points that were posted stay, so no less was paid than those.</summary>
    public GoalRun KeepPoints(long posted)
    {
        State = State with { Paid = Math.Max(State.Paid, posted) };
        return this;
    }

    /// <summary>The period of a sum is closed.</summary>
    public GoalRun Close(DateTimeZone zone)
    {
        State = GoalClosing.Close(aim, State, zone);
        return this;
    }

    /// <summary>The period of a median is closed: its tiers are reached at its end, or not at all.</summary>
    public GoalRun Decide(IEnumerable<Entry> lines, DateTimeZone zone)
    {
        var median = MedianReply.Of(lines.Select(ReplyRevision.Of));
        var at = GoalWeek.CloseOf(aim.Period, zone);
        State = GoalClosing.Close(aim, State, median, zone);
        if (median.IsDecisive)
            foreach (var tier in TierLadder.Reached(aim.Tiers, new(median.Seconds, aim.Target, LowerIsBetter: true)))
            {
                State = State with { Tiers = State.Tiers.With(tier.Kind, new(at, at)) };
                if (aim.IsCollective)
                    crossings.Add(new(tier.Kind, at, State.Members));
            }

        return this;
    }

    private void Take(GoalChange change)
    {
        var before = State;
        State = GoalFold.Step(before, aim.Target, change.Value, change.At) with
        {
            Gate = before.Gate + change.Gate,
            Members = aim.LooksAtMembers ? before.Members.With(GoalFold.PartsOf([change])) : before.Members,
        };
        foreach (var tier in aim.Tiers)
            State = State with { Tiers = State.Tiers.With(tier.Kind, Marked(tier, change.At)) };
    }

    private TierMark Marked(Tier tier, Position at)
    {
        var mark = State.Tiers[tier.Kind];
        var stands = State.Actual >= aim.ValueOf(tier);
        if (!aim.IsCollective)
            return stands ? new(mark.Since ?? at, mark.Reached ?? at) : new(null, mark.Reached);
        if (mark.Reached is not null || !stands || !IsBelowReached(tier) || !HoldConditions(at))
            return mark;

        crossings.Add(new(tier.Kind, at, State.Members));
        return new(at, at);
    }

    private bool IsBelowReached(Tier tier) =>
        aim.Tiers.TakeWhile(below => below.Kind != tier.Kind).All(below => State.Tiers[below.Kind].Reached is not null);

    private bool HoldConditions(Position at)
    {
        if (aim.Plan!.Collective is { EveryMember: null, Participation: null })
            return true;

        IsStuck |= roster is null;
        return roster is not null && Conditions.Hold(aim, State.Members, roster.MembersAt(at.Credited));
    }

    /// <param name="staysPaid">Less than what was paid takes nothing back.</param>
    private void PayPoints(GoalProgress before, GoalChange change, bool staysPaid)
    {
        if (aim.Accelerator is Accelerator.Multiplier multiplier)
            State = State with { Extra = ExtraAfter(multiplier, before, change) };

        var due = aim.Accelerator is Accelerator.Multiplier ? (IsGateOpen ? State.Extra : 0) : Due;
        if (due == State.Paid || (staysPaid && due < State.Paid))
            return;

        bonuses.Add(Bonus.Of(aim, change, due - State.Paid));
        if (aim.Accelerator is Accelerator.Multiplier)
            multipliers.Add(change, due - State.Paid);

        State = State with { Paid = due };
    }

    /// <summary>The crossing activity is not multiplied: what was reached before it decides.</summary>
    private long ExtraAfter(Accelerator.Multiplier multiplier, GoalProgress before, GoalChange change)
    {
        var factor = Multiplied.FactorAt(multiplier, before.Peak, aim.Target);
        var extra = multipliers.ExtraOf(change, factor);
        return Math.Clamp(before.Extra + extra, 0, multiplier.Cap ?? AcceleratorTotal.Most);
    }

    private void PayCoins(Position at)
    {
        if (!aim.PaysCoins || Due is var due && (due == State.Paid || (isOnlyMore && due < State.Paid)))
            return;

        var entry = new CoinEntry(aim.Scope, State.CoinLines + 1, Due - State.Paid, at, GrantReasons.Accelerated);
        coins.Add(entry);
        State = State with { Paid = State.Paid + entry.Amount, CoinLines = entry.Sequence };
    }

    private long Due => AcceleratorTotal.Of(aim.Accelerator!, State.Actual, aim.Target, IsGateOpen);

    private bool IsGateOpen => aim.Accelerator!.Gate is not { } gate || State.Gate >= gate.AtLeast;
}
