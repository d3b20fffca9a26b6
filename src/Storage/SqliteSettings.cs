using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storage;

/// <summary>What every SQLite connection of this product needs: patience with other processes, and commits that survive a power cut.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";

    /// <summary>64 MiB of pages for a connection that touches all of the game: with the default of 2 MiB a long history is read again and again.</summary>
    private const string LargeCache = "PRAGMA cache_size = -65536;";

    /// <summary>
    /// 16 MiB for each of the few connections that read all of it once: the inner pages of the indexes of ten million facts stay, of which
    /// with 4 MiB each look-up reads one again. Leaves are not asked for again.
    /// </summary>
    private const string ReadingCache = "PRAGMA cache_size = -16384;";

    public static void Apply(DbConnection connection) => Execute(connection, Pragmas);

    /// <summary>For the few connections that stay open and work through the whole game.</summary>
    public static void ApplyForLongWork(DbConnection connection) => Execute(connection, Pragmas + LargeCache);

    public static void ApplyForReadingAll(DbConnection connection) => Execute(connection, Pragmas + ReadingCache);

    /// <summary>The write-ahead log lets readers go on while one writes. It is a property of the file, so it is set once.</summary>
    public static async Task UseWriteAheadLogAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL;";
        await command.ExecuteNonQueryAsync(ct);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Execute(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
