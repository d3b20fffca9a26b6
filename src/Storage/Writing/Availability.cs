using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Storage.Writing;

/// <summary>Tells a database that cannot answer now from a bug.</summary>
internal static class Availability
{
    /// <summary>idle_in_transaction_session_timeout, which has no name in the driver.</summary>
    private const string IdleTooLong = "25P03";

    private const string Locked = "The database was locked for too long.";

    /// <summary>Runs work on the database; one that is away, locked or full becomes a <see cref="StoreUnavailableException"/>.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (ReasonOf(exception) is { } reason)
        {
            throw new StoreUnavailableException(reason, exception);
        }
    }

    /// <summary>Whether somebody else held for too long what was asked for.</summary>
    public static bool IsLocked(Exception exception) => ReasonOf(exception) is Locked;

    /// <summary>Null for what is no matter of the database's being there.</summary>
    public static string? ReasonOf(Exception exception) =>
        exception switch
        {
            SqliteException sqlite => ReasonOf(sqlite),
            PostgresException postgres => ReasonOf(postgres),
            NpgsqlException => "The database cannot be reached.",
            DbUpdateException or InvalidOperationException when exception.InnerException is { } inner => ReasonOf(inner),
            _ => null,
        };

    private static string? ReasonOf(SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Locked,
            raw.SQLITE_FULL => "The disk is full.",
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => "The database file cannot be read or written.",
            raw.SQLITE_READONLY => "The database file is read-only.",
            _ => null,
        };

    private static string? ReasonOf(PostgresException exception) =>
        exception.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable => Locked,
            PostgresErrorCodes.DiskFull => "The disk is full.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "The database is read-only.",
            IdleTooLong => "The transaction waited too long and was ended by the database.",
            var state when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) =>
                "The database is shutting down or cannot be reached.",
            var state when state.StartsWith("53", StringComparison.Ordinal) => "The database has no room for more work.",
            _ => null,
        };
}
