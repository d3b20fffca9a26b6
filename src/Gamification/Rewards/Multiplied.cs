using Gamification.Goals;

namespace Gamification.Rewards;

/// <summary>An activity that counts for a goal: what it adds to the actual, and its points after limits.</summary>
public readonly record struct CountedPoints(long Value, long Points);

/// <summary>The extra points of a multiplier, activity by activity in order of position.</summary>
public static class Multiplied
{
    /// <summary>1 below the first band and beyond the end of a last one that has an end: there nothing is multiplied.</summary>
    /// <param name="highest">The highest the running sum was before the activity.</param>
    public static decimal FactorAt(Accelerator.Multiplier multiplier, long highest, long target) =>
        BandAt(multiplier, highest, target)?.Rate ?? 1;

    /// <summary>Null where nothing is multiplied.</summary>
    public static Band? BandAt(Accelerator.Multiplier multiplier, long highest, long target)
    {
        var attainment = new Attainment(Math.Max(0, highest), target, LowerIsBetter: false);
        foreach (var band in multiplier.Bands)
            if (attainment.Reaches(band.From) && (band.To is not { } to || !attainment.Reaches(to)))
                return band;

        return null;
    }

    /// <summary>What comes on top, cut to whole points towards 0, so that an undo at the same factor takes exactly what was given.</summary>
    public static long ExtraOf(long points, decimal factor) => (long)decimal.Truncate(points * (factor - 1));

    /// <summary>
    /// The extra of each activity: 14 deals at 50 points of a target of 10, ×1.5 from 100 % and ×2 from 130 %, bring 125 on top of 700.
    /// The one that crosses into a band is not multiplied by it. All extras together stay within 0 and the cap.
    /// </summary>
    /// <param name="inOrder">By position; a fact that changes several things is one of them.</param>
    /// <param name="isGateReached">No matter where the multiplier has no gate.</param>
    public static IReadOnlyList<long> ExtrasOf(
        Accelerator.Multiplier multiplier,
        long target,
        IEnumerable<CountedPoints> inOrder,
        bool isGateReached
    )
    {
        var isOpen = multiplier.Gate is null || isGateReached;
        var most = multiplier.Cap ?? AcceleratorTotal.Most;
        var extras = new List<long>();
        var (sum, highest, paid) = (0L, 0L, 0L);
        foreach (var activity in inOrder)
        {
            var extra = isOpen ? ExtraOf(activity.Points, FactorAt(multiplier, highest, target)) : 0;
            var total = Math.Clamp(paid + extra, 0, most);
            extras.Add(total - paid);
            paid = total;
            sum += activity.Value;
            highest = Math.Max(highest, sum);
        }

        return extras;
    }
}
