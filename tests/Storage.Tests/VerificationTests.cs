using Gamification;
using Gamification.Activities;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;
using Storage.Verifying;

namespace Storage.Tests;

/// <summary>What changes afterwards is derived again, and whatever is stored and not what the facts say is found and mended.</summary>
public abstract class VerificationTests(TestDatabase database) : StorageTest(database)
{
    [DatabaseFact]
    public async Task A_day_of_a_team_differs_in_nothing()
    {
        await PlayAsync();

        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_team_that_changes_afterwards_takes_its_open_points_along()
    {
        await PlayAsync();

        await Store.ChangeAsync(Company.Person("ann", "south"));

        await using var db = Open();
        var week = await db
            .Tallies.Where(row => row.Person == new PersonId("ann") && row.Period == new PeriodKey("2026-W47"))
            .ToListAsync();
        Assert.Equal([("org", 75), ("team:north", 0), ("team:south", 75)], week.Select(row => (row.Board.Value, row.Points)).Order());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Time_off_entered_later_shortens_replies_and_their_points_follow()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(
            Company.Report("m", "2026-11-16 17:50", new Activity.MessageReceived("c", "1", Company.Mail("ann"))),
            Company.Report("r", "2026-11-18 09:02", new Activity.MessageReplied("c", "2", Company.Mail("ann"), false))
        );
        Assert.Equal(5, await PointsAsync("ann"));

        await Store.ChangeAsync(
            Company.Person("ann") with
            {
                Calendar = WorkingCalendar.Default(TestDatabase.Paris.Zone) with { TimeOff = new HashSet<LocalDate> { new(2026, 11, 17) } },
            }
        );

        // Ten minutes on Monday and two on Wednesday.
        Assert.Equal(10, await PointsAsync("ann"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task What_somebody_changed_by_hand_is_found_by_person_and_key()
    {
        await PlayAsync();
        await using var db = Open();
        await db
            .Tallies.Where(row => row.Period == new PeriodKey("2026-11"))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Points, 1));
        await db.Entries.Where(entry => entry.Rule == RuleNames.Deal).ExecuteDeleteAsync();
        await db.Progress.Where(row => row.Badge == "opening-move").ExecuteUpdateAsync(set => set.SetProperty(row => row.Actual, 9));

        var found = await Host.VerifyAsync();

        Assert.Equal(
            [DifferenceKind.Line, DifferenceKind.Day, DifferenceKind.Tally, DifferenceKind.Badge],
            found.Select(difference => difference.Kind).Distinct().Order()
        );
        Assert.All(found, difference => Assert.NotNull(difference.Person));
    }

    [DatabaseFact]
    public async Task Mending_posts_what_is_missing_and_twice_posts_nothing()
    {
        await PlayAsync();
        await using var db = Open();
        await db.Entries.Where(entry => entry.Rule == RuleNames.Deal).ExecuteDeleteAsync();
        await db.Tallies.ExecuteDeleteAsync();
        await db.Days.ExecuteDeleteAsync();
        await db.Progress.ExecuteDeleteAsync();
        await db.Awards.ExecuteDeleteAsync();

        await Host.MendAsync();

        Assert.Empty(await Host.VerifyAsync());
        Assert.Equal(75, await PointsAsync("ann"));
        var lines = await db.Entries.CountAsync();
        await Host.MendAsync();
        Assert.Equal(lines, await db.Entries.CountAsync());
    }

    /// <summary>People are looked up a hundred at a time, and read by several readers at once.</summary>
    [DatabaseFact]
    public async Task Of_a_hundred_people_and_of_one_more_the_last_is_looked_at_and_the_order_is_theirs()
    {
        await Company.FoundAsync(Store);
        await PutAsync(Enumerable.Range(1, 96).Select(number => $"rep{number:000}"));
        await Store.RecordAsync(Company.Quote("q1", "ann", "2026-11-17 10:00"), Company.Quote("q2", "rep096", "2026-11-17 10:00"));
        await MisstateAsync();

        Assert.Equal(["ann", "rep096"], PeopleOf(await Host.VerifyAsync()));

        await PutAsync(["zoe"]);
        await Store.RecordAsync(Company.Quote("q3", "zoe", "2026-11-17 10:00"));
        await MisstateAsync();

        Assert.Equal(["ann", "rep096", "zoe"], PeopleOf(await Host.VerifyAsync()));
    }

    /// <summary>What not one person alone is named by is looked for some thousand facts at a time.</summary>
    [DatabaseFact]
    public async Task Of_2_600_quotes_the_last_whose_line_is_gone_is_named_and_so_are_two_lines_whose_facts_are_gone_and_a_voided_one()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync([
            .. Enumerable.Range(1, 2_600).Select(number => Company.Quote($"q{number:0000}", "ann", "2026-11-17 10:00")),
        ]);
        await Store.RecordAsync(Company.Report("v", "2026-11-17 12:00", new Activity.QuoteVoided("q2599")));
        await using var db = Open();
        await db.Entries.Where(entry => entry.ExternalId == "q2600").ExecuteDeleteAsync();
        Assert.Equal(1, await db.Entries.Where(entry => entry.ExternalId == "v").ExecuteDeleteAsync());
        await db.Facts.Where(fact => fact.ExternalId == "q0001" || fact.ExternalId == "q2501").ExecuteDeleteAsync();

        var found = await Host.VerifyAsync();

        var lines = found.Where(difference => difference.Kind is DifferenceKind.Line).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(
            ["q0001", "q2501", "q2600", "crm/v,"],
            quote => Assert.Single(lines, line => line.Key.Contains(quote, StringComparison.Ordinal))
        );
    }

    /// <summary>What else was reported of the deal names nobody: what is left is just what Ann's own facts would give her.</summary>
    [DatabaseFact]
    public async Task A_reopened_deal_of_which_the_taking_back_is_gone_is_named_once()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Win("w1", "ann", 700, "2026-11-17 15:00", deal: "d1"));
        await Store.RecordAsync(Company.Report("o1", "2026-11-17 16:00", new Activity.DealReopened("d1")));
        Assert.Empty(await Host.VerifyAsync());
        await using var db = Open();
        Assert.Equal(1, await db.Entries.Where(entry => entry.ExternalId == "o1").ExecuteDeleteAsync());

