using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Storage.Writing;

/// <summary>The statements of one connection, each prepared once and run in a loop over its rows.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    /// <summary>So many rows are written in the order of their key: each page of an index is then filled once, and not sought for every row.</summary>
    private const int Many = 2_000;

    private readonly Dictionary<object, SqliteStatement> prepared = [];

    public IReadOnlyList<TRow> Read<TKey, TRow>(KeyedRead<TKey, TRow> read, IReadOnlyCollection<TKey> keys)
    {
        var statement = Prepared(read, Sql);
        var rows = new List<TRow>();
        foreach (var key in keys)
        {
            try
            {
                foreach (var field in read.Key)
                    field.Bind(key, statement);
                while (statement.Step())
                    rows.Add(read.Map(statement));
            }
            finally
            {
                statement.Reset();
            }
        }

        return rows;
    }

    public IReadOnlyList<TRow> Query<TRow>(Query<TRow> query, IReadOnlyList<string> arguments)
    {
        var statement = Prepared(query, asked => asked.Sql);
        try
        {
            foreach (var argument in arguments)
                ((IParameters)statement).Text(argument);

            var rows = new List<TRow>();
            while (statement.Step())
                rows.Add(query.Map(statement));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    public IReadOnlyList<T> Write<T>(Upsert<T> upsert, IReadOnlyCollection<T> rows)
    {
        var statement = Prepared(upsert, Sql);
        var ordered = rows.Count < Many ? [.. rows] : upsert.InOrder(rows);
        var written = upsert.LeavesOut ? new List<T>(rows.Count) : null;
        foreach (var row in ordered)
        {
            try
            {
                foreach (var field in upsert.Fields)
                    field.Bind(row, statement);
                statement.Step();
                if (written is not null && statement.TookEffect)
                    written.Add(row);
            }
            finally
            {
                statement.Reset();
            }
        }

        return written ?? ordered;
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
            statement.Dispose();
    }

    private SqliteStatement Prepared<T>(T what, Func<T, string> sql)
        where T : class
    {
        if (!prepared.TryGetValue(what, out var statement))
            prepared[what] = statement = new(connection.Handle!, sql(what));
        return statement;
    }

    private static string Sql<TKey, TRow>(KeyedRead<TKey, TRow> read)
    {
        object?[] places = [.. Places(read.Key.Count)];
        return $"SELECT {read.Columns} FROM {read.Table} AS t WHERE {string.Format(CultureInfo.InvariantCulture, read.Condition, places)}";
    }

    private static string Sql<T>(Upsert<T> upsert) =>
        $"{upsert.Into} VALUES ({string.Join(", ", Places(upsert.Fields.Count))}) {upsert.Conflict}";

    private static IEnumerable<string> Places(int count) =>
        Enumerable.Range(1, count).Select(place => string.Create(CultureInfo.InvariantCulture, $"?{place}"));
}
