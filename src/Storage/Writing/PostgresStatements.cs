using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Storage.Writing;

/// <summary>The statements of one connection, each prepared once and run once for all its rows.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<object, NpgsqlCommand> prepared = [];

    public async Task<IReadOnlyList<TRow>> ReadAsync<TKey, TRow>(
        KeyedRead<TKey, TRow> read,
        IReadOnlyCollection<TKey> keys,
        CancellationToken ct
    )
    {
        var command = await PreparedAsync(read, Sql, read.Key, ct);
        PostgresColumns.Bind(command, read.Key, keys);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new PostgresRow(reader);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(read.Map(row));
        return rows;
    }

    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Query<TRow> query, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var command = await PreparedAsync(query, arguments.Count, ct);
        for (var place = 0; place < arguments.Count; place++)
            command.Parameters[place].Value = arguments[place];

        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new PostgresRow(reader);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(query.Map(row));
        return rows;
    }

    public async Task<IReadOnlyList<T>> WriteAsync<T>(Upsert<T> upsert, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var command = await PreparedAsync(upsert, Sql, upsert.Fields, ct);
        PostgresColumns.Bind(command, upsert.Fields, rows);
        if (!upsert.LeavesOut)
        {
            await command.ExecuteNonQueryAsync(ct);
            return [.. rows];
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new PostgresRow(reader);
        var written = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            written.Add(Packed.Of(Enumerable.Range(0, upsert.Keys).Select(row.Text)));
        return [.. rows.Where(candidate => written.Contains(upsert.KeyOf(candidate)))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
            await command.DisposeAsync();
    }

    private async Task<NpgsqlCommand> PreparedAsync<TRow>(Query<TRow> query, int places, CancellationToken ct)
    {
        if (prepared.TryGetValue(query, out var command))
            return command;

        command = new(query.Sql, connection);
        for (var place = 0; place < places; place++)
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text });
        await command.PrepareAsync(ct);
        return prepared[query] = command;
    }

    private async Task<NpgsqlCommand> PreparedAsync<T, TKey>(
        T what,
        Func<T, string> sql,
        IReadOnlyList<Field<TKey>> parameters,
        CancellationToken ct
    )
        where T : class
    {
        if (prepared.TryGetValue(what, out var command))
            return command;

        command = new(sql(what), connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | TypeOf(parameter) });
        await command.PrepareAsync(ct);
        return prepared[what] = command;
    }

    private static NpgsqlDbType TypeOf<T>(Field<T> field) =>
        field switch
        {
            Field<T>.Text => NpgsqlDbType.Text,
            Field<T>.Number => NpgsqlDbType.Bigint,
            _ => NpgsqlDbType.Boolean,
        };

    private static string Sql<TKey, TRow>(KeyedRead<TKey, TRow> read)
    {
        var names = read.Key.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"k{i}")).ToList();
        object?[] places = [.. names.Select(name => $"k.{name}")];
        return $"SELECT {read.Columns} FROM {PostgresColumns.Unnest(read.Key)} AS k({string.Join(", ", names)}) "
            + $"JOIN {read.Table} AS t ON {string.Format(CultureInfo.InvariantCulture, read.Condition, places)}";
    }

    /// <summary>Rows in the order of their key, so that statements of several transactions can only wait for each other in one direction.</summary>
    private static string Sql<T>(Upsert<T> upsert) =>
        $"{upsert.Into} SELECT * FROM {PostgresColumns.Unnest(upsert.Fields)} AS r({upsert.Names}) ORDER BY {upsert.Key} {upsert.Conflict}"
        + (upsert.LeavesOut ? $" RETURNING {upsert.Key}" : "");
}
