using Npgsql;

namespace EndToEnd.Tests.Hosting;

/// <summary>A database of its own on the server that MEDALIST_TEST_POSTGRES names.</summary>
internal sealed class Postgres : IAsyncDisposable
{
    public static string? Server { get; } =
        Environment.GetEnvironmentVariable("MEDALIST_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    private readonly string name = $"medalist_{Guid.NewGuid():N}";

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;

    public static async Task<Postgres> CreateAsync()
    {
        var database = new Postgres();
        await ExecuteAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
