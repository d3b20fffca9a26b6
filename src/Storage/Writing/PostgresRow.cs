using Npgsql;

namespace Storage.Writing;

internal sealed class PostgresRow(NpgsqlDataReader reader) : IRow
{
    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public string Shared(int column) => Text(column);

    public string? SharedOrNull(int column) => TextOrNull(column);

    public long Number(int column) => reader.GetInt64(column);

    public long? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public bool Flag(int column) => reader.GetBoolean(column);
}
