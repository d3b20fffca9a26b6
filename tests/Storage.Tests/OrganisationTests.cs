using Gamification;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class OrganisationTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Organisation Tokyo = TestDatabase.Paris with
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
        Currency = "JPY",
    };

    [DatabaseFact]
    public async Task Zone_and_currency_may_change_before_the_first_fact()
    {
        await using var moved = Database.StartHost(Tokyo);
        await moved.MigrateAsync(CancellationToken.None);

        await using var again = Database.StartHost(Tokyo);
        await again.MigrateAsync(CancellationToken.None);
    }

    [DatabaseFact]
    public async Task Zone_and_currency_cannot_change_after_the_first_fact_and_the_error_names_the_remedy()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await using var moved = Database.StartHost(Tokyo);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => moved.MigrateAsync(CancellationToken.None));

        Assert.Contains("Organisation__TimeZone=Europe/Paris", error.Message, StringComparison.Ordinal);
        Assert.Contains("Organisation__Currency=EUR", error.Message, StringComparison.Ordinal);
        await Host.MigrateAsync(CancellationToken.None);
    }
}

public sealed class SqliteOrganisationTests() : OrganisationTests(new SqliteDatabase());

public sealed class PostgresOrganisationTests() : OrganisationTests(new PostgresDatabase()), IOnPostgres;
