namespace Gamification.Goals;

/// <summary>Actual against target, compared in whole numbers: 110 % of 300 is reached at 330, not at 329.</summary>
/// <param name="LowerIsBetter">A median: 30 minutes against a target of 30 is 100 %, 27 minutes more than that.</param>
public readonly record struct Attainment(long Actual, long Target, bool LowerIsBetter) : IComparable<Attainment>
{
    private const long Whole = 10_000;

    /// <summary>Where lower is better, nothing is more than 999 %, not even 0.</summary>
    private const long MostOfLower = 99_900;

    /// <summary>Exact, without rounding.</summary>
    /// <param name="basisPoints">Hundredths of a percent.</param>
    public bool Reaches(long basisPoints) =>
        LowerIsBetter
            ? (Int128)Target * Whole >= (Int128)Actual * basisPoints && basisPoints <= MostOfLower
            : (Int128)Actual * Whole >= (Int128)Target * basisPoints;

    public bool IsComplete => Reaches(Whole);

    /// <summary>Hundredths of a percent, rounded down, so that 100 % stands only where it is reached. More than 100 % is shown as it is; never negative.</summary>
    public long BasisPoints =>
        LowerIsBetter
            ? Actual <= 0
                ? MostOfLower
                : (long)Int128.Min(MostOfLower, (Int128)Target * Whole / Actual)
            : (long)Int128.Min(long.MaxValue, Int128.Max(0, (Int128)Actual * Whole / Target));

    public int CompareTo(Attainment other)
    {
        var ((part, of), (otherPart, otherOf)) = (Fraction, other.Fraction);
        return ((Int128)part * otherOf).CompareTo((Int128)otherPart * of);
    }

    public static bool operator <(Attainment left, Attainment right) => left.CompareTo(right) < 0;

    public static bool operator >(Attainment left, Attainment right) => left.CompareTo(right) > 0;

    public static bool operator <=(Attainment left, Attainment right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Attainment left, Attainment right) => left.CompareTo(right) >= 0;

    private (long Part, long Of) Fraction =>
        !LowerIsBetter ? (Actual, Target)
        : BasisPoints == MostOfLower ? (MostOfLower, Whole)
        : (Target, Actual);
}
