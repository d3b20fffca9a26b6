using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Storage.Writing;

/// <summary>SQLite's write lock is the file's: <c>BEGIN IMMEDIATE</c>.</summary>
internal sealed class SqliteWriteConnection(string connectionString) : IWriteConnection
{
    private SqliteConnection? connection;
    private SqliteTransaction? transaction;
    private GameContext? context;

    public GameContext Context => context ??= CreateContext();

    public async Task BeginAsync(CancellationToken ct)
    {
        if (connection is null)
        {
            var opened = new SqliteConnection(connectionString) { DefaultTimeout = (int)PlayStore.Patience.TotalSeconds };
            await opened.OpenAsync(ct);
            SqliteSettings.Apply(opened);
            await SqliteSettings.UseWriteAheadLogAsync(opened, ct);
            connection = opened;
        }

        transaction = connection.BeginTransaction(deferred: false);
    }

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
        await EndAsync();
        if (connection is { } open)
            await open.DisposeAsync();
        connection = null;
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
        if (context is { } used)
            await used.DisposeAsync();
        if (transaction is { } ended)
            await ended.DisposeAsync();
        (context, transaction) = (null, null);
    }
}
