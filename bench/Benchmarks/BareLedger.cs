using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>Reads every fact, adds up what each entity has, and writes one line of the ledger for it, in one transaction. It decides nothing.</summary>
internal static class BareLedger
{
    private const string Facts = """
        SELECT connection, external_id, kind, person, credited, occurred, entity, "grouping", coalesce(amount, 0) FROM fact WHERE state = 'counted'
        """;
    private const string Line = """
        INSERT INTO entry (connection, external_id, rule, person, dated, revision, credited, occurred, team, entity, "grouping", quotes, sent, deals,
            revenue, replies, active, candidate, points, rule_version, reason)
        VALUES ($connection, $id, $rule, $person, $credited, 0, $credited, $occurred, NULL, $entity, $grouping, 1, 1, 0, $revenue, 0, 0, 10, 10, 1, 'scored')
        """;

    /// <returns>The facts read.</returns>
    public static long Rewrite(string database)
    {
        using var reading = Open(database);
        using var writing = Open(database);
        using var command = reading.CreateCommand();
        command.CommandText = Facts;
        using var facts = command.ExecuteReader();
        using var transaction = writing.BeginTransaction(deferred: false);
        var line = new BareStatement(
            writing,
            Line,
            "$connection",
            "$id",
            "$rule",
            "$person",
            "$credited",
            "$occurred",
            "$entity",
            "$grouping",
            "$revenue"
        );
        var entities = new Dictionary<string, long>(StringComparer.Ordinal);
        var values = new object[9];
        var count = 0L;
        for (; facts.Read(); count++)
        {
            facts.GetValues(values);
            CollectionsMarshal.GetValueRefOrAddDefault(entities, (string)values[6], out _) += (long)values[8];
            line.Run(transaction, values);
        }

        transaction.Commit();
        return count;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -65536;";
        command.ExecuteNonQuery();
        return connection;
    }
}
