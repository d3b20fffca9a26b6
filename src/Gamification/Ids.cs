namespace Gamification;

/// <summary>A person of the company, by the id the admin gave.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A team of the company, by the id the admin gave.</summary>
public readonly record struct TeamId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A connected channel: <c>{platform}:{conversation}</c>, for example <c>slack:C0123</c> or <c>web:org</c>.</summary>
public readonly record struct ChannelId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A goal by its id: made by us for a person's own, given by the admin for one that is assigned.</summary>
public readonly record struct GoalId(string Value) : IComparable<GoalId>
{
    public int CompareTo(GoalId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
