using NodaTime;

namespace Gamification.Activities;

/// <summary>Where an activity stands in the one order that decides days, limits, thresholds and memberships.</summary>
public readonly record struct Position(Instant Credited, Instant Occurred, FactId Fact) : IComparable<Position>
{
    public int CompareTo(Position other) =>
        Credited.CompareTo(other.Credited) is not 0 and var byCredited ? byCredited
        : Occurred.CompareTo(other.Occurred) is not 0 and var byOccurred ? byOccurred
        : Fact.CompareTo(other.Fact);

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;
}
