using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Storage;

/// <summary>How a context reaches its database: the same for the host, the tools and the tests.</summary>
internal static class ContextOptions
{
    private static readonly SqliteSettings Settings = new();

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(Settings).ReplaceService<IMigrationsSqlGenerator, SqliteTables>();

    /// <summary>Over a connection that somebody else opened and closes.</summary>
    public static void UseSqlite(DbContextOptionsBuilder options, DbConnection connection) =>
        options.UseSqlite(connection).ReplaceService<IMigrationsSqlGenerator, SqliteTables>();

    public static void UsePostgres(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    /// <summary>Over a connection that somebody else opened and closes.</summary>
    public static void UsePostgres(DbContextOptionsBuilder options, DbConnection connection) => options.UseNpgsql(connection);
}
