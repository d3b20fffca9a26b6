using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Storage.Writing;

/// <summary>
/// A prepared statement used again and again. It speaks to SQLite directly: a command of the ADO provider looks up every parameter by its
/// name and boxes every value, which costs more than the statement itself.
/// </summary>
internal sealed class SqliteStatement : IParameters, IRow, IDisposable
{
    private const int LongestOnStack = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly SqliteHandle handle;
    private readonly SharedTexts shared = new();
    private int bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        handle = new(statement);
    }

    /// <summary>Whether the last step changed or added a row.</summary>
    public bool TookEffect => raw.sqlite3_changes(database) > 0;

    /// <summary>Forgets the last run; parameters are bound from the first again.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(statement);
        bound = 0;
    }

    /// <summary>True while there is a row to read.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, database);
        return result is raw.SQLITE_ROW;
    }

    void IParameters.Text(string? value)
    {
        bound++;
        if (value is null)
        {
            Check(handle.Bind(bound, null));
            return;
        }

        var length = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[length];
        Check(raw.sqlite3_bind_text(statement, bound, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
    }

    void IParameters.Number(long? value) => Check(handle.Bind(++bound, value));

    void IParameters.Flag(bool value) => Check(handle.Bind(++bound, value ? 1 : 0));

    string IRow.Text(int column) => Encoding.UTF8.GetString(handle.Bytes(column));

    string? IRow.TextOrNull(int column) =>
        handle.Bytes(column) is { Length: > 0 } text ? Encoding.UTF8.GetString(text) : EmptyOrNull(column);

    string IRow.Shared(int column) => shared.Of(handle.Bytes(column));

    string? IRow.SharedOrNull(int column) => handle.Bytes(column) is { Length: > 0 } text ? shared.Of(text) : EmptyOrNull(column);

    long IRow.Number(int column) => handle.Number(column);

    long? IRow.NumberOrNull(int column) => handle.Number(column) is var number && (number != 0 || !handle.IsNull(column)) ? number : null;

    bool IRow.Flag(int column) => handle.Number(column) != 0;

    public void Dispose() => statement.Dispose();

    private string? EmptyOrNull(int column) => handle.IsNull(column) ? null : "";

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
