using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>Writes a line of the ledger for every fact, in one statement of the database and one transaction. It decides nothing.</summary>
internal static class BareLedger
{
    private const string Sql = """
        INSERT INTO entry (connection, external_id, rule, person, dated, revision, credited, occurred, team, entity, "grouping", quotes, sent, deals,
            revenue, replies, active, candidate, points, rule_version, reason)
        SELECT connection, external_id, kind, person, credited, 0, credited, occurred, NULL, entity, "grouping", 1, 1, 0,
            coalesce(amount, 0), 0, 0, 10, 10, 1, 'scored'
        FROM fact WHERE state = 'counted'
        """;

    /// <returns>The facts read.</returns>
    public static long Rewrite(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA cache_size = -65536; BEGIN IMMEDIATE; {Sql}; COMMIT;";
        command.ExecuteNonQuery();
        return BareStatement.Scalar(connection, "SELECT COUNT(*) FROM fact");
    }
}
