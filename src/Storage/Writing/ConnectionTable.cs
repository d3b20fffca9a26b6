using NodaTime;

namespace Storage.Writing;

/// <summary>When each connection was last heard of: one row a connection, so that nobody searches the facts for it.</summary>
internal static class ConnectionTable
{
    public static readonly Upsert<(string Name, Instant At)> Heard = new(
        "connection",
        keys: 1,
        OnConflict.Merge,
        new Field<(string Name, Instant At)>.Text("name", heard => heard.Name),
        new Field<(string Name, Instant At)>.Number("last_event", heard => Stored.Micros(heard.At), Merge.Replace)
    );
}
