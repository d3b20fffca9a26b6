using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class AvailabilityTests(TestDatabase database) : StorageTest(database)
{
    [DatabaseFact]
    public async Task A_host_that_waits_five_seconds_for_the_lock_is_told_to_try_later_and_can()
    {
        await Company.FoundAsync(Store);
        await using var other = Database.StartHost();
        var store = other.GetRequiredService<PlayStore>();
        await using (await Store.BeginAsync(Company.Now, CancellationToken.None))
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.RecordAsync(Company.Quote("q1", "ann")));

        await store.RecordAsync(Company.Quote("q1", "ann"));

        await using var db = Open();
        Assert.Equal(1, await db.Facts.CountAsync());
    }

    [DatabaseFact]
    public async Task A_host_that_dies_between_write_and_commit_leaves_nothing_half_stored()
    {
        await Company.FoundAsync(Store);
        var dying = Database.StartHost();
        var write = await dying.GetRequiredService<PlayStore>().BeginAsync(Company.Now, CancellationToken.None);
        await write.PlayAsync([Company.Quote("q1", "ann"), Company.Win("d1", "ann", 10)]);
        await dying.DisposeAsync();

        await Store.RecordAsync(Company.Quote("q2", "ann"));

        await using var db = Open();
        Assert.Equal("q2", (await db.Facts.SingleAsync()).ExternalId);
        Assert.Equal(15, await db.Entries.SumAsync(entry => entry.Points));
    }

    [DatabaseFact]
    public async Task A_database_that_is_away_is_said_to_be_unavailable()
    {
        await using var host = new ServiceCollection().AddStorage(Away, TestDatabase.Paris, Rulebook.Default).BuildServiceProvider();
        var store = host.GetRequiredService<PlayStore>();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BeginAsync(Company.Now, CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BeginAsync(Company.Now, CancellationToken.None));
    }

    [DatabaseFact]
    public async Task A_question_to_a_database_that_is_away_is_known_as_such()
    {
        await using var host = new ServiceCollection().AddStorage(Away, TestDatabase.Paris, Rulebook.Default).BuildServiceProvider();
        var teams = host.GetRequiredService<DirectoryReader>();

        var away = await Assert.ThrowsAnyAsync<Exception>(() => teams.TeamsAsync(CancellationToken.None));

        Assert.True(StoreUnavailableException.IsMeantBy(away), away.ToString());
        Assert.False(StoreUnavailableException.IsMeantBy(new InvalidOperationException("A bug of ours.")));
    }

    protected abstract StorageOptions Away { get; }
}

public sealed class SqliteAvailabilityTests() : AvailabilityTests(new SqliteDatabase())
{
    protected override StorageOptions Away => new(StorageProvider.Sqlite, "Data Source=/nowhere/medalist.db");
}

public sealed class PostgresAvailabilityTests() : AvailabilityTests(new PostgresDatabase()), IOnPostgres
{
    protected override StorageOptions Away => new(StorageProvider.PostgreSql, "Host=127.0.0.1;Port=1;Database=away;Username=away");
}
