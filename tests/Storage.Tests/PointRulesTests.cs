using CsCheck;
using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Point rules in the database: the settings give the first, changes add versions that hold from the next day.</summary>
public abstract class PointRulesTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Start = Company.At("2026-11-16 08:00");
    private static readonly string[] People = ["ann", "bob", "cyd"];

    [DatabaseFact]
    public async Task What_is_stored_wins_over_other_settings_at_the_next_start()
    {
        var other = Rulebook.Default with { Points = PointTimeline.Always(PointRules.Default with { Quote = 99 }) };
        await using var again = Database.StartHost(rules: other);
        await again.MigrateAsync(CancellationToken.None);
        await Company.FoundAsync(Store);
        await again.RecordAsync(Company.Quote("q1", "ann"));

        await using var db = Open();
        Assert.Equal([5L, 10L], await db.Entries.Select(entry => entry.Points).OrderBy(points => points).ToListAsync());
        var first = Assert.Single(await again.GetRequiredService<PointRulesReader>().VersionsAsync(CancellationToken.None));
        Assert.Equal((new PointVersion(1, null, PointRules.Default), "settings", null), (first.Version, first.By, first.At));
    }

    [DatabaseFact]
    public async Task A_change_by_one_host_is_the_rule_of_the_next_day_on_every_host()
    {
        await Company.FoundAsync(Store);
        await using var other = Database.StartHost();
        await other.RecordAsync(Company.Quote("q1", "ann", "2026-11-18 09:00"));

        var added = await SetAsync(Store, PointRules.Default with { Quote = 12 }, Company.At("2026-11-18 10:00"));
        await other.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 11:00"));
        await other.RecordAsync(Company.Quote("q3", "ann", "2026-11-19 09:00"));

        Assert.Equal((2, new LocalDate(2026, 11, 19)), (added.Version, added.From));
        await using var db = Open();
        var lines = await db.Entries.Where(entry => entry.Rule == RuleNames.Quote).OrderBy(entry => entry.Dated).ToListAsync();
        Assert.Equal([(10L, 1), (10L, 1), (12L, 2)], lines.Select(line => (line.Points, line.RuleVersion)));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_change_that_is_not_committed_never_was()
    {
        await Company.FoundAsync(Store);
        await using (var write = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            await write.SetPointsAsync(PointRules.Default with { Quote = 12 }, "ann", Company.Now, CancellationToken.None);
            Assert.Equal(2, (await write.PointsAsync(CancellationToken.None)).Newest.Version);
        }

        await Host.RecordAsync(Company.Quote("q1", "ann", "2026-11-19 09:00"));

        await using var db = Open();
        Assert.Equal(1, await db.PointRules.CountAsync());
        Assert.Equal(10, (await db.Entries.SingleAsync(entry => entry.Rule == RuleNames.Quote)).Points);
    }

    [DatabaseFact]
    public async Task Somebody_who_has_tomorrow_already_moves_the_first_day_of_a_change()
    {
        await Company.FoundAsync(Store);
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
        await Store.ChangeAsync(Company.Person("ann", "north") with { Calendar = Gamification.People.WorkingCalendar.Default(zone) });

        var added = await SetAsync(Store, PointRules.Default with { Quote = 12 }, Company.At("2026-11-18 13:00"));

        Assert.Equal(new LocalDate(2026, 11, 20), added.From);
    }

    [DatabaseFact]
    public async Task What_counts_nowhere_is_read_with_its_reason()
    {
        await Company.FoundAsync(Store);
        var reply = new Activity.MessageReplied("c1", "m", Company.Mail("ann"), Automatic: false);
        await Host.RecordAsync(
            Company.Quote("q1", "ann", quote: "q"),
            Company.Quote("q2", "ann", "2026-11-18 10:00", quote: "q"),
            Company.Win("d1", "ann", 0, "2026-11-18 11:00"),
            Company.Report("r1", "2026-11-18 12:00", reply),
            Company.Report("r2", "2026-11-18 13:00", reply with { Automatic = true }),
            Company.Report("m3", "2026-11-18 14:00", new Activity.MessageReceived("c2", "m", Company.Mail("bob"))),
            Company.Report("r3", "2026-11-18 15:00", reply with { Conversation = "c2" })
        );

        var unscored = await Host.GetRequiredService<UnscoredReader>().ReadAsync(new("ann"), null, null, 10, CancellationToken.None);
        Assert.Equal(
            [
                ("r3", FactReasons.OtherOwner),
                ("r2", FactReasons.Automatic),
                ("r1", FactReasons.NoTurn),
                ("d1", FactReasons.NoAmount),
                ("q2", FactReasons.Superseded),
            ],
            unscored.Select(fact => (fact.Fact.ExternalId, fact.Reason))
        );

        await Host.RecordAsync(Company.Report("a1", "2026-11-18 16:00", new Activity.DealAmountChanged("d1", Money.Of(100_00, "EUR"))));
        await Host.RecordAsync(Company.Report("m1", "2026-11-18 11:50", new Activity.MessageReceived("c1", "m", Company.Mail("ann"))));

        unscored = await Host.GetRequiredService<UnscoredReader>().ReadAsync(new("ann"), null, null, 10, CancellationToken.None);
        Assert.DoesNotContain(unscored, fact => fact.Fact.ExternalId == "r1");
        Assert.Empty(await Host.VerifyAsync());
    }

    /// <summary>Five days of activities that come late and in groups, with changes of the rules between them.</summary>
    [DatabaseFact]
    public async Task Rules_that_change_among_the_activities_end_as_if_known_from_the_start() =>
        await Gen.Int.SampleAsync(CheckAsync, iter: 4, threads: 1);

    private async Task CheckAsync(int seed)
    {
        await StartAgainAsync();
        var random = new Random(seed);
        var history = Enumerable.Range(0, 40).Select(number => Report(number, random)).OrderBy(reported => reported.Received).ToList();
        for (var at = 0; at < history.Count; )
        {
            var group = history.Skip(at).Take(random.Next(1, 6)).ToList();
            at += group.Count;
            await Host.RecordAsync([.. group, .. random.GetItems([.. history.Take(at)], random.Next(3))]);
            if (random.Next(3) == 0)
                await SetAsync(Store, Any(random), group[^1].Received);
        }

        Assert.Empty(await Host.VerifyAsync());
        var stored = await LinesAsync();
        await ForgetAsync();
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var decided = await write.PlayAsync(history);
        Assert.Equal(
            decided.Entries.GroupBy(entry => entry.Key.Person).ToDictionary(of => of.Key, of => of.Sum(entry => entry.Points)),
            stored
        );
    }

    /// <summary>Points of each person.</summary>
    private async Task<Dictionary<PersonId, long>> LinesAsync()
    {
        await using var db = Open();
        var lines = await db.Entries.AsNoTracking().ToListAsync();
        return lines.GroupBy(line => line.Person).ToDictionary(of => of.Key, of => of.Sum(line => line.Points));
    }

    private async Task StartAgainAsync()
    {
        await ForgetAsync();
        await using (var db = Open())
            await db.PointRules.Where(row => row.Version > 1).ExecuteDeleteAsync();
        await Company.FoundAsync(Store);
    }

    private async Task ForgetAsync()
    {
        await using var db = Open();
        await db.Facts.ExecuteDeleteAsync();
        await db.Entries.ExecuteDeleteAsync();
        await db.Days.ExecuteDeleteAsync();
        await db.Tallies.ExecuteDeleteAsync();
        await db.Progress.ExecuteDeleteAsync();
        await db.Awards.ExecuteDeleteAsync();
        await db.Announcements.ExecuteDeleteAsync();
        await db.Outbox.ExecuteDeleteAsync();
    }

    private static async Task<PointVersion> SetAsync(PlayStore store, PointRules rules, Instant now)
    {
        await using var write = await store.BeginAsync(now, CancellationToken.None);
        var added = await write.SetPointsAsync(rules, "api", now, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return added;
    }

    private static PointRules Any(Random random) =>
        PointRules.Default with
        {
            Quote = random.Next(3) * 6,
            QuotesADay = random.Next(4),
            Deal = random.Next(3) * 25,
            ActiveDay = random.Next(3) * 5,
        };

    private static Reported Report(int number, Random random)
    {
        var owner = Company.Mail(People[random.Next(3)]);
        var deal = Company.Number(random.Next(5));
        Activity activity = random.Next(5) switch
        {
            0 => new Activity.DealClosed(deal, owner, true, Money.Of(100_00, "EUR")),
            1 => new Activity.DealReopened(deal),
            2 => new Activity.QuoteVoided(Company.Number(random.Next(15))),
            _ => new Activity.QuoteSent(Company.Number(random.Next(15)), deal, owner, null),
        };
        var at = Start + Duration.FromMinutes(random.Next(5 * 24 * 60));
        return new(Company.Id(Company.Number(number)), activity, at, at + Duration.FromMinutes(random.Next(3 * 24 * 60)), "{}");
    }
}

public sealed class SqlitePointRulesTests() : PointRulesTests(new SqliteDatabase());

public sealed class PostgresPointRulesTests() : PointRulesTests(new PostgresDatabase()), IOnPostgres;
