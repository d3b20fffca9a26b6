using Gamification;
using Gamification.Activities;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class LedgerReaderTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);

    private LedgerReader Ledger => Host.GetRequiredService<LedgerReader>();

    [DatabaseFact]
    public async Task Lines_come_newest_first_and_only_those_of_the_person()
    {
        await PostAsync(Quote("e1", hour: 1), Quote("e3", hour: 3), Quote("e2", hour: 2), Quote("e9", hour: 9, person: "p2"));

        Assert.Equal(["e3", "e2", "e1"], await FactsAsync());
        Assert.Equal(["e3", "e2"], await FactsAsync(take: 2));
    }

    [DatabaseFact]
    public async Task The_first_instant_of_a_range_is_in_and_its_end_is_not()
    {
        await PostAsync(Quote("e1", hour: 1), Quote("e2", hour: 2), Quote("e3", hour: 3));

        Assert.Equal(["e2", "e1"], await FactsAsync(Hour(1), Hour(3)));
        Assert.Equal(["e3", "e2"], await FactsAsync(Hour(2)));
    }

    [DatabaseFact]
    public async Task The_revisions_of_a_line_are_one_line_with_their_sum_and_the_last_reason()
    {
        await PostAsync(
            Quote("e1", hour: 1),
            Quote("e2", hour: 1),
            Quote("e1", hour: 1, revision: 1, points: -10, quotes: 0, reason: "limit.day:10"),
            Quote("e1", hour: 1, revision: 2, points: 10, quotes: 0, reason: "scored again")
        );

        var lines = await Ledger.ReadAsync(new("p1"), null, null, 10, default);

        Assert.Equal([("e1", 10L, 2), ("e2", 10L, 0)], lines.Select(line => (line.Fact.ExternalId, line.Points, line.Revision)));
        Assert.Equal(("scored again", "quote.sent", 500L), (lines[0].Reason, lines[0].Rule, lines[0].Revenue));
        Assert.Equal((Hour(1), new EntityId("quote:crm:e1")), (lines[0].At, lines[0].Entity));
    }

    [DatabaseFact]
    public async Task A_line_wholly_taken_back_is_gone_and_one_that_only_scores_0_says_why()
    {
        await PostAsync(
            Quote("e1", hour: 1),
            Quote("e1", hour: 1, revision: 1, points: -10, quotes: -1, revenue: -500),
            Quote("e2", hour: 2),
            Quote("e2", hour: 2, revision: 1, points: -10, quotes: 0, revenue: 0, reason: "limit.deal-day"),
            Quote("e3", hour: 3, points: 0, quotes: 0, revenue: 0, reason: "inactive")
        );

        var lines = await Ledger.ReadAsync(new("p1"), null, null, 10, default);

        Assert.Equal(
            [("e3", 0L, "inactive"), ("e2", 0L, "limit.deal-day")],
            lines.Select(line => (line.Fact.ExternalId, line.Points, line.Reason))
        );
    }

    private async Task<IEnumerable<string>> FactsAsync(Instant? from = null, Instant? to = null, int take = 10) =>
        (await Ledger.ReadAsync(new("p1"), from, to, take, default)).Select(line => line.Fact.ExternalId);

    private async Task PostAsync(params EntryRow[] entries)
    {
        await using var db = Open();
        db.AddRange(entries);
        await db.SaveChangesAsync();
    }

    private static Instant Hour(int hour) => Noon + Duration.FromHours(hour);

    private static EntryRow Quote(
        string id,
        int hour,
        string person = "p1",
        int revision = 0,
        int points = 10,
        int quotes = 1,
        long? revenue = null,
        string reason = "scored"
    ) =>
        new()
        {
            Connection = "crm",
            ExternalId = id,
            Rule = "quote.sent",
            Person = new(person),
            Dated = Hour(hour),
            Revision = revision,
            Credited = Hour(hour),
            Occurred = Hour(hour),
            Entity = new($"quote:crm:{id}"),
            Quotes = quotes,
            Sent = quotes,
            Deals = 0,
            Revenue = revenue ?? (revision == 0 ? 500 : 0),
            Replies = 0,
            Active = 0,
            Candidate = points,
            Points = points,
            RuleVersion = 1,
            Reason = reason,
        };
}

public sealed class SqliteLedgerReaderTests() : LedgerReaderTests(new SqliteDatabase());

public sealed class PostgresLedgerReaderTests() : LedgerReaderTests(new PostgresDatabase()), IOnPostgres;
