using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>A tier in absolute numbers.</summary>
/// <param name="Value">The actual at which it is reached, as it is kept.</param>
public sealed record TierValue(Tier Tier, long Value);

/// <summary>What the accelerator pays at an attainment.</summary>
/// <param name="BasisPoints">Hundredths of a percent.</param>
/// <param name="Actual">The lowest that is so much.</param>
/// <param name="Paid">Null for a multiplier whose activities bring points that nobody knows before.</param>
/// <param name="Factor">Of a multiplier: for the next activity.</param>
public sealed record PaidAt(long BasisPoints, long Actual, long? Paid, decimal? Factor);

/// <summary>A place where a little more pays a jump: from one actual to the next, <see cref="Jump"/> more.</summary>
public sealed record Cliff(long From, long To, long PaidFrom, long PaidTo)
{
    public long Jump => PaidTo - PaidFrom;
}

/// <summary>What a plan promises, before it is published: computed by what will pay it.</summary>
/// <param name="Paid">Nothing without an accelerator.</param>
/// <param name="Cliffs">Those of a retroactive accelerator; the form warns of each.</param>
public sealed record PlanPreview(IReadOnlyList<TierValue> Tiers, IReadOnlyList<PaidAt> Paid, IReadOnlyList<Cliff> Cliffs)
{
    /// <summary>90, 100, 110, 120, 130, 150 and 200 %.</summary>
    private static readonly IReadOnlyList<long> Attainments = [90_00, 100_00, 110_00, 120_00, 130_00, 150_00, 200_00];

    /// <summary>Of the goal's own target.</summary>
    /// <param name="pointsEach">Of a multiplier: the points that one of the metric brings, where that is known (deals, quotes, active days).</param>
    public static PlanPreview Of(PlanTerms terms, long? pointsEach) => Of(terms, terms.Target, pointsEach);

    /// <summary>Of one person's target.</summary>
    public static PlanPreview Of(PlanTerms terms, long target, long? pointsEach)
    {
        var isMedian = GoalType.Of(terms.Metric).IsMedian;
        return new(
            [.. terms.Plan.Tiers.Select(tier => new TierValue(tier, tier.Trigger.ValueFor(target, isMedian)))],
            terms.Plan.Accelerator is { } accelerator ? [.. Attainments.Select(at => PaidAt(accelerator, at, target, pointsEach))] : [],
            terms.Plan.Accelerator is Accelerator.Retroactive retroactive ? [.. CliffsOf(retroactive, target)] : []
        );
    }

    /// <summary>With its gate reached.</summary>
    private static PaidAt PaidAt(Accelerator accelerator, long basisPoints, long target, long? pointsEach)
    {
        var actual = ActualAt(basisPoints, target);
        return accelerator is Accelerator.Multiplier multiplier
            ? new(basisPoints, actual, ExtraAt(multiplier, actual, target, pointsEach), Multiplied.FactorAt(multiplier, actual, target))
            : new(basisPoints, actual, AcceleratorTotal.Of(accelerator, actual, target, isGateReached: true), Factor: null);
    }

    /// <summary>Every activity brings one of the metric, and the same points.</summary>
    private static long? ExtraAt(Accelerator.Multiplier multiplier, long actual, long target, long? pointsEach) =>
        pointsEach is { } points && actual <= MostActivities
            ? Multiplied
                .ExtrasOf(multiplier, target, Enumerable.Repeat(new CountedPoints(1, points), (int)actual), isGateReached: true)
                .Sum()
            : null;

    /// <summary>The highest target of anything counted one by one, at 200 %.</summary>
    private const long MostActivities = 20_000;

    private static IEnumerable<Cliff> CliffsOf(Accelerator.Retroactive retroactive, long target)
    {
        var below = 0m;
        foreach (var band in retroactive.Bands)
        {
            var at = ActualAt(band.From, target);
            var cliff = new Cliff(at - 1, at, TotalAt(at - 1), TotalAt(at));
            if (band.Rate > below && cliff.Jump > 0)
                yield return cliff;

            below = band.Rate;
        }

        long TotalAt(long actual) => AcceleratorTotal.Of(retroactive, actual, target, isGateReached: true);
    }

    private static long ActualAt(long basisPoints, long target) =>
        new TierTrigger.Percent(basisPoints).ValueFor(target, lowerIsBetter: false);
}
