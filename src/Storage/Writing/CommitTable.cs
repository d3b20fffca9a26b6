using NodaTime;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>The numbers of commits, drawn and published under the lock.</summary>
internal static class CommitTable
{
    public static readonly Upsert<CommitRow> Write = new(
        "\"commit\"",
        keys: 1,
        OnConflict.Refuse,
        new Field<CommitRow>.Number("number", row => row.Number),
        new Field<CommitRow>.Number("at", row => Stored.Micros(row.At)),
        new Field<CommitRow>.Number("setup", row => row.Setup),
        new Field<CommitRow>.Text("people", row => row.People)
    );

    /// <summary>The newest commit, with the setup it saw; nothing before the first.</summary>
    public static readonly KeyedRead<long, (long Number, long Setup)> Newest = new(
        "t.number, t.setup",
        "\"commit\"",
        "t.number > {0} AND t.number = (SELECT max(number) FROM \"commit\")",
        row => (row.Number(0), row.Number(1)),
        new Field<long>.Number("number", number => number)
    );

    /// <summary>How long readers may be behind before they have to begin again.</summary>
    public static readonly Duration Kept = Duration.FromHours(1);
}
