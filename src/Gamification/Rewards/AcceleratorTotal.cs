using System.Diagnostics;
using System.Numerics;

namespace Gamification.Rewards;

/// <summary>
/// R: all that an accelerator pays for what was achieved, from scratch in exact arithmetic and floored once (SPEC 9, Accelerators).
/// It never falls as the actual rises, of every plan that <c>PlanCheck</c> finds right.
/// </summary>
public static class AcceleratorTotal
{
    /// <summary>Nothing pays more in one period, capped or not, so that sums of wallets stay numbers.</summary>
    public const long Most = 1_000_000_000_000;

    private const int Whole = 10_000;
    private const int PercentagePoint = 100;

    /// <summary>104,990 of 100,000 at 10 a percentage point from 100 %: 49.</summary>
    /// <param name="actual">In the unit of the metric, as it is kept; less than 0 pays nothing.</param>
    /// <param name="target">That of the subject, more than 0.</param>
    /// <param name="isGateReached">No matter where the accelerator has no gate.</param>
    /// <exception cref="ArgumentException">A multiplier pays by activity: see <see cref="Multiplied"/>.</exception>
    public static long Of(Accelerator accelerator, long actual, long target, bool isGateReached)
    {
        if (actual <= 0 || (accelerator.Gate is not null && !isGateReached))
            return 0;

        var total = accelerator switch
        {
            Accelerator.Marginal marginal => OfMarginal(marginal, actual, target),
            Accelerator.Retroactive retroactive => OfRetroactive(retroactive, actual, target),
            Accelerator.Step step => OfSteps(step, actual, target),
            Accelerator.Multiplier => throw new ArgumentException("A multiplier pays by activity.", nameof(accelerator)),
            _ => throw new UnreachableException($"No total for {accelerator.GetType().Name}."),
        };
        return (long)BigInteger.Min(total, accelerator.Cap ?? Most);
    }

    /// <summary>With all parts over one denominator, nothing is rounded before the end.</summary>
    private static BigInteger OfMarginal(Accelerator.Marginal marginal, long actual, long target)
    {
        var reached = (BigInteger)actual * Whole;
        var sum = BigInteger.Zero;
        foreach (var band in marginal.Bands)
        {
            var end = band.To is { } to ? BigInteger.Min(reached, (BigInteger)to * target) : reached;
            sum += BigInteger.Max(0, end - (BigInteger)band.From * target) * Scaled(band.Rate);
        }

        return sum / ((BigInteger)PercentagePoint * target * Scale);
    }

    /// <summary>Beyond the end of a last band that has one, no more is paid than at its end.</summary>
    private static BigInteger OfRetroactive(Accelerator.Retroactive retroactive, long actual, long target)
    {
        if (BandOf(retroactive, actual, target) is not { } band)
            return 0;

        var reached = (BigInteger)actual * Whole;
        var paid = band.To is { } to ? BigInteger.Min(reached, (BigInteger)to * target) : reached;
        return paid * Scaled(band.Rate) / ((BigInteger)Whole * retroactive.Per * Scale);
    }

    /// <summary>The band that a retroactive one pays at; null below the first.</summary>
    public static Band? BandOf(Accelerator.Retroactive retroactive, long actual, long target) =>
        retroactive.Bands.LastOrDefault(band => (BigInteger)band.From * target <= (BigInteger)actual * Whole);

    private static BigInteger OfSteps(Accelerator.Step step, long actual, long target)
    {
        var beyond = (BigInteger)actual * Whole - (BigInteger)step.From * target;
        var steps = BigInteger.Max(0, beyond) / ((BigInteger)step.Size * target);
        return step.Amount * (step.MaxSteps is { } most ? BigInteger.Min(most, steps) : steps);
    }

    /// <summary>28 decimals are all that a decimal can have.</summary>
    private static readonly BigInteger Scale = BigInteger.Pow(10, 28);

    private static BigInteger Scaled(decimal rate)
    {
        var whole = decimal.Truncate(rate);
        return (BigInteger)whole * Scale + (BigInteger)((rate - whole) * 10_000_000_000_000_000_000_000_000_000m);
    }
}
