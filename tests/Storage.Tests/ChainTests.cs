using Gamification.Activities;
using Gamification.Goals;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>Goals that unlock one another, on both databases.</summary>
public abstract class ChainTests(TestDatabase database) : StorageTest(database)
{
    [DatabaseFact]
    public async Task Three_in_a_row_are_unlocked_and_paid_by_one_quote_in_one_commit()
    {
        await Company.FoundAsync(Store);
        foreach (var (id, after) in new[] { ("a", null), ("b", "a"), ("c", "b") })
            await Store.PromiseAsync(Chained(id, Metric.Quotes, after));

        await Store.RecordAsync(Company.Quote("q1", "ann"));

        await using var db = Open();
        Assert.Equal(["b q1", "c q1"], await UnlocksAsync(db));
        Assert.Equal(3, (await db.RewardsAsync()).Count);
        Assert.Empty(await Host.VerifyAsync());
        await Store.RecordAsync(Company.Report("v1", "2026-11-18 09:00", new Activity.QuoteVoided("q1")));
        Assert.Empty(await db.RewardsAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Twelve_ranges_in_a_row_are_unlocked_by_one_quote_and_stay_so_when_that_is_voided()
    {
        await Company.FoundAsync(Store);
        var monday = new LocalDate(2026, 11, 16);
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-16 10:00"));
        foreach (var depth in Enumerable.Range(1, GoalsInARow))
            await Store.PromiseAsync(
                Chained($"g{depth:00}", depth == 1 ? Metric.Quotes : Metric.Deals, depth == 1 ? null : $"g{depth - 1:00}")
                    .OnlyIn(Period.Custom(monday.PlusDays(-depth), monday.PlusDays(10 + depth)))
            );

        await Store.RecordAsync(Company.Quote("q1", "ann"));

        await using var db = Open();
        Assert.Equal(Enumerable.Range(2, GoalsInARow - 1).Select(depth => $"g{depth:00} q1"), await UnlocksAsync(db));
        Assert.Equal(GoalsInARow, (await db.RewardsAsync()).Count);
        Assert.Empty(await Host.VerifyAsync());
        await Store.RecordAsync(Company.Report("v1", "2026-11-18 09:00", new Activity.QuoteVoided("q1")));
        Assert.Equal(GoalsInARow - 1, (await db.RewardsAsync()).Count);
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task An_unlock_that_is_lost_is_named_by_a_verification_and_mended()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Chained("a", Metric.Quotes));
        await Store.PromiseAsync(Chained("b", Metric.Deals, "a"));
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await using var db = Open();
        await db.Unlocks.ExecuteDeleteAsync();

        var found = Assert.Single(await Host.VerifyAsync());
        Assert.Equal((DifferenceKind.Unlock, "b/person:ann/2026-11"), (found.Kind, found.Key));
        await Host.MendAsync();

        Assert.Equal(["b q1"], await UnlocksAsync(db));
        Assert.Empty(await Host.VerifyAsync());
    }

    private const int GoalsInARow = 12;

    private static Goal Chained(string id, Metric metric, string? after = null)
    {
        var goal = Promise.Goal(id, Promise.Person("ann"), metric, 1, Promise.Base(Promise.Coins(1)));
        return after is null ? goal : goal.After(after, from: CountFrom.PeriodStart);
    }

    private static async Task<IEnumerable<string>> UnlocksAsync(GameContext db) =>
        (await db.Unlocks.AsNoTracking().ToListAsync())
            .Select(unlock => $"{unlock.Goal} {unlock.ExternalId}")
            .Order(StringComparer.Ordinal);
}

public sealed class SqliteChainTests() : ChainTests(new SqliteDatabase());

public sealed class PostgresChainTests() : ChainTests(new PostgresDatabase()), IOnPostgres;
