using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Storage.Writing;

/// <summary>SQLite's write lock is the file's: <c>BEGIN IMMEDIATE</c>.</summary>
/// <param name="access">Who only reads takes no lock: a transaction then is one snapshot.</param>
internal sealed class SqliteWriteConnection(string connectionString, Access access = Access.Write) : IWriteConnection
{
    private readonly string unpooled = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private SqliteConnection? connection;
    private SqliteStatements? statements;
    private SqliteTransaction? transaction;
    private GameContext? context;

    public GameContext Context => context ??= CreateContext();

    public async Task BeginAsync(CancellationToken ct)
    {
        if (connection is null)
        {
            var opened = new SqliteConnection(unpooled) { DefaultTimeout = (int)PlayStore.Patience.TotalSeconds };
            await opened.OpenAsync(ct);
            if (access is Access.Read)
                SqliteSettings.ApplyForReadingAll(opened);
            else
                SqliteSettings.ApplyForLongWork(opened);
            await SqliteSettings.UseWriteAheadLogAsync(opened, ct);
            (connection, statements) = (opened, new(opened));
        }

        transaction = connection.BeginTransaction(deferred: access is Access.Read);
    }

    public Task<IReadOnlyList<TRow>> ReadAsync<TKey, TRow>(
        KeyedRead<TKey, TRow> read,
        IReadOnlyCollection<TKey> keys,
        CancellationToken ct
    ) => Task.FromResult(keys.Count == 0 ? [] : statements!.Read(read, keys));

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Query<TRow> query, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Task.FromResult(statements!.Query(query, arguments));

    public Task<IReadOnlyList<T>> WriteAsync<T>(Upsert<T> upsert, IReadOnlyCollection<T> rows, CancellationToken ct) =>
        Task.FromResult(rows.Count == 0 ? [] : statements!.Write(upsert, rows));

    public async Task CommitAsync(CancellationToken ct)
    {
        await transaction!.CommitAsync(ct);
        await EndAsync();
    }

    public async Task RollbackAsync()
    {
        if (transaction is { } open)
            await open.RollbackAsync();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await using var closing = connection;
        using var prepared = statements;
        (connection, statements) = (null, null);
        await EndAsync();
    }

    private SqliteGameContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<SqliteGameContext>();
        ContextOptions.UseSqlite(options, connection!);
        var created = new SqliteGameContext(options.Options);
        created.Database.UseTransaction(transaction);
        return created;
    }

    private async Task EndAsync()
    {
        await using var ended = transaction;
        await using var used = context;
        (transaction, context) = (null, null);
    }
}
