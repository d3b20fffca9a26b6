namespace Gamification.Activities;

/// <summary>The deal, quote, conversation or single activity whose state a fact changes: <c>deal:{connection}:{id}</c>.</summary>
public readonly record struct EntityId(string Value)
{
    public static EntityId Deal(string connection, string id) => new(string.Concat("deal:", connection, ":", id));

    public static EntityId Quote(string connection, string id) => new(string.Concat("quote:", connection, ":", id));

    public static EntityId Conversation(string connection, string id) => new(string.Concat("conversation:", connection, ":", id));

    public static EntityId Logged(string connection, string id) => new(string.Concat("activity:", connection, ":", id));

    public bool IsDeal => Value.StartsWith("deal:", StringComparison.Ordinal);

    public override string ToString() => Value;
}
