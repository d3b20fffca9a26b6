using System.Numerics;
using Gamification.Rewards;

namespace Gamification.Explaining;

/// <summary>What one band of a marginal accelerator pays.</summary>
/// <param name="Reached">The percentage points of attainment that lie in it.</param>
public sealed record BandPart(Band Band, Ratio Reached)
{
    public Ratio Pays => Reached * Ratio.Of(Band.Rate);
}

/// <summary>What one factor of a multiplier brought: the points of the activities it held for, and the extra on top of them.</summary>
/// <param name="Band">Null for what came before the first band.</param>
public sealed record FactorPart(Band? Band, int Activities, long Points, long Extra);

/// <summary>The total of an accelerator taken apart, so that it can be told. The parts sum up to what <see cref="AcceleratorTotal"/> floors.</summary>
public static class AcceleratorParts
{
    private const int PercentagePoint = 100;
    private const int Whole = 10_000;

    /// <summary>108,000 of 100,000: 8 percentage points of the band from 100 to 110 %.</summary>
    public static IReadOnlyList<BandPart> Of(Accelerator.Marginal marginal, long actual, long target)
    {
        var reached = (BigInteger)Math.Max(0, actual) * Whole;
        return [.. marginal.Bands.Select(band => new BandPart(band, new(Inside(band), (BigInteger)target * PercentagePoint)))];

        BigInteger Inside(Band band)
        {
            var end = band.To is { } to ? BigInteger.Min(reached, (BigInteger)to * target) : reached;
            return BigInteger.Max(0, end - (BigInteger)band.From * target);
        }
    }

    /// <summary>How many whole steps lie beyond the first, before and after the most that are paid.</summary>
    public static (Ratio Steps, long Paid) Of(Accelerator.Step step, long actual, long target)
    {
        var beyond = BigInteger.Max(0, (BigInteger)Math.Max(0, actual) * Whole - (BigInteger)step.From * target);
        var steps = new Ratio(beyond, (BigInteger)step.Size * target);
        return (steps, (long)BigInteger.Min(step.MaxSteps ?? long.MaxValue, steps.Floor));
    }

    /// <summary>
    /// 14 deals at 50 points of a target of 10, ×1.5 from 100 % and ×2 from 130 %: ten before the first band, three that bring 75, one
    /// that brings 50.
    /// </summary>
    /// <param name="inOrder">By position.</param>
    public static IReadOnlyList<FactorPart> Of(Accelerator.Multiplier multiplier, long target, IReadOnlyList<CountedPoints> inOrder)
    {
        var extras = Multiplied.ExtrasOf(multiplier, target, inOrder, isGateReached: true);
        var highest = 0L;
        var sum = 0L;
        var parts = new Dictionary<long, FactorPart>();
        for (var i = 0; i < inOrder.Count; i++)
        {
            var band = Multiplied.BandAt(multiplier, highest, target);
            var part = parts.GetValueOrDefault(band?.From ?? 0) ?? new(band, 0, 0, 0);
            parts[band?.From ?? 0] = part with
            {
                Activities = part.Activities + 1,
                Points = part.Points + inOrder[i].Points,
                Extra = part.Extra + extras[i],
            };
            sum += inOrder[i].Value;
            highest = Math.Max(highest, sum);
        }

        return [.. parts.OrderBy(part => part.Key).Select(part => part.Value)];
    }
}
