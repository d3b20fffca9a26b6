using Gamification;
using Gamification.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
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

    /// <summary>An update of a large database holds it for minutes.</summary>
    [DatabaseFact]
    public async Task A_host_that_starts_while_another_holds_the_database_for_long_waits_for_it_and_starts()
    {
        await using var second = Database.StartHost();
        Task starting;
        await using (await Store.BeginAsync(Company.At("2026-11-18 08:00"), default))
        {
            starting = Task.Run(() => second.MigrateAsync(CancellationToken.None));
            await Task.WhenAny(starting, Task.Delay(PlayStore.Patience + TimeSpan.FromSeconds(1)));
        }

        await starting;
    }

    [DatabaseFact]
    public async Task Who_is_inactive_when_that_gets_a_history_is_so_since_the_latest_that_was_granted_to_them_or_else_since_ever()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(5))));
        await Store.RecordAsync(Company.Quote("q1", "ann", "2026-11-18 08:00"));
        await using var db = Open();
        await BeforeAsync(db, "Inactivity");
        PersonId[] left = [new("bob"), new("dan")];
        await db.People.Where(row => left.Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(person => person.Active, false));

        await db.GetService<IMigrator>().MigrateAsync();

        var spans = await db.Inactivities.OrderBy(span => span.Person).Select(span => new { span.Person, span.Since }).ToListAsync();
        Assert.Equal(["bob", "dan"], spans.Select(span => span.Person.Value));
        Assert.InRange(
            spans[0].Since!.Value,
            Company.At("2026-11-18 08:00"),
            Company.At("2026-11-18 08:00") + NodaTime.Duration.FromMilliseconds(1)
        );
        Assert.Null(spans[1].Since);
        await Store.ChangeAsync(Company.Person("cyd", "south"));
        Assert.Equal(2, (await db.RewardsAsync()).Count);
    }

    [DatabaseFact]
    public async Task Lines_that_were_kept_by_activity_are_kept_by_person_and_none_is_lost()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(
            Company.Quote("q1", "ann", "2026-11-17 10:00", deal: "d1"),
            Company.Quote("q2", "bob", "2026-11-17 11:00", deal: "d1"),
            Company.Win("w1", "ann", 700, "2026-11-17 15:00", deal: "d1")
        );
        await using var db = Open();
        var before = await LinesAsync(db);
        await BeforeAsync(db, "LinesByPerson");

        await db.GetService<IMigrator>().MigrateAsync();

        Assert.Equal(before, await LinesAsync(db));
        Assert.Empty(await Host.VerifyAsync());
        await Store.RecordAsync(Company.Quote("q3", "ann", "2026-11-18 10:00"));
        Assert.Contains(await LinesAsync(db), line => line.Contains("q3", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task The_model_and_the_migrations_say_the_same()
    {
        await using var db = Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    /// <summary>The database as it was before a migration.</summary>
    protected static Task BeforeAsync(GameContext db, string migration) =>
        db.GetService<IMigrator>()
            .MigrateAsync(db.Database.GetMigrations().TakeWhile(name => !name.EndsWith($"_{migration}", StringComparison.Ordinal)).Last());

    private static async Task<List<string>> LinesAsync(GameContext db) =>
        await db
            .Entries.OrderBy(line => line.Person)
            .ThenBy(line => line.ExternalId)
            .ThenBy(line => line.Rule)
            .Select(line =>
                $"{line.Person} {line.Rule} {line.ExternalId} {line.Grouping} {line.Team} {line.Reason} {line.Revenue} {line.Points}"
            )
            .ToListAsync();
}

public sealed class SqliteMigrationTests() : MigrationTests(new SqliteDatabase());

public sealed class PostgresMigrationTests() : MigrationTests(new PostgresDatabase()), IOnPostgres
{
    /// <summary>On a large table an index takes minutes; here it waits two seconds for somebody who reads.</summary>
    [DatabaseFact]
    public async Task An_update_may_take_longer_than_a_command_is_usually_given()
    {
        await using var db = Open();
        await BeforeAsync(db, "WholeFactsByPerson");
        var postgres = (PostgresDatabase)Database;
        await using var reader = new NpgsqlConnection(postgres.ConnectionString);
        await reader.OpenAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await new NpgsqlCommand("LOCK TABLE fact IN ACCESS SHARE MODE", reader).ExecuteNonQueryAsync();
        postgres.CommandTimeout = 1;
        await using var host = postgres.StartHost();

        var update = host.MigrateAsync(CancellationToken.None);
        await Task.WhenAny(update, Task.Delay(TimeSpan.FromSeconds(2)));
        await reading.RollbackAsync();
        await update;

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
