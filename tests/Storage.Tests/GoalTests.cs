using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>Ann's goals in the week of 16 to 22 November 2026, on both databases.</summary>
public abstract class GoalTests(TestDatabase database) : StorageTest(database)
{
    private static readonly PersonId Ann = new("ann");
    private static readonly Period Week = Period.Of(PeriodKind.Week, new LocalDate(2026, 11, 18));
    private static readonly Instant Friday = Company.At("2026-11-20 12:00");

    private GoalReader Goals => Host.GetRequiredService<GoalReader>();

    [DatabaseFact]
    public async Task A_goal_is_read_back_as_it_was_put()
    {
        await Company.FoundAsync(Store);
        var goal = Made("g", Metric.Revenue, 10_000_00, PeriodKind.Month)
            .PausedFrom(Friday)
            .ResumedFrom(Friday + Duration.FromHours(1))
            .Aiming(5_000_00, isCompleted: true, Friday, "ann", TestDatabase.Paris)
            .SharedWithOthers(true);
        await Store.PutAsync(goal);

        var read = (await Goals.OfAsync(Ann, Ann, Friday, CancellationToken.None)).Single();

        Assert.Equal(goal.ToString(), (read.Goal with { Versions = goal.Versions, Pauses = goal.Pauses }).ToString());
        Assert.Equal(goal.Versions, read.Goal.Versions);
        Assert.Equal(goal.Pauses, read.Goal.Pauses);
        Assert.Equal((10_000_00, 0, GoalState.Paused), (read.Target, read.Actual, read.State));
        Assert.Equal(5_000_00, (await Goals.FindAsync(new("g"), null, Company.At("2026-12-01 12:00"), CancellationToken.None))!.Target);
    }

