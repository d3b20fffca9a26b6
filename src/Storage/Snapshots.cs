using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>A transaction that only reads, so that several queries see one and the same commit.</summary>
internal static class Snapshots
{
    public static async Task<IAsyncDisposable> BeginAsync(GameContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

        // EF would begin an immediate transaction, which waits for the writer.
        await db.Database.OpenConnectionAsync(ct);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return transaction;
    }
}
