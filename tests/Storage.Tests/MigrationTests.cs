using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class MigrationTests(TestDatabase database) : StorageTest(database)
{
    [DatabaseFact]
    public async Task A_second_start_changes_nothing()
    {
        await Host.MigrateAsync(CancellationToken.None);

        await using var db = Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(["web:org"], (await db.Channels.ToListAsync()).Select(channel => channel.Id.Value));
        Assert.Equal(1, await db.Organisations.CountAsync());
        Assert.Equal(1, await db.Rulebooks.CountAsync());
    }

    [DatabaseFact]
    public async Task Eight_hosts_that_start_at_once_on_an_empty_database_all_start()
    {
        await Database.DropAsync();
        await Database.CreateAsync();
        var hosts = Enumerable.Range(0, 8).Select(_ => Database.StartHost()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.MigrateAsync(CancellationToken.None))));

        await using var db = Open();
        Assert.Equal(1, await db.Channels.CountAsync());
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [DatabaseFact]
    public async Task The_model_and_the_migrations_say_the_same()
    {
        await using var db = Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }
}

public sealed class SqliteMigrationTests() : MigrationTests(new SqliteDatabase());

public sealed class PostgresMigrationTests() : MigrationTests(new PostgresDatabase()), IOnPostgres;
