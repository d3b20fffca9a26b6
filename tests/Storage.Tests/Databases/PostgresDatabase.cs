using Npgsql;

namespace Storage.Tests.Databases;

/// <summary>A database on the server that the environment names, with a collation that is not ordinal, as an installation may have it.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    public const string Variable = "MEDALIST_TEST_POSTGRES";

    private readonly string name = $"medalist_{Guid.NewGuid():N}";

    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>Seconds that hosts started from now on give a command.</summary>
    public int CommandTimeout { get; set; } = 30;

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = name,
            Pooling = false,
            CommandTimeout = CommandTimeout,
        }.ConnectionString;

    protected override StorageOptions Options => new(StorageProvider.PostgreSql, ConnectionString);

    public override Task CreateAsync() =>
        ExecuteAsync($"CREATE DATABASE {name} LOCALE_PROVIDER icu ICU_LOCALE 'en' ENCODING 'UTF8' TEMPLATE template0");

    public override Task DropAsync() => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
