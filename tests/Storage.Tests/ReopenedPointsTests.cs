using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>
/// Points that an accelerator paid in a November that is open again, on both databases: 10 a percentage point of 100,000 euros from
/// 100 %, 20 from 110 %.
/// </summary>
public abstract class ReopenedPointsTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Period November = Period.Of(PeriodKind.Month, new LocalDate(2026, 11, 18));

    [DatabaseFact]
    public async Task What_was_issued_stays_what_is_missing_comes_once_and_a_replay_posts_nothing()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(
            Promise
                .Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00)
                .Paying(new Accelerator.Marginal(AcceleratorUnit.Points, [new(100_00, 110_00, 10), new(110_00, 130_00, 20)], null, null))
        );
        await Store.RecordAsync(Company.Win("d1", "ann", 102_000, "2026-11-03 10:00"));
        await Store.RecordAsync(Company.Win("d2", "ann", 10_000, "2026-11-04 10:00"));
        await CloseAsync("2026-12-03 00:00");
        await Store.RecordAsync(
            Company.Report("cut", "2026-11-05 10:00", new Activity.DealAmountChanged("d2", Money.Of(6_000_00, "EUR"))) with
            {
                Received = Company.At("2026-12-04 10:00"),
            }
        );

        await ReopenAsync();

        Assert.Equal([("d1", 20L), ("d2", 120L)], await PostedAsync());
        Assert.Empty(await Host.VerifyAsync());
        await Store.RecordAsync(Company.Win("d3", "ann", 3_000, "2026-11-20 10:00"));
        Assert.Equal([("d1", 20L), ("d2", 120L)], await PostedAsync());
        await Store.RecordAsync(Company.Win("d4", "ann", 2_000, "2026-11-21 10:00"));
        Assert.Equal([("d1", 20L), ("d2", 120L), ("d4", 20L)], await PostedAsync());
        Assert.Empty(await Host.VerifyAsync());
        await CloseAsync("2026-12-05 00:00");
        await Host.MendAsync();
        await Host.MendAsync();
        Assert.Equal([("d1", 20L), ("d2", 120L), ("d4", 20L)], await PostedAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    private async Task<IEnumerable<(string Deal, long Points)>> PostedAsync()
    {
        await using var db = Open();
        return (await db.Entries.Where(row => row.Rule.StartsWith("bonus.")).ToListAsync())
            .OrderBy(row => row.ExternalId, StringComparer.Ordinal)
            .Select(row => (row.ExternalId, row.Points));
    }

    private async Task CloseAsync(string at)
    {
        await using var write = await Store.BeginAsync(Company.At(at), CancellationToken.None);
        Assert.True(await write.CloseAsync(November, Company.At(at), CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task ReopenAsync()
    {
        await using var write = await Store.BeginAsync(Company.At("2026-12-04 12:00"), CancellationToken.None);
        var reopening = await write.ReopenAsync([November.Key], CancellationToken.None);
        Assert.Empty(reopening!.Also);
        await write.RecountAsync(reopening.Again);
        await write.CommitAsync(CancellationToken.None);
    }
}

public sealed class SqliteReopenedPointsTests() : ReopenedPointsTests(new SqliteDatabase());

public sealed class PostgresReopenedPointsTests() : ReopenedPointsTests(new PostgresDatabase()), IOnPostgres;
