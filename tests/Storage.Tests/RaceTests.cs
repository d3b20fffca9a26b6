using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

public abstract class RaceTests(TestDatabase database) : StorageTest(database)
{
    private const int Writers = 8;
    private const int Each = 12;

    private static readonly Rulebook FiftyQuotes = Rulebook.Default with
    {
        Badges = [new("fifty", "Fifty", "Fifty quotes.", BadgeCategory.Milestone, new Trigger.Quotes(50))],
    };

    [DatabaseFact]
    public async Task Eight_writers_in_two_hosts_that_pass_50_quotes_together_earn_the_badge_once()
    {
        await Company.FoundAsync(Store);
        await using var left = Database.StartHost(rules: FiftyQuotes);
        await using var right = Database.StartHost(rules: FiftyQuotes);

        await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer % 2 == 0 ? left : right, writer)))
        );

        await using var db = Open();
        Assert.Equal(Writers * Each, await db.Facts.CountAsync());
        Assert.Equal(Writers * Each, await db.Entries.SumAsync(entry => entry.Quotes));
        Assert.Equal(Writers * Each, await db.Tallies.Where(tally => tally.Period == Period.All.Key).MaxAsync(tally => tally.Quotes));
        Assert.Equal(Writers * Each, (await db.Progress.SingleAsync()).Actual);
        Assert.Equal(0, Assert.Single(await db.Awards.ToListAsync()).Revision);
        Assert.Equal(
            ["channel:web:north", "person:ann"],
            await db.Outbox.OrderBy(row => row.Recipient).Select(row => row.Recipient).ToListAsync()
        );
        var numbers = await db.Commits.OrderBy(commit => commit.Number).Select(commit => commit.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (Writers * Each) + 1).Select(number => (long)number), numbers);
    }

    /// <summary>Each quote a minute later than the last, those of the writers between each other: most arrive out of order.</summary>
    private static async Task WriteAsync(IServiceProvider host, int writer)
    {
        for (var i = 0; i < Each; i++)
        {
            var minute = Company.Number((i * Writers) + writer);
            var at = Company.At("2026-11-18 09:00") + Duration.FromMinutes((i * Writers) + writer);
            await host.RecordAsync(
                new Reported(Company.Id(minute), new Activity.QuoteSent(minute, null, Company.Mail("ann"), null), at, at, "{}")
            );
        }
    }
}

public sealed class SqliteRaceTests() : RaceTests(new SqliteDatabase());

public sealed class PostgresRaceTests() : RaceTests(new PostgresDatabase()), IOnPostgres;
