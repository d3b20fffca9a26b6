using System.Diagnostics;
using Gamification.Goals;

namespace Gamification.Rewards;

/// <summary>In the order in which they are reached.</summary>
public enum TierKind
{
    Base,
    Super,
    Mega,
}

/// <summary>A level of a goal and what is given for it.</summary>
/// <param name="Label">The manager's own name for it; null for that of its kind.</param>
/// <param name="Rewards">Any number, none too: then it is only told.</param>
public sealed record Tier(TierKind Kind, string? Label, TierTrigger Trigger, IReadOnlyList<Reward> Rewards);

/// <summary>Where a tier is reached: a share of the target, or an amount of its own.</summary>
public abstract record TierTrigger
{
    private TierTrigger() { }

    /// <param name="BasisPoints">Hundredths of a percent of the target: 110 % is 11,000.</param>
    public sealed record Percent(long BasisPoints) : TierTrigger;

    /// <param name="Value">In the unit of the goal's metric: quotes, deals, points, days, minor units, whole seconds.</param>
    public sealed record Amount(long Value) : TierTrigger;

    /// <summary>Exact, without rounding (SPEC 9, Tiers).</summary>
    public bool IsReached(Attainment attainment) =>
        this switch
        {
            Percent(var basisPoints) => attainment.Reaches(basisPoints),
            Amount(var value) => attainment.LowerIsBetter ? attainment.Actual <= value : attainment.Actual >= value,
            _ => throw new UnreachableException($"No comparison for {GetType().Name}."),
        };

    /// <summary>
    /// The actual at which it is reached: 110 % of 15 quotes is 17. Where lower is better the slowest one that is good enough: 110 % of
    /// 1,800 seconds is 1,636.
    /// </summary>
    public long ValueFor(long target, bool lowerIsBetter) =>
        this switch
        {
            Percent(var basisPoints) when lowerIsBetter => (long)((Int128)target * 10_000 / basisPoints),
            Percent(var basisPoints) => (long)Int128.Min(long.MaxValue, ((Int128)target * basisPoints + 9_999) / 10_000),
            Amount(var value) => value,
            _ => throw new UnreachableException($"No value for {GetType().Name}."),
        };
}
