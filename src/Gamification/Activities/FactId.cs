namespace Gamification.Activities;

/// <summary>Who an activity is: the connection that reported it and the id it has there. The same identity again changes nothing.</summary>
public readonly record struct FactId(string Connection, string ExternalId) : IComparable<FactId>
{
    /// <summary>Ordinal, as both databases compare it.</summary>
    public int CompareTo(FactId other) =>
        string.CompareOrdinal(Connection, other.Connection) is not 0 and var byConnection
            ? byConnection
            : string.CompareOrdinal(ExternalId, other.ExternalId);

    public override string ToString() => $"{Connection}/{ExternalId}";
}
