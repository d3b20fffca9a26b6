using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class RecordingTests(TestDatabase database) : StorageTest(database)
{
    [DatabaseFact]
    public async Task A_quote_and_a_deal_are_65_points_on_the_boards_of_the_team_and_the_company()
    {
        await Company.FoundAsync(Store);

        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await Store.RecordAsync(Company.Win("d1", "ann", 1_000));

        await using var db = Open();
        var weeks = await db
            .Tallies.Where(tally => tally.Period == new Gamification.Time.PeriodKey("2026-W47"))
            .OrderBy(tally => tally.Board)
            .ToListAsync();
        Assert.Equal(["org", "team:north"], weeks.Select(tally => tally.Board.Value));
        Assert.All(
            weeks,
            tally => Assert.Equal((65, 1, 1, 1_000_00L, 1), (tally.Points, tally.Quotes, tally.Deals, tally.Revenue, tally.Active))
        );
    }

    [DatabaseFact]
    public async Task The_same_activity_again_is_known_and_another_body_is_noted_once()
    {
        await Company.FoundAsync(Store);
        var first = Company.Quote("q1", "ann");
        await Store.RecordAsync(first);

        for (var again = 0; again < 2; again++)
        {
            await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
            var known = await write.KnownAsync([first with { Body = "{ }" }, Company.Quote("q2", "ann")], CancellationToken.None);
            Assert.Equal([new Known(Company.Id("q1"), SameBody: false)], known.Values);
            Assert.True((await write.KnownAsync([first], CancellationToken.None))[first.Id].SameBody);
            await write.CommitAsync(CancellationToken.None);
        }

        await using var db = Open();
        var note = Assert.Single(await db.Audit.ToListAsync());
        Assert.Equal(("fact.differs", "crm/q1", "{}", "{ }"), (note.What, note.About, note.Before, note.After));
    }

    [DatabaseFact]
    public async Task A_transaction_that_is_not_committed_leaves_nothing()
    {
        await Company.FoundAsync(Store);
        await using (var write = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            await write.PutPersonAsync(Company.Person("eve"), CancellationToken.None);
            await write.PlayAsync([Company.Quote("q1", "ann"), Company.Win("d1", "eve", 10)]);
        }

        await using var db = Open();
        Assert.Equal(
            (0, 0, 0, 0, 0),
            (
                await db.Facts.CountAsync(),
                await db.Entries.CountAsync(),
                await db.Tallies.CountAsync(),
                await db.Outbox.CountAsync(),
                await db.Progress.CountAsync()
            )
        );
        Assert.Equal(1, await db.Commits.MaxAsync(commit => commit.Number));
        await Store.RecordAsync(Company.Win("d1", "eve", 10));
        Assert.Equal(FactState.Quarantined, (await db.Facts.SingleAsync()).State);
    }

    [DatabaseFact]
    public async Task First_quote_and_first_deal_are_announced_once_in_one_message_a_recipient()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"), Company.Win("d1", "ann", 1_000), Company.Win("d2", "dan", 1_000));
        await Store.RecordAsync(Company.Quote("q2", "ann"), Company.Win("d3", "ann", 1_000));

        await using var db = Open();
        var messages = await db.Outbox.OrderBy(message => message.Sequence).ToListAsync();
        var told = await db.Announcements.ToListAsync();
        Assert.Equal(6, told.Count);
        Assert.Equal(
            ["channel:web:north", "channel:web:north", "channel:web:org", "person:ann", "person:ann", "person:dan"],
            messages.Select(message => message.Recipient).Order(StringComparer.Ordinal)
        );
        Assert.All(messages, message => Assert.Equal((DeliveryState.Pending, Company.Now), (message.State, message.Due)));
        Assert.All(told, row => Assert.Contains(row.Outbox, messages.Select(message => message.Id)));
    }

    [DatabaseFact]
    public async Task A_fact_of_an_unknown_owner_waits_and_counts_once_the_owner_is_linked()
    {
        await Company.FoundAsync(Store);
        var quote = Company.Report("q1", "2026-11-18 09:00", new Activity.QuoteSent("1", null, "Owner-42", null), """{"a":1}""");
        await Store.RecordAsync(quote);

        await using (var write = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            Assert.Null(await write.LinkAsync("crm", "OWNER-42", new("ann"), CancellationToken.None));
            var waiting = await write.WaitingAsync([("crm", "owner-42")], CancellationToken.None);
            Assert.Equal(quote.Body, Assert.Single(waiting).Body);
            await write.ReleaseAsync(waiting);
            await write.CommitAsync(CancellationToken.None);
        }

        await using var db = Open();
        var fact = await db.Facts.SingleAsync();
        Assert.Equal((FactState.Counted, "ann", "Owner-42"), (fact.State, fact.Person?.Value, fact.Owner));
        Assert.Equal(15, await db.Entries.SumAsync(entry => entry.Points));
    }

    [DatabaseFact]
    public async Task A_dismissed_fact_waits_no_longer()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "nobody"));

        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        Assert.True(await write.DismissAsync(Company.Id("q1"), "not ours", CancellationToken.None));
        Assert.False(await write.DismissAsync(Company.Id("q1"), "not ours", CancellationToken.None));
        Assert.Empty(await write.WaitingAsync([Company.Id("q1")], CancellationToken.None));
    }

    [DatabaseFact]
    public async Task Every_kind_of_activity_is_read_back_as_it_was_written()
    {
        await Company.FoundAsync(Store);
        Activity[] activities =
        [
            new Activity.QuoteSent("1:2", "d:1", "Who", Money.Of(150, "CHF")),
            new Activity.QuoteSent("3", null, "who", null),
            new Activity.DealClosed("1", "who", true, Money.Of(100_00, "EUR")),
            new Activity.DealClosed("2", "who", false, null),
            new Activity.DealOwnerChanged("1", "who"),
            new Activity.MessageReceived("c", "m:1", "who"),
            new Activity.ConversationReassigned("c", "who"),
            new Activity.MessageReplied("c", "m2", "who", true),
            new Activity.MessageReplied("c", "automatic:", "who", false),
            new Activity.Logged("l", "call", "who"),
        ];
        Reported[] group = [.. activities.Select((activity, i) => Company.Report(Company.Number(i), "2026-11-18 09:00", activity))];
        await Store.RecordAsync(group);

        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var waiting = await write.WaitingAsync([.. group.Select(reported => reported.Id)], CancellationToken.None);
        Assert.Equal(activities, waiting.OrderBy(fact => fact.Id).Select(fact => fact.Activity));
    }

    [DatabaseFact]
    public async Task Facts_without_an_owner_are_read_back_as_they_were_written()
    {
        await Company.FoundAsync(Store);
        Activity[] activities =
        [
            new Activity.DealAmountChanged("1", Money.Of(5, "EUR")),
            new Activity.DealReopened("1"),
            new Activity.DealDeleted("1"),
            new Activity.QuoteVoided("1"),
        ];
        Reported[] group = [.. activities.Select((activity, i) => Company.Report(Company.Number(i), "2026-11-18 09:00", activity))];
        await Store.RecordAsync(group);

        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var world = await write.LoadAsync(group, CancellationToken.None);
        Assert.Equal(activities, world.Facts.Values.SelectMany(facts => facts).OrderBy(fact => fact.Id).Select(fact => fact.Activity));
    }
}

public sealed class SqliteRecordingTests() : RecordingTests(new SqliteDatabase());

public sealed class PostgresRecordingTests() : RecordingTests(new PostgresDatabase()), IOnPostgres;
