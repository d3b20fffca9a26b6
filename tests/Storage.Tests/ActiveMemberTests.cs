using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Who was active at the crossing of two quotes is given 5 coins, whoever is active by now and whenever it is counted.</summary>
public abstract class ActiveMemberTests(TestDatabase database) : StorageTest(database)
{
    private static readonly IReadOnlyList<(string Person, string From, string? Until, bool IsGiven)> Cases =
    [
        ("away over it", "2026-11-17 10:00", "2026-11-19 10:00", false),
        ("from it on", "2026-11-18 10:00", "2026-11-19 10:00", false),
        ("a minute later", "2026-11-18 10:01", "2026-11-19 10:00", true),
        ("back at it", "2026-11-17 10:00", "2026-11-18 10:00", true),
        ("back a minute later", "2026-11-17 10:00", "2026-11-18 10:01", false),
        ("gone before", "2026-11-17 10:00", null, false),
        ("gone afterwards", "2026-11-18 11:00", null, true),
    ];

    [DatabaseFact]
    public Task Who_was_active_at_10_o_clock_when_the_second_quote_was_sent_is_given_coins() => CheckAsync(told: "2026-11-18 10:00");

    [DatabaseFact]
    public Task The_same_are_given_them_where_that_quote_is_told_when_all_have_left_and_come_back() => CheckAsync(told: "2026-11-20 10:00");

    private async Task CheckAsync(string told)
    {
        await PromisedAsync();
        foreach (var (person, _, _, _) in Cases)
            await PutAsync(Company.Person(person, "north"), "2026-11-16 09:00");

        var happens = new List<(string At, Func<Task> Work)>();
        foreach (var (person, from, until, _) in Cases)
        {
            happens.Add((from, () => SetAsync(person, active: false, from)));
            if (until is not null)
                happens.Add((until, () => SetAsync(person, active: true, until)));
        }

        happens.Add((told, () => Store.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 10:00"))));
        foreach (var (_, work) in happens.OrderBy(one => one.At, StringComparer.Ordinal))
            await work();

        var given = Cases.Where(one => one.IsGiven).Select(one => one.Person).Concat(["ann", "bob"]).Order(StringComparer.Ordinal);
        Assert.Equal(given, await GivenAsync());
        await Store.ChangeAsync(Company.Person("cyd", "south"));
        Assert.Equal(given, await GivenAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_second_quote_that_is_told_after_Bob_left_finds_him_active_when_it_was_sent()
    {
        await PromisedAsync();
        await SetAsync("bob", active: false, "2026-11-19 10:00");

        await Store.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 10:00"));

        Assert.Equal(["ann", "bob"], await GivenAsync());
        await Store.RecordAsync(Company.Report("v1", "2026-11-18 09:30", new Activity.QuoteVoided("q1")));
        Assert.Empty(await GivenAsync());
        await Store.RecordAsync(Company.Quote("q3", "ann", "2026-11-20 10:00"));
        Assert.Equal(["ann"], await GivenAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Somebody_who_comes_as_inactive_was_never_active_and_saying_it_again_changes_nothing()
    {
        await PromisedAsync();
        await PutAsync(Company.Person("eve", "north") with { Active = false }, "2026-11-18 10:30");
        await PutAsync(Company.Person("eve", "north") with { Active = false }, "2026-11-18 10:40");
        await Store.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 10:00"));
        await PutAsync(Company.Person("eve", "north"), "2026-11-18 11:00");
        await PutAsync(Company.Person("eve", "north"), "2026-11-18 11:30");

        Assert.Equal(["ann", "bob"], await GivenAsync());
        await using var db = Open();
        var span = await db.Inactivities.SingleAsync();
        Assert.Equal((null, Company.At("2026-11-18 11:00")), (span.Since, span.Until!.Value));
    }

    private async Task PromisedAsync()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Quotes, 2, Promise.Base(Promise.Coins(5))));
        await Store.RecordAsync(Company.Quote("q1", "ann", "2026-11-16 10:00"));
    }

    private Task SetAsync(string person, bool active, string at) => PutAsync(Company.Person(person, "north") with { Active = active }, at);

    private async Task PutAsync(PersonRecord person, string at)
    {
        await using var write = await Store.BeginAsync(Company.At(at), CancellationToken.None);
        Assert.Null(await write.PutPersonAsync(person, CancellationToken.None));
        await write.RecountAsync(await write.RecountOfAsync(person.Id, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task<IEnumerable<string>> GivenAsync()
    {
        await using var db = Open();
        var lines = await db.GrantLines.ToListAsync();
        return lines
            .GroupBy(line => line.Recipient)
            .Where(of => of.Sum(line => line.Amount) == 5)
            .Select(of => of.Key.Person!.Value.Value)
            .Order(StringComparer.Ordinal);
    }
}

public sealed class SqliteActiveMemberTests() : ActiveMemberTests(new SqliteDatabase());

public sealed class PostgresActiveMemberTests() : ActiveMemberTests(new PostgresDatabase()), IOnPostgres;
