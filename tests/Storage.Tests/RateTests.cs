using Gamification;
using Gamification.Activities;
using Gamification.Exchange;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Deals in dollars and francs of a company in euros: any order of arrival, and rates that come first, last or in between.</summary>
public abstract class RateTests(TestDatabase database) : StorageTest(database)
{
    private static readonly DatedRate[] Rates = [On("USD", 16, "0.9"), On("USD", 18, "0.5"), On("CHF", 17, "1.0512")];

    /// <summary>Two wins, one reopened and won again, amounts before and after, and one change into a currency without a rate.</summary>
    private static readonly Reported[] History =
    [
        Amount("e1", "2026-11-15 10:00", "d1", 700, "USD"),
        Win("e2", "2026-11-16 10:00", "d1", null),
        Amount("e3", "2026-11-18 10:00", "d1", 1_000, "USD"),
        Company.Report("e4", "2026-11-18 12:00", new Activity.DealReopened("d1")),
        Win("e5", "2026-11-18 13:00", "d1", Money.Of(100_000, "USD")),
        Win("e6", "2026-11-17 10:00", "d2", Money.Of(20_005, "CHF")),
        Amount("e7", "2026-11-17 11:00", "d2", 5, "JPY"),
        Win("e8", "2026-11-16 10:00", "d3", Money.Of(100, "CHF")),
    ];

    [DatabaseFact]
    public async Task However_facts_and_rates_arrive_the_revenue_and_what_waits_are_the_same()
    {
        await Company.FoundAsync(Store);
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var arrivals = History.Select(reported => Renamed(reported, seed)).ToArray();
            random.Shuffle(arrivals);
            var before = seed == 0 ? arrivals.Length : random.Next(arrivals.Length + 1);
            foreach (var group in arrivals[..before].Chunk(1 + random.Next(4)))
                await Store.RecordAsync(group);
            await PutAsync(Rates);
            foreach (var group in arrivals[before..].Chunk(1 + random.Next(4)))
                await Store.RecordAsync(group);

            Assert.Equal((500_00 + 210_29L) * (seed + 1), await RevenueAsync());
            Assert.Equal(["e7", "e8"], await WaitingAsync(seed));
            await ForgetRatesAsync();
        }

        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Another_host_sees_a_new_rate_in_its_very_next_group()
    {
        await Company.FoundAsync(Store);
        await using var other = Database.StartHost();
        await other.RecordAsync(Win("a", "2026-11-18 10:00", "a", Money.Of(100, "USD")));

        await PutAsync([On("USD", 18, "0.5")]);
        await other.RecordAsync(Win("b", "2026-11-18 10:00", "b", Money.Of(100, "USD")));

        Assert.Equal(100, await RevenueAsync());
    }

    private async Task PutAsync(DatedRate[] rates)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutRatesAsync(rates, CancellationToken.None);
        var currencies = rates.Select(rate => rate.Currency).ToHashSet();
        await write.ReleaseAsync(await write.WaitingForRatesAsync(currencies, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>As if none had ever been entered; what is accepted keeps its own.</summary>
    private async Task ForgetRatesAsync()
    {
        await using (var db = Open())
            await db.Rates.ExecuteDeleteAsync();
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutTeamAsync(Company.Team("north"), CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task<long> RevenueAsync()
    {
        await using var db = Open();
        return await db
            .Tallies.Where(row => row.Board == BoardKey.Organisation && row.Period == new PeriodKey("all"))
            .SumAsync(row => row.Revenue);
    }

    private async Task<string[]> WaitingAsync(int seed)
    {
        await using var db = Open();
        var rows = await db.Facts.Where(row => row.State == FactState.Quarantined).Select(row => row.ExternalId).ToListAsync();
        return [.. rows.Where(id => id.EndsWith($"-{seed}", StringComparison.Ordinal)).Select(id => id[..2]).Order(StringComparer.Ordinal)];
    }

    private static Reported Renamed(Reported reported, int seed) =>
        reported with
        {
            Id = Company.Id($"{reported.Id.ExternalId}-{seed}"),
            Activity = reported.Activity switch
            {
                Activity.DealClosed won => won with { Deal = $"{won.Deal}-{seed}" },
                Activity.DealAmountChanged changed => changed with { Deal = $"{changed.Deal}-{seed}" },
                Activity.DealReopened reopened => reopened with { Deal = $"{reopened.Deal}-{seed}" },
                var other => other,
            },
        };

    private static Reported Win(string id, string at, string deal, Money? amount) =>
        Company.Report(id, at, new Activity.DealClosed(deal, Company.Mail("ann"), true, amount));

    private static Reported Amount(string id, string at, string deal, long amount, string currency) =>
        Company.Report(id, at, new Activity.DealAmountChanged(deal, Money.Of(currency == "JPY" ? amount : amount * 100, currency)));

    private static DatedRate On(string currency, int day, string rate) => new(currency, new(2026, 11, day), Rate.Parse(rate)!.Value);
}

public sealed class SqliteRateTests() : RateTests(new SqliteDatabase());

public sealed class PostgresRateTests() : RateTests(new PostgresDatabase()), IOnPostgres;
