using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Benchmarks;

/// <summary>Reads every fact and every line of the ledger once, and adds up what each person has. It derives and compares nothing.</summary>
internal sealed class BareFold(string database)
{
    private const string Facts =
        "SELECT entity, person, kind, occurred, credited, amount FROM fact WHERE state IN ('counted', 'superseded')";
    private const string Lines = "SELECT person, rule, dated, quotes, deals, revenue, points FROM entry";

    /// <returns>The facts read.</returns>
    public long Scan()
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -65536;";
        command.ExecuteNonQuery();
        var states = new Dictionary<string, long>(StringComparer.Ordinal);
        var facts = Each(
            connection,
            Facts,
            row =>
            {
                _ = Text(row, 2);
                Add(states, Text(row, 0), raw.sqlite3_column_int64(row, 5));
                Add(states, Text(row, 1), raw.sqlite3_column_int64(row, 4) - raw.sqlite3_column_int64(row, 3) + 1);
            }
        );
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        Each(
            connection,
            Lines,
            row =>
            {
                _ = Text(row, 1);
                Add(
                    sums,
                    Text(row, 0),
                    raw.sqlite3_column_int64(row, 6) + raw.sqlite3_column_int64(row, 5) + raw.sqlite3_column_int64(row, 3)
                );
            }
        );
        return facts;
    }

    private static long Each(SqliteConnection connection, string sql, Action<sqlite3_stmt> take)
    {
        raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement);
        using (statement)
        {
            var rows = 0L;
            for (; raw.sqlite3_step(statement) == raw.SQLITE_ROW; rows++)
                take(statement);
            return rows;
        }
    }

    private static string Text(sqlite3_stmt row, int column) => raw.sqlite3_column_text(row, column).utf8_to_string() ?? "";

    private static void Add(Dictionary<string, long> sums, string key, long value) =>
        CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += value;
}
