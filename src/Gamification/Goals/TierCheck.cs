using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>The tiers of a wish: each kind once, no mega without super, triggers strictly rising for everyone who has the goal.</summary>
/// <param name="most">The highest amount of the metric, as it is kept.</param>
/// <param name="targets">Of the goal, and of each person with one of their own.</param>
internal sealed class TierCheck(
    GoalType type,
    long most,
    IReadOnlyList<long> targets,
    bool isCollective,
    PlanContext context,
    PlanFaults faults
)
{
    private const int LongestLabel = 60;
    private const decimal LeastPercent = 0.01m;
    private const decimal MostPercent = 10_000;

    /// <summary>Nothing is quicker than that: an attainment of a median ends there.</summary>
    private const decimal MostOfMedian = 999;

    private readonly RewardCheck rewards = new(isCollective, context, faults);

    /// <summary>A tier and the place in the wish where it is written; a base that nobody named has none.</summary>
    private readonly record struct Written(Tier Tier, string Field);

    public IReadOnlyList<Tier> Of(IReadOnlyList<TierWish> wishes)
    {
        CheckKinds(wishes);
        var written = wishes.Select((wish, i) => Read(wish, FieldOf(i))).OfType<Written>().ToList();
        if (wishes.All(wish => wish.Kind is not TierKind.Base))
            written.Add(new(new(TierKind.Base, Label: null, DefaultOf(TierKind.Base), []), "tiers"));

        List<Written> rising = [.. written.DistinctBy(tier => tier.Tier.Kind).OrderBy(tier => tier.Tier.Kind)];
        foreach (var (below, tier) in rising.Zip(rising.Skip(1)))
            CheckRising(below.Tier, tier);

        return [.. rising.Select(tier => tier.Tier)];
    }

    private void CheckKinds(IReadOnlyList<TierWish> wishes)
    {
        var seen = new HashSet<TierKind>();
        for (var i = 0; i < wishes.Count; i++)
            if (wishes[i].Kind is { } again && !seen.Add(again))
                faults.Add($"{FieldOf(i)}.kind", $"There are two tiers of the kind {NameOf(again)}.", $"Have each kind once.");
            else if (wishes[i].Kind is TierKind.Mega && wishes.All(wish => wish.Kind is not TierKind.Super))
                faults.Add(
                    $"{FieldOf(i)}.kind",
                    $"There is no mega tier without a super tier.",
                    $"Add a super tier, or make this one super."
                );
    }

    private static string FieldOf(int place) => $"tiers[{place}]";

    /// <summary>100, 110 and 130 %: what a form leaves blank.</summary>
    public static TierTrigger DefaultOf(TierKind kind) =>
        new TierTrigger.Percent(
            kind switch
            {
                TierKind.Base => 100_00,
                TierKind.Super => 110_00,
                _ => 130_00,
            }
        );

    private Written? Read(TierWish wish, string field)
    {
        var kind = faults.Chosen($"{field}.kind", $"The kind of the tier", wish.Kind, $"Choose base, super or mega.");
        var label = string.IsNullOrWhiteSpace(wish.Label) ? null : faults.Text($"{field}.label", $"A label", wish.Label, LongestLabel);
        var given = rewards.Of(wish.Rewards ?? [], $"{field}.rewards");
        return kind is { } known && TriggerOf(wish, known, field) is { } trigger ? new(new(known, label, trigger, given), field) : null;
    }

    private TierTrigger? TriggerOf(TierWish wish, TierKind kind, string field)
    {
        var mostPercent = type.IsMedian ? MostOfMedian : MostPercent;
        switch (wish)
        {
            case { TriggerPercent: not null, TriggerAmount: not null }:
                faults.Add($"{field}.triggerAmount", $"A trigger is a percentage or an amount, not both.", $"Leave one of the two out.");
                return null;
            case { TriggerPercent: { } percent }:
                return faults.Percent($"{field}.triggerPercent", $"The trigger", percent, LeastPercent, mostPercent) is { } basisPoints
                    ? new TierTrigger.Percent(basisPoints)
                    : null;
            case { TriggerAmount: { } amount }:
                var kept = faults.Amount($"{field}.triggerAmount", $"The trigger", amount, type, most, context.Organisation);
                return kept > 0 ? new TierTrigger.Amount(kept) : null;
            default:
                return DefaultOf(kind);
        }
    }

    private void CheckRising(Tier below, Written tier)
    {
        if (targets.All(target => IsAbove(below.Trigger, tier.Tier.Trigger, target)))
            return;

        var member = tier.Tier.Trigger is TierTrigger.Amount ? "triggerAmount" : "triggerPercent";
        faults.Add(
            tier.Field is "tiers" ? tier.Field : $"{tier.Field}.{member}",
            HarderOf(below, tier.Tier),
            $"Change one of the two, so that {NameOf(tier.Tier.Kind)} is harder than {NameOf(below.Kind)}."
        );
    }

    private FormattableString HarderOf(Tier below, Tier tier)
    {
        var (upper, lower) = (NameOf(tier.Kind), NameOf(below.Kind));
        var (high, low) = (Text(tier.Trigger), Text(below.Trigger));
        return (type.IsMedian, targets.Count > 1) switch
        {
            (true, true) =>
                $"The trigger of {upper} ({high}) must ask for less time than that of {lower} ({low}), for everyone's own target too.",
            (true, false) => $"The trigger of {upper} ({high}) must ask for less time than that of {lower} ({low}).",
            (false, true) => $"The trigger of {upper} ({high}) must lie above that of {lower} ({low}), for everyone's own target too.",
            (false, false) => $"The trigger of {upper} ({high}) must lie above that of {lower} ({low}).",
        };
    }

    private bool IsAbove(TierTrigger below, TierTrigger above, long target)
    {
        var ((low, lowOf), (high, highOf)) = (Fraction(below, target), Fraction(above, target));
        return type.IsMedian ? high * lowOf < low * highOf : high * lowOf > low * highOf;
    }

    /// <summary>Where it is reached, without rounding.</summary>
    private (Int128 Part, Int128 Of) Fraction(TierTrigger trigger, long target) =>
        trigger switch
        {
            TierTrigger.Percent(var basisPoints) when type.IsMedian => ((Int128)target * 10_000, basisPoints),
            TierTrigger.Percent(var basisPoints) => ((Int128)target * basisPoints, 10_000),
            TierTrigger.Amount(var value) => (value, 1),
            _ => throw new System.Diagnostics.UnreachableException($"No fraction for {trigger.GetType().Name}."),
        };

    private FormattableString Text(TierTrigger trigger) =>
        trigger switch
        {
            TierTrigger.Percent(var basisPoints) => $"{basisPoints / 100m:#,0.####} %",
            TierTrigger.Amount(var value) => $"{TypedAmount.Written(type, value, context.Organisation):#,0.####}",
            _ => throw new System.Diagnostics.UnreachableException($"No words for {trigger.GetType().Name}."),
        };

    private static string NameOf(TierKind kind) => kind.ToString().ToLowerInvariant();
}