        Assert.Equal(["ann"], await DealLinesOfAsync("o1"));
    }

    [DatabaseFact]
    public async Task A_deal_that_was_given_to_somebody_else_is_named_once_for_each_whose_line_is_wrong()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Win("w1", "ann", 700, "2026-11-17 15:00", deal: "d1"));
        await Store.RecordAsync(Company.Report("o1", "2026-11-17 16:00", new Activity.DealOwnerChanged("d1", Company.Mail("bob"))));
        Assert.Empty(await Host.VerifyAsync());
        await using var db = Open();

        await db
            .Entries.Where(entry => entry.Rule == RuleNames.Deal && entry.Person == new PersonId("bob"))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Deals, 2));
        Assert.Equal(["bob"], await DealLinesOfAsync("o1"));

        await db.Entries.Where(entry => entry.Rule == RuleNames.Deal && entry.ExternalId == "o1").ExecuteDeleteAsync();
        Assert.Equal(["ann", "bob"], await DealLinesOfAsync("o1"));
    }

    /// <summary>Lines are found by the people whom facts name.</summary>
    [DatabaseFact]
    public async Task A_line_of_somebody_whom_no_fact_of_the_quote_names_is_found_and_taken_back_and_the_owner_gets_theirs()
    {
        await PlayAsync();
        var before = (await PointsAsync("ann"), await PointsAsync("bob"));
        await using var db = Open();
        await db
            .Entries.Where(entry => entry.ExternalId == "q1" && entry.Rule == RuleNames.Quote)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Person, new PersonId("bob")));

        var lines = (await Host.VerifyAsync()).Where(difference => difference.Kind is DifferenceKind.Line).ToList();
        await Host.MendAsync();

        var misplaced = lines.Where(line => line.Key.Contains("q1", StringComparison.Ordinal));
        Assert.Equal(["ann", "bob"], misplaced.Select(line => line.Person!.Value.Value).Distinct().Order());
        Assert.Empty(await Host.VerifyAsync());
        Assert.Equal(before, (await PointsAsync("ann"), await PointsAsync("bob")));
    }

    private async Task PutAsync(IEnumerable<string> people)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        foreach (var person in people)
            Assert.Null(await write.PutPersonAsync(Company.Person(person), CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task MisstateAsync()
    {
        await using var db = Open();
        await db.Tallies.ExecuteUpdateAsync(set => set.SetProperty(row => row.Points, 999));
    }

    /// <summary>Whose deal lines of a fact differ, each as often as it is named.</summary>
    private async Task<IEnumerable<string?>> DealLinesOfAsync(string fact) =>
        (await Host.VerifyAsync())
            .Where(difference =>
                difference.Kind is DifferenceKind.Line && difference.Key.Contains(RuleNames.Deal, StringComparison.Ordinal)
            )
            .Where(difference => difference.Key.Contains(fact, StringComparison.Ordinal))
            .Select(difference => difference.Person?.Value)
            .Order();

    private static IEnumerable<string?> PeopleOf(IEnumerable<Difference> differences) =>
        differences.Select(difference => difference.Person?.Value).Distinct();

    private async Task PlayAsync()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(
            Company.Quote("q1", "ann", "2026-11-17 10:00", deal: "d1"),
            Company.Quote("q2", "ann", "2026-11-17 11:00", deal: "d1"),
            Company.Quote("q3", "ann", "2026-11-18 11:00"),
            Company.Win("w1", "ann", 700, "2026-11-17 15:00", deal: "d1"),
            Company.Quote("q4", "bob", "2026-11-18 12:00")
        );
        // Of Tuesday two quotes score, a deal and the active day: 75. Everything of Wednesday is taken back on Wednesday.
        await Store.RecordAsync(
            Company.Quote("q5", "ann", "2026-11-18 09:30"),
            Company.Report("v3", "2026-11-18 12:00", new Activity.QuoteVoided("q3")),
            Company.Report("v5", "2026-11-18 12:30", new Activity.QuoteVoided("q5")),
            Company.Quote("q6", "ann", "2026-11-17 12:00")
        );
    }

    private async Task<long> PointsAsync(string person)
    {
        await using var db = Open();
        return await db.Entries.Where(entry => entry.Person == new PersonId(person)).SumAsync(entry => entry.Points);
    }
}

public sealed class SqliteVerificationTests() : VerificationTests(new SqliteDatabase());

public sealed class PostgresVerificationTests() : VerificationTests(new PostgresDatabase()), IOnPostgres;