    [DatabaseFact]
    public async Task A_goal_that_is_not_shared_is_nobody_elses_to_see()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("private", Metric.Quotes, 10));
        await Store.PutAsync(Made("shared", Metric.Quotes, 10).SharedWithOthers(true));

        var seen = await Goals.OfAsync(Ann, reader: new("bob"), Friday, CancellationToken.None);

        Assert.Equal("shared", Assert.Single(seen).Goal.Id.Value);
    }

    [DatabaseFact]
    public async Task A_deal_that_crosses_a_goal_and_a_badge_is_one_commit_and_one_private_message()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.Revenue, 10_000_00, PeriodKind.Month));
        await using var db = Open();
        var commits = await db.Commits.CountAsync();

        await Store.RecordAsync(Company.Win("d1", "ann", 12_000));

        Assert.Equal(commits + 1, await db.Commits.CountAsync());
        var message = await db.Outbox.SingleAsync(row => row.Recipient == "person:ann");
        var told = await db.Announcements.Where(row => row.Outbox == message.Id).OrderBy(row => row.Place).ToListAsync();
        Assert.Equal(
            [("goal.completed", "goal:g:2026-11"), ("badge.unlocked", "badge:first-sale:ann")],
            told.Select(row => (row.Kind, row.About))
        );
        Assert.Equal(
            "web:north",
            (await db.Announcements.SingleAsync(row => row.Recipient != "person:ann")).Recipient["channel:".Length..]
        );
        var standing = (await Goals.OfAsync(Ann, Ann, Friday, CancellationToken.None)).Single();
        Assert.Equal((12_000_00, 120, GoalState.Completed), (standing.Actual, standing.Percent, standing.State));
    }

    [DatabaseFact]
    public async Task Taken_back_and_completed_again_it_is_told_once_and_once_that_it_was_open()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.Quotes, 1));

        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await Store.RecordAsync(Company.Report("v1", "2026-11-18 10:00", new Activity.QuoteVoided("q1")));
        await Store.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 11:00"));
        await Store.RecordAsync(Company.Report("v2", "2026-11-18 12:00", new Activity.QuoteVoided("q2")));
        await Store.RecordAsync(Company.Quote("q3", "ann", "2026-11-18 13:00"));

        Assert.Equal(["goal.completed", "goal.reopened"], await ToldAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Sixteen_first_visits_on_four_hosts_at_once_make_the_default_goals_once()
    {
        await Company.FoundAsync(Store);
        var hosts = Enumerable.Range(0, 4).Select(_ => Database.StartHost()).ToList();

        var firsts = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(caller => Task.Run(() => VisitAsync(hosts[caller % 4].GetRequiredService<PlayStore>(), caller)))
        );

        Assert.Equal(1, firsts.Count(first => first));
        Assert.Equal(3, (await Goals.OfAsync(Ann, Ann, Friday, CancellationToken.None)).Count);
        Assert.True(await Goals.HasVisitedAsync(Ann, CancellationToken.None));
        Assert.False(await Goals.HasVisitedAsync(new("bob"), CancellationToken.None));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [DatabaseFact]
    public async Task Every_host_counts_by_the_newest_version_and_pause_of_a_goal()
    {
        await Company.FoundAsync(Store);
        await using var other = Database.StartHost();
        var goal = Made("g", Metric.Quotes, 5);
        await Store.PutAsync(goal);
        await other.RecordAsync(Company.Quote("q1", "ann", "2026-11-18 09:00"));
        goal = goal.PausedFrom(Company.At("2026-11-18 10:00"));
        await Store.PutAsync(goal);
        await other.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 10:00"));
        goal = goal.ResumedFrom(Company.At("2026-11-18 11:00"))
            .Aiming(2, isCompleted: false, Company.At("2026-11-18 11:00"), "ann", TestDatabase.Paris);
        await Store.PutAsync(goal);
        await other.RecordAsync(Company.Quote("q3", "ann", "2026-11-18 11:00"));

        var standing = (await Goals.OfAsync(Ann, Ann, Friday, CancellationToken.None)).Single();
        Assert.Equal((2, 2, GoalState.Completed), (standing.Actual, standing.Target, standing.State));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_change_that_is_thrown_away_is_forgotten_by_the_host_that_tried_it()
    {
        await Company.FoundAsync(Store);
        var goal = Made("g", Metric.Quotes, 5);
        await Store.PutAsync(goal);
        await using (var abandoned = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            await abandoned.PutGoalAsync(goal.PausedFrom(Company.At("2026-11-18 08:00")), CancellationToken.None);
            Assert.Single((await abandoned.GoalsAsync(goal.Subject, CancellationToken.None))[0].Pauses);
        }

        await Store.PutAsync(goal.SharedWithOthers(true));
        await Store.RecordAsync(Company.Quote("q1", "ann"));

        Assert.Equal(1, (await Goals.OfAsync(Ann, Ann, Friday, CancellationToken.None)).Single().Actual);
    }

    [DatabaseFact]
    public async Task A_median_is_read_from_the_replies_of_its_week_and_decided_and_told_by_the_close()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.ResponseTime, 30 * 60));
        await ReplyAsync([10, 20, 30, 40]);
        var four = await StandingAsync();
        Assert.Equal((25 * 60, 4, false, 0), (four.Actual, four.Replies, four.OnTrack, four.Percent));
        await ReplyAsync([15], from: 4);
        var five = await StandingAsync();
        Assert.Equal((20 * 60, 5, true, 150, GoalState.Active), (five.Actual, five.Replies, five.OnTrack, five.Percent, five.State));
        Assert.Empty(await ToldAsync());

        await CloseAsync();

        var closed = await StandingAsync(Week.Key);
        Assert.Equal((20 * 60, 5, null, GoalState.Completed), (closed.Actual, closed.Replies, closed.OnTrack, closed.State));
        Assert.Equal(["goal.completed"], await ToldAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_close_decides_every_goal_of_the_period_a_reopening_counts_again_and_version_2_decides_anew()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.Quotes, 2));
        await Store.PutAsync(Made("p", Metric.Quotes, 9).PausedFrom(Company.At("2026-11-19 09:00")));
        await Store.PutAsync(Made("month", Metric.Quotes, 1, PeriodKind.Month));
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await CloseAsync();
        await Store.RecordAsync(Company.Quote("late", "ann", "2026-11-20 10:00") with { Received = Company.At("2026-11-25 10:00") });
        Assert.Equal([("2026-W47", 1L, GoalState.Missed)], await HistoryAsync("g"));
        Assert.Equal([("2026-W47", 1L, GoalState.Paused)], await HistoryAsync("p"));
        Assert.Empty(await HistoryAsync("month"));
        Assert.Empty(await Host.VerifyAsync());

        await ReopenAsync();
        Assert.Empty(await HistoryAsync("g"));
        Assert.Equal((2, GoalState.Completed), ((await StandingAsync(Week.Key)).Actual, (await StandingAsync(Week.Key)).State));

        await CloseAsync();
        Assert.Equal([("2026-W47", 2L, GoalState.Completed)], await HistoryAsync("g"));
        Assert.Equal(2, (await Open().Closed.SingleAsync()).Version);
        Assert.Equal(["goal.completed", "goal.completed"], await ToldAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Four_closed_weeks_with_their_goal_are_a_Goal_Getter_and_the_badge_comes_with_the_close()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.Quotes, 1));
        string[] days = ["2026-11-18", "2026-11-25", "2026-12-02", "2026-12-09"];
        foreach (var (week, day) in days.Index())
        {
            Assert.Null(await HeldSinceAsync("goal-getter", ""));
            await Store.RecordAsync(Company.Quote(day, "ann", $"{day} 10:00") with { Received = Company.At($"{day} 10:00") });
            await CloseAsync(Period.Of(PeriodKind.Week, Week.First!.Value.PlusWeeks(week)));
        }

        Assert.Equal(Company.At("2026-12-14 00:00"), await HeldSinceAsync("goal-getter", ""));
        await using var db = Open();
        Assert.Equal(2, await db.Announcements.CountAsync(row => row.About == "badge:goal-getter:ann"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_month_of_ten_thousand_is_a_Target_Breaker_at_the_cent_and_not_below_and_a_reopened_deal_takes_it()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(
            GoalChanges.Made(
                new("m"),
                Ann,
                new(Metric.Revenue, PeriodKind.Month, 10_000_00),
                Company.At("2026-11-01 09:00"),
                "ann",
                TestDatabase.Paris
            )
        );
        await Store.RecordAsync(Company.Win("d1", "ann", 9_999));
        Assert.Null(await HeldSinceAsync("target-breaker", "2026-11"));

        await Store.RecordAsync(Company.Win("d2", "ann", 1, "2026-11-19 10:00", deal: "small"));
        Assert.Equal(Company.At("2026-11-19 10:00"), await HeldSinceAsync("target-breaker", "2026-11"));
        await using var db = Open();
        var told = await db
            .Announcements.Where(row =>
                row.Recipient == "person:ann" && (row.About == "goal:m:2026-11" || row.About == "badge:target-breaker:ann")
            )
            .ToListAsync();
        Assert.Equal(["badge:target-breaker:ann", "goal:m:2026-11"], told.Select(row => row.About).Order(StringComparer.Ordinal));
        Assert.Single(told.Select(row => row.Outbox).Distinct());
        Assert.Empty(await Host.VerifyAsync());

        await Store.RecordAsync(Company.Report("r", "2026-11-20 10:00", new Activity.DealReopened("small")));
        Assert.Null(await HeldSinceAsync("target-breaker", "2026-11"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Progress_that_was_changed_behind_our_back_is_named_by_person_and_goal_and_mended()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.Quotes, 2));
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await using (var db = Open())
            await db.GoalProgress.ExecuteUpdateAsync(row => row.SetProperty(it => it.Actual, 7));

        var difference = Assert.Single(await Host.VerifyAsync());
        Assert.Equal((DifferenceKind.Goal, Ann, "g 2026-W47"), (difference.Kind, difference.Person!.Value, difference.Key));
        await Host.MendAsync();

        Assert.Empty(await Host.VerifyAsync());
        Assert.Equal(1, (await StandingAsync()).Actual);
    }

    [DatabaseFact]
    public async Task A_calendar_that_changes_afterwards_moves_active_days_into_the_weeks_where_they_belong()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("g", Metric.ActiveDays, 4));
        await Store.RecordAsync(Company.Quote("q1", "ann", "2026-11-15 16:30"));
        Assert.Equal(0, (await StandingAsync()).Actual);

        var tokyo = Gamification.People.WorkingCalendar.Default(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);
        await Store.ChangeAsync(Company.Person("ann", "north") with { Calendar = tokyo });

        Assert.Equal(1, (await StandingAsync()).Actual);
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task What_was_deleted_can_be_had_back_for_a_day_and_no_longer()
    {
        await Company.FoundAsync(Store);
        await Store.PutAsync(Made("gone", Metric.Quotes, 2).ArchivedAt(Friday, replacement: null));
        await Store.PutAsync(Made("replaced", Metric.Quotes, 2).ArchivedAt(Friday, replacement: new("other")));

        Assert.Equal(["gone"], await RestorableAsync(Friday + Duration.FromDays(1)));
        Assert.Empty(await RestorableAsync(Friday + Duration.FromDays(1) + Duration.FromSeconds(1)));
        Assert.Empty(await Goals.OfAsync(Ann, Ann, Friday, CancellationToken.None));
    }

    [DatabaseFact]
    public async Task A_first_visit_is_recorded_once_by_person()
    {
        await InsertVisitAsync();
        await Assert.ThrowsAsync<DbUpdateException>(InsertVisitAsync);
    }

    private static Goal Made(string id, Metric metric, long target, PeriodKind kind = PeriodKind.Week) =>
        GoalChanges.Made(new(id), Ann, new(metric, kind, target), Company.At("2026-11-16 09:00"), "ann", TestDatabase.Paris);

    private static async Task<bool> VisitAsync(PlayStore store, int caller)
    {
        await using var write = await store.BeginAsync(Company.Now, CancellationToken.None);
        if (!await write.VisitAsync(Ann, CancellationToken.None))
            return false;

        foreach (var terms in DefaultGoals.All)
            await write.PutGoalAsync(
                GoalChanges.Made(new($"g{caller}-{terms.Metric}"), Ann, terms, Company.Now, "ann", TestDatabase.Paris),
                CancellationToken.None
            );
        await write.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task ReplyAsync(int[] minutes, int from = 0)
    {
        foreach (var (talk, took) in minutes.Index())
            await Store.RecordAsync(Company.Talk(Company.Number(talk + from), "ann", "2026-11-18 10:00", took));
    }

    private async Task<GoalStanding> StandingAsync(PeriodKey? period = null) =>
        (await Goals.FindAsync(new("g"), period, Friday, CancellationToken.None))!;

    private async Task<IEnumerable<(string, long?, GoalState)>> HistoryAsync(string goal) =>
        (await Goals.HistoryAsync(new(goal), 10, CancellationToken.None)).Select(past => (past.Period.Key.Value, past.Actual, past.State));

    private async Task<IEnumerable<string>> RestorableAsync(Instant now) =>
        (await Goals.RestorableAsync(Ann, now, CancellationToken.None)).Select(goal => goal.Id.Value);

    private async Task<IReadOnlyList<string>> ToldAsync()
    {
        await using var db = Open();
        return await db
            .Announcements.Where(row => row.Kind.StartsWith("goal."))
            .OrderBy(row => row.Kind)
            .Select(row => row.Kind)
            .ToListAsync();
    }

    private Task CloseAsync() => CloseAsync(Week);

    private async Task CloseAsync(Period week)
    {
        var due = week.EndIn(TestDatabase.Paris.Zone)!.Value + Duration.FromHours(48);
        await using var write = await Store.BeginAsync(due, CancellationToken.None);
        Assert.True(await write.CloseAsync(week, due, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task<Instant?> HeldSinceAsync(string badge, string period)
    {
        await using var db = Open();
        return await db
            .Progress.Where(row => row.Person == Ann && row.Badge == badge && row.Period == period)
            .Select(row => row.CrossedCredited)
            .SingleOrDefaultAsync();
    }

    private async Task ReopenAsync()
    {
        await using var write = await Store.BeginAsync(Company.At("2026-11-26 00:00"), CancellationToken.None);
        var reopening = await write.ReopenAsync([Week.Key], CancellationToken.None);
        await write.RecountAsync(reopening!.Again);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task InsertVisitAsync()
    {
        await using var db = Open();
        db.Add(new FirstVisitRow { Person = Ann, At = Company.Now });
        await db.SaveChangesAsync();
    }
}

public sealed class SqliteGoalTests() : GoalTests(new SqliteDatabase());

public sealed class PostgresGoalTests() : GoalTests(new PostgresDatabase()), IOnPostgres;
