using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Storage.Writing;

/// <summary>
/// PostgreSQL's write lock is an advisory lock held by the transaction, taken alone and first at READ COMMITTED: at a higher level the
/// snapshot would be older than the lock. A dead host's lock is freed by <c>idle_in_transaction_session_timeout</c>.
/// </summary>
/// <param name="access">Who only reads takes no lock: a transaction then is one snapshot.</param>
internal sealed class PostgresWriteConnection(string connectionString, Access access = Access.Write) : IWriteConnection
{
    private readonly string unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private const string Settings = "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s'; SET synchronous_commit = on";
    private const string Lock = "SELECT pg_advisory_xact_lock(1)";

    private NpgsqlConnection? connection;
    private PostgresStatements? statements;
    private NpgsqlTransaction? transaction;
    private GameContext? context;

    public GameContext Context => context ??= CreateContext();

    public async Task BeginAsync(CancellationToken ct)
    {
        if (connection is null)
        {
            var opened = new NpgsqlConnection(unpooled);
            await opened.OpenAsync(ct);
            (connection, statements) = (opened, new(opened));
            await ExecuteAsync(Settings, ct);
        }

        var isolation = access is Access.Write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead;
        transaction = await connection.BeginTransactionAsync(isolation, ct);
        if (access is Access.Write)
            await ExecuteAsync(Lock, ct);
    }

    public Task<IReadOnlyList<TRow>> ReadAsync<TKey, TRow>(
        KeyedRead<TKey, TRow> read,
        IReadOnlyCollection<TKey> keys,
        CancellationToken ct
    ) => keys.Count == 0 ? Task.FromResult<IReadOnlyList<TRow>>([]) : statements!.ReadAsync(read, keys, ct);

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Query<TRow> query, IReadOnlyList<string> arguments, CancellationToken ct) =>
        statements!.QueryAsync(query, arguments, ct);

    public Task<IReadOnlyList<T>> WriteAsync<T>(Upsert<T> upsert, IReadOnlyCollection<T> rows, CancellationToken ct) =>
        rows.Count == 0 ? Task.FromResult<IReadOnlyList<T>>([]) : statements!.WriteAsync(upsert, rows, ct);

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
        await using var prepared = statements;
        (connection, statements) = (null, null);
        await EndAsync();
    }

    private PostgresGameContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<PostgresGameContext>();
        ContextOptions.UsePostgres(options, connection!);
        var created = new PostgresGameContext(options.Options);
        created.Database.UseTransaction(transaction);
        return created;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task EndAsync()
    {
        await using var ended = transaction;
        await using var used = context;
        (transaction, context) = (null, null);
    }
}
