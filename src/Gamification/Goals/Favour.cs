using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>Whether nobody loses by an edit: what is harder or pays less is told at its field, with what is allowed.</summary>
/// <param name="written">The tiers in the order in which the edit names them.</param>
internal sealed class Favour(
    PlanTerms before,
    PlanTerms after,
    IReadOnlyList<TierKind> written,
    Organisation organisation,
    PlanFaults faults
)
{
    private readonly GoalType type = GoalType.Of(before.Metric);

    public void Check()
    {
        CheckTargets();
        foreach (var tier in before.Plan.Tiers)
            CheckTier(tier);

        CheckCollective();
        CheckChain();
        new AcceleratorFavour(before, after, Unfavourable).Check();
    }

    private void CheckTargets()
    {
        if (IsHarder(before.Target, after.Target))
            Unfavourable("target", $"the target may only be {Easier}: {Written(before.Target):#,0.####} is asked now");

        foreach (
            var person in before.Plan.Targets.Keys.Union(after.Plan.Targets.Keys).OrderBy(person => person.Value, StringComparer.Ordinal)
        )
            if (IsHarder(before.TargetOf(person), after.TargetOf(person)))
                Unfavourable(
                    $"targets.{person}",
                    $"the target of {person} may only be {Easier}: {Written(before.TargetOf(person)):#,0.####} is asked now"
                );
    }

    private void CheckTier(Tier tier)
    {
        var name = tier.Kind.ToString().ToLowerInvariant();
        if (after.Plan.Tiers.FirstOrDefault(other => other.Kind == tier.Kind) is not { } now)
        {
            Unfavourable("tiers", $"the {name} tier stays");
            return;
        }

        var field = FieldOf(tier.Kind);
        if (IsHarder(tier.Trigger, now.Trigger))
            Unfavourable(
                field is "tiers" ? field : $"{field}.{(now.Trigger is TierTrigger.Amount ? "triggerAmount" : "triggerPercent")}",
                $"the trigger of {name} may only be {Easier}: it is reached at {Written(tier.Trigger.ValueFor(before.Target, type.IsMedian)):#,0.####} now"
            );

        CheckRewards(tier.Rewards, now.Rewards, field is "tiers" ? field : $"{field}.rewards", name);
    }

    /// <summary>Lines are kept by the place of their reward, so each keeps its place.</summary>
    private void CheckRewards(IReadOnlyList<Reward> promised, IReadOnlyList<Reward> offered, string field, string tier)
    {
        for (var i = 0; i < promised.Count; i++)
            if (i >= offered.Count)
                Unfavourable(field, $"the rewards of {tier} stay, in their order, and more may follow");
            else if (!IsAsGood(promised[i], offered[i]))
                Unfavourable($"{field}[{i}]", $"a reward of {tier} stays what it is and may only be worth more");
    }

    private static bool IsAsGood(Reward promised, Reward offered) =>
        (promised, offered) switch
        {
            (Reward.Points(var now), Reward.Points(var then)) => then >= now,
            (Reward.Coins(var now), Reward.Coins(var then)) => then >= now,
            (Reward.Badge(var now), Reward.Badge(var then)) => now == then,
            (Reward.Prize now, Reward.Prize then) => now.Name == then.Name
                && (then.Price ?? 0) <= (now.Price ?? 0)
                && (now.OnceForTeam || !then.OnceForTeam),
            _ => false,
        };

    private void CheckCollective()
    {
        var (now, then) = (before.Plan.Collective, after.Plan.Collective);
        if (now.Share != then.Share && then.Share is not Sharing.Each)
            Unfavourable("share", $"the share stays, or becomes each");
        if (then.EveryMember > (now.EveryMember ?? 0))
            Unfavourable("everyMemberPercent", $"what every member has to reach may only be lowered: it is {Percent(now.EveryMember)} now");
        if (then.Participation > (now.Participation ?? 0))
            Unfavourable("participationPercent", $"the participation may only be lowered: it is {Percent(now.Participation)} now");
    }

    private void CheckChain()
    {
        if (after.Plan.After is not { } then)
            return;
        if (before.Plan.After is not { } now || now.Goal != then.Goal)
            Unfavourable("after.goal", $"no other goal may lock this one");
        else if (then.Tier > now.Tier)
            Unfavourable("after.tier", $"a higher tier may not lock this goal");
        else if (now.CountFrom is CountFrom.PeriodStart && then.CountFrom is CountFrom.Unlock)
            Unfavourable("countFrom", $"this goal counts from the start of its period");
    }

    private bool IsHarder(long now, long then) => type.IsMedian ? then < now : then > now;

    /// <summary>By what it comes to; a percentage that is no higher is harder only by its target, which is told there.</summary>
    private bool IsHarder(TierTrigger now, TierTrigger then) =>
        !(now is TierTrigger.Percent(var asked) && then is TierTrigger.Percent(var asks) && asks <= asked)
        && before
            .TargetsBeside(after)
            .Any(target => IsHarder(now.ValueFor(target.Here, type.IsMedian), then.ValueFor(target.There, type.IsMedian)));

    /// <summary>As the edit writes it; a base that it does not name stands in the list all the same.</summary>
    private string FieldOf(TierKind kind)
    {
        var place = written.TakeWhile(other => other != kind).Count();
        return place < written.Count ? $"tiers[{place}]" : "tiers";
    }

    /// <summary>What its number may do in people's favour.</summary>
    private FormattableString Easier => type.IsMedian ? (FormattableString)$"raised" : $"lowered";

    private decimal Written(long kept) => TypedAmount.Written(type, kept, organisation);

    private static FormattableString Percent(long? hundredths) =>
        hundredths is { } some ? (FormattableString)$"{some / 100m:#,0.####} %" : $"not asked";

    private void Unfavourable(string field, FormattableString allowed) =>
        faults.Add(
            field,
            $"In a running period {allowed}.",
            before.Only is null
                ? (FormattableString)$"Keep to that, let the edit hold from the next period, or archive this goal and make a new one."
                : $"Keep to that, or archive this goal and make a new one."
        );
}
