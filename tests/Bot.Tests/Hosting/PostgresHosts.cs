using EndToEnd.Tests.Hosting;
using Npgsql;

namespace Bot.Tests.Hosting;

/// <summary>What hosts of one PostgreSQL database are started with, over a way that can be cut.</summary>
internal sealed class PostgresHosts : IAsyncDisposable
{
    private readonly Postgres database;

    private PostgresHosts(Postgres database)
    {
        this.database = database;
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Way = new(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", Way.Port);
        Settings = [("Storage:Provider", "PostgreSql"), ("Storage:ConnectionString", server.ConnectionString)];
    }

    public Cable Way { get; }

    public (string Name, string? Value)[] Settings { get; }

    public static async Task<PostgresHosts> CreateAsync() => new(await Postgres.CreateAsync());

    public async ValueTask DisposeAsync()
    {
        await Way.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await database.DisposeAsync();
    }
}
