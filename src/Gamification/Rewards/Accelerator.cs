using Gamification.Goals;

namespace Gamification.Rewards;

public enum AcceleratorUnit
{
    Coins,
    Points,
}

/// <summary>A stretch of attainment with a rate.</summary>
/// <param name="From">Hundredths of a percent; included.</param>
/// <param name="To">Excluded; null for a last band that is open.</param>
/// <param name="Rate">Marginal: units for a percentage point. Retroactive: for each <c>per</c>. Multiplier: the factor.</param>
public sealed record Band(long From, long? To, decimal Rate);

/// <summary>Nothing is paid unless another metric of the same subject and period reaches so much.</summary>
/// <param name="AtLeast">In the unit of the metric.</param>
public sealed record Gate(Metric Metric, long AtLeast);

/// <summary>
/// What overachievement pays. The total is computed from scratch in exact decimals and floored once; only the difference to what is
/// posted is posted (SPEC 9, Accelerators).
/// </summary>
/// <param name="Cap">The most it pays; null for none.</param>
public abstract record Accelerator(AcceleratorUnit Unit, long? Cap, Gate? Gate)
{
    /// <summary>Each percentage point inside a band pays its rate.</summary>
    public sealed record Marginal(AcceleratorUnit Unit, IReadOnlyList<Band> Bands, long? Cap, Gate? Gate) : Accelerator(Unit, Cap, Gate);

    /// <summary>Everything is paid at the rate of the band that was reached; 0 below the first.</summary>
    /// <param name="Per">For each so many units of the metric, in the kept unit: minor units of money.</param>
    public sealed record Retroactive(AcceleratorUnit Unit, long Per, IReadOnlyList<Band> Bands, long? Cap, Gate? Gate)
        : Accelerator(Unit, Cap, Gate);

    /// <summary>So much for each full step beyond <paramref name="From"/>.</summary>
    /// <param name="From">Hundredths of a percent, at least 10,000.</param>
    /// <param name="Size">Hundredths of a percent, more than 0.</param>
    /// <param name="MaxSteps">Null for no limit.</param>
    public sealed record Step(AcceleratorUnit Unit, long From, long Size, long Amount, int? MaxSteps, long? Cap, Gate? Gate)
        : Accelerator(Unit, Cap, Gate);

    /// <summary>Points of activities that count for the goal are multiplied by the rate of the highest band reached before them.</summary>
    public sealed record Multiplier(IReadOnlyList<Band> Bands, long? Cap, Gate? Gate) : Accelerator(AcceleratorUnit.Points, Cap, Gate);
}
