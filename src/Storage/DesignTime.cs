using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> see the SQLite model; it opens no database.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteGameContext>
{
    public SqliteGameContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteGameContext>();
        ContextOptions.UseSqlite(options, "Data Source=:memory:");
        return new(options.Options);
    }
}

/// <summary>Lets <c>dotnet ef migrations add</c> see the PostgreSQL model; it opens no database.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresGameContext>
{
    public PostgresGameContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresGameContext>();
        ContextOptions.UsePostgres(options, "Host=127.0.0.1");
        return new(options.Options);
    }
}
