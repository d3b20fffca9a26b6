using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Hints at half time to Ann, on both databases: 45 working hours from Monday 16 November 2026, half of them over on Wednesday 13:30.</summary>
public abstract class HintTests(TestDatabase database) : StorageTest(database)
{
    private static readonly PersonId Ann = new("ann");

    [DatabaseFact]
    public async Task Two_goals_behind_are_one_message_once_and_a_completed_one_is_left_alone()
    {
        await FoundAsync(hints: true);
        await PutAsync("quotes", Metric.Quotes, 10);
        await PutAsync("deals", Metric.Revenue, 100_00);
        await PutAsync("done", Metric.Quotes, 1);
        await Store.RecordAsync(Company.Quote("q1", "ann", "2026-11-17 10:00"));

        Assert.Equal(0, await LookAsync("2026-11-18 13:29"));
        Assert.Equal(3, await LookAsync("2026-11-18 13:30"));
        Assert.Equal(0, await LookAsync("2026-11-18 13:31"));
        Assert.Equal(0, await LookAsync("2026-11-19 10:00"));

        await using var db = Open();
        var told = await db.Announcements.Where(row => row.Kind == "hint.day" || row.Kind == "goal.near").ToListAsync();
        Assert.Equal(
            ["goal:deals:2026-W47:near", "goal:quotes:2026-W47:near", "near:ann:2026-11-18"],
            told.Select(row => row.About).Order(StringComparer.Ordinal)
        );
        Assert.All(told, row => Assert.Equal("person:ann", row.Recipient));
        Assert.Single(told.Select(row => row.Outbox).Distinct());
    }

    [DatabaseFact]
    public async Task Nobody_is_hinted_who_did_not_ask_for_it_or_is_not_at_work()
    {
        await FoundAsync(hints: false);
        await PutAsync("quotes", Metric.Quotes, 10);
        Assert.Equal(0, await LookAsync("2026-11-18 14:00"));

        await SwitchAsync(on: true);
        Assert.Equal(0, await LookAsync("2026-11-18 18:00"));
        Assert.Equal(0, await LookAsync("2026-11-19 08:59"));
        Assert.Equal(2, await LookAsync("2026-11-19 09:00"));
    }

    [DatabaseFact]
    public async Task A_day_that_had_the_hint_of_a_badge_leaves_the_goal_to_the_next()
    {
        await FoundAsync(hints: true);
        await PutAsync("quotes", Metric.Quotes, 10);
        await PlanAsync(
            new Announcement(
                "badge.near",
                HintDay.Of(Ann, new NodaTime.LocalDate(2026, 11, 18)),
                new Recipient.Person(Ann),
                "fact",
                null,
                new Dictionary<string, string>()
            )
        );

        Assert.Equal(0, await LookAsync("2026-11-18 14:00"));
        Assert.Equal(2, await LookAsync("2026-11-19 09:00"));
    }

    [DatabaseFact]
    public async Task A_slow_median_and_days_in_reach_are_found_in_the_ledger_of_the_week()
    {
        await FoundAsync(hints: true);
        await PutAsync("days", Metric.ActiveDays, 4);
        await PutAsync("far", Metric.ActiveDays, 5);
        await PutAsync("median", Metric.ResponseTime, 10 * 60);
        for (var i = 0; i < 5; i++)
            await Store.RecordAsync(Company.Talk(Company.Number(i), "ann", "2026-11-16 10:00", minutes: 15));

        Assert.Equal(3, await LookAsync("2026-11-18 14:00"));

        await using var db = Open();
        Assert.True(await db.Announcements.AnyAsync(row => row.About == "goal:days:2026-W47:near"));
        Assert.True(await db.Announcements.AnyAsync(row => row.About == "goal:median:2026-W47:near"));
    }

    [DatabaseFact]
    public async Task Sixteen_looks_on_four_hosts_at_once_give_one_hint()
    {
        await FoundAsync(hints: true);
        await PutAsync("quotes", Metric.Quotes, 10);
        var hosts = Enumerable.Range(0, 4).Select(_ => Database.StartHost()).ToList();

        var given = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(look => Task.Run(() => LookAsync(hosts[look % 4].GetRequiredService<PlayStore>(), "2026-11-18 14:00")))
        );

        Assert.Equal(2, given.Sum());
        await using var db = Open();
        Assert.Equal(1, await db.Announcements.CountAsync(row => row.Kind == "goal.near"));
        Assert.Equal(1, await db.Outbox.CountAsync(row => row.Recipient == "person:ann"));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    private Task<int> LookAsync(string at) => LookAsync(Store, at);

    /// <summary>As the schedule does; answers how many lines were planned.</summary>
    private static async Task<int> LookAsync(PlayStore store, string at)
    {
        await using var write = await store.BeginAsync(Company.At(at), CancellationToken.None);
        var hints = await write.HintsDueAsync(CancellationToken.None);
        if (hints.Count == 0)
            return 0;

        await write.PlanAsync(hints, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return hints.Count;
    }

    private async Task FoundAsync(bool hints)
    {
        await Company.FoundAsync(Store);
        await SwitchAsync(hints);
    }

    private async Task SwitchAsync(bool on)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.HintsAsync(Ann, on, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task PlanAsync(Announcement told)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PlanAsync([told], CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private Task PutAsync(string id, Metric metric, long target) =>
        Store.PutAsync(
            GoalChanges.Made(new(id), Ann, new(metric, PeriodKind.Week, target), Company.At("2026-11-16 09:00"), "ann", TestDatabase.Paris)
        );
}

public sealed class SqliteHintTests() : HintTests(new SqliteDatabase());

public sealed class PostgresHintTests() : HintTests(new PostgresDatabase()), IOnPostgres;
