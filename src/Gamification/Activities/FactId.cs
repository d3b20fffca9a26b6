namespace Gamification.Activities;

/// <summary>Who an activity is: the connection that reported it and the id it has there. The same identity again changes nothing.</summary>
public readonly record struct FactId(string Connection, string ExternalId) : IComparable<FactId>
{
    /// <summary>Ordinal, as both databases compare it.</summary>
    public int CompareTo(FactId other) =>
        string.CompareOrdinal(Connection, other.Connection) is not 0 and var byConnection
            ? byConnection
            : string.CompareOrdinal(ExternalId, other.ExternalId);

    /// <summary>The id of the connection is nearly unique alone; the rare two that share it cost less than hashing more for all.</summary>
    public override int GetHashCode() => ExternalId is null ? 0 : ExternalId.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Connection}/{ExternalId}";
}
