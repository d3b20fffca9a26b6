using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>What managers' goals grant in November 2026, on both databases: once, and never missed.</summary>
public abstract class GrantTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Period November = Period.Of(PeriodKind.Month, new LocalDate(2026, 11, 18));

    [DatabaseFact]
    public async Task A_deal_reopened_and_won_again_is_one_grant_of_three_lines_and_net_500()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(
            Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00, Promise.Base(Promise.Coins(500), Promise.Points(40)))
        );
        await Store.RecordAsync(Company.Win("d1", "ann", 96_000, "2026-11-03 10:00"));
        await Store.RecordAsync(Company.Win("d7", "ann", 5_000, "2026-11-04 10:00"));
        await Store.RecordAsync(Company.Report("r7", "2026-11-05 10:00", new Activity.DealReopened("d7")));
        await Store.RecordAsync(Company.Win("w7", "ann", 5_000, "2026-11-06 10:00", deal: "d7"));

        await using var db = Open();
        Assert.Single(await db.Grants.ToListAsync());
        var lines = await db.GrantLines.Where(line => line.Reward == "coins").OrderBy(line => line.Revision).ToListAsync();
        Assert.Equal([500, -500, 500], lines.Select(line => line.Amount));
        Assert.Equal(["d7", "r7", "w7"], lines.Select(line => line.ExternalId));
        Assert.Equal(["person:ann", "channel:web:north"], await ToldAsync(db, "tier.reached"));
        Assert.Equal(["person:ann"], await ToldAsync(db, "reversal"));
        Assert.Equal(
            40,
            (await db.Entries.ToListAsync())
                .Where(entry => entry.Rule.StartsWith("bonus.", StringComparison.Ordinal))
                .Sum(entry => entry.Points)
        );
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_second_insert_of_a_grant_fails_and_one_that_stands_already_is_not_paid_again()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Coins(5))));
        await Store.RecordAsync(Company.Quote("q1", "ann"));

        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var grant = new Grant(
            new(new(new("g"), Promise.Person("ann"), November.Key), TierKind.Base),
            new(Company.Now, Company.Now, Company.Id("q1")),
            1
        );
        var again = new Outcome.Decided([], [], [], [], [], [], []) { Grants = [grant] };

        await Assert.ThrowsAsync<InvalidOperationException>(() => write.WriteAsync(again, CancellationToken.None));
    }

    [DatabaseFact]
    public async Task Two_writers_at_328_of_330_end_with_the_tier_granted_once()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Quotes, 300, Promise.Base(), Promise.Super(Promise.Coins(5))));
        var quotes = Enumerable.Range(0, 328).Select(i => Company.Quote($"q{i}", "ann", "2026-11-18 08:00")).ToList();
        await Store.RecordAsync(quotes);
        await using var left = Database.StartHost();
        await using var right = Database.StartHost();

        Task[] writers;
        await using (await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            // Both are on their way before either may commit: the lock is held here.
            writers =
            [
                Task.Run(() => left.RecordAsync(Company.Quote("left", "ann", "2026-11-18 09:01"))),
                Task.Run(() => right.RecordAsync(Company.Quote("right", "bob", "2026-11-18 09:02"))),
            ];
            Assert.All(writers, writer => Assert.False(writer.IsCompleted));
        }

        await Task.WhenAll(writers);

        await using var db = Open();
        Assert.Equal(330, (await db.GoalProgress.SingleAsync()).Actual);
        Assert.Equal(TierKind.Super, (await db.Grants.SingleAsync()).Tier);
        Assert.Equal(
            ["person:ann", "person:bob"],
            await db.GrantLines.OrderBy(line => line.Recipient).Select(line => line.Recipient.Value).ToListAsync()
        );
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Eight_racing_writers_in_two_hosts_grant_each_tier_once()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(
            Promise
                .Goal(
                    "g",
                    Promise.North,
                    Metric.Quotes,
                    40,
                    Promise.Base(Promise.Coins(5)),
                    Promise.At(TierKind.Super, 200, Promise.Points(7))
                )
                .Sharing(Sharing.Proportional)
        );
        await Store.PromiseAsync(Promise.Goal("m", Promise.Members, Metric.Quotes, 40, Promise.Base(Promise.Coins(3))));
        await using var left = Database.StartHost();
        await using var right = Database.StartHost();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 12; i++)
                            await (writer % 2 == 0 ? left : right).RecordAsync(Quote(i * 8 + writer));
                    })
                )
        );

        await using var db = Open();
        Assert.Equal(2, await db.Grants.CountAsync(grant => grant.Goal == new GoalId("g")));
        Assert.Equal(2, await db.Grants.CountAsync(grant => grant.Goal == new GoalId("m")));
        Assert.Equal(
            5,
            await db.GrantLines.Where(line => line.Goal == new GoalId("g") && line.Reward == "coins").SumAsync(line => line.Amount)
        );
        Assert.Equal(7, await db.GrantLines.Where(line => line.Reward == "points").SumAsync(line => line.Amount));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_late_fact_takes_a_team_reward_back_and_a_manager_keeps_it_which_verify_counts()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Revenue, 100_000_00, Promise.Base(Promise.Coins(500))));
        await Store.RecordAsync(Company.Win("d1", "ann", 96_000, "2026-11-03 10:00"));
        await Store.RecordAsync(Company.Win("d7", "bob", 5_000, "2026-11-05 10:00"));
        await Store.RecordAsync(Company.Report("cut", "2026-11-04 10:00", new Activity.DealAmountChanged("d1", Money.Of(1_000_00, "EUR"))));
        await using var db = Open();
        Assert.Empty(await db.RewardsAsync());

        var key = new GrantKey(new(new("g"), Promise.North, November.Key), TierKind.Base);
        Assert.True(await DecideAsync(key, write => write.KeepGrantAsync(key, "mia", "They earned it.", CancellationToken.None)));

        Assert.Equal(
            ["g/team:north/Base/2026-11 person:ann coins: 500", "g/team:north/Base/2026-11 person:bob coins: 500"],
            await db.RewardsAsync()
        );
        Assert.Empty(await Host.VerifyAsync());
        Assert.Equal(1, await Host.KeptAsync());
        Assert.False(await DecideAsync(key, write => write.KeepGrantAsync(key, "mia", "Again.", CancellationToken.None)));
    }

    [DatabaseFact]
    public async Task A_manager_leaves_somebody_out_and_adds_somebody()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(
            Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(101))).Sharing(Sharing.Even)
        );
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        var key = new GrantKey(new(new("g"), Promise.North, November.Key), TierKind.Base);

        foreach (var (person, isAdded) in new[] { ("bob", false), ("dan", true) })
            Assert.True(
                await DecideAsync(
                    key,
                    write => write.ChangeRecipientAsync(new(key, new(person), isAdded, Company.Now, "mia", "Fair."), CancellationToken.None)
                )
            );

        await using var db = Open();
        Assert.Equal(
            ["g/team:north/Base/2026-11 person:ann coins: 51", "g/team:north/Base/2026-11 person:dan coins: 50"],
            await db.RewardsAsync()
        );
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_chain_an_accelerator_and_a_multiplier_are_stored_and_read_back_as_they_were_decided()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("a", Promise.Members, Metric.Quotes, 2, Promise.Base()));
        await Store.PromiseAsync(Promise.Goal("b", Promise.Members, Metric.Deals, 1, Promise.Base(Promise.Coins(7))).After("a"));
        await Store.PromiseAsync(
            Promise
                .Goal("c", Promise.Person("ann"), Metric.Revenue, 1_000_00)
                .Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, null, 2)], null, new(Metric.Deals, 2)))
        );
        await Store.PromiseAsync(
            Promise.Goal("d", Promise.Person("ann"), Metric.Deals, 1).Paying(new Accelerator.Multiplier([new(100_00, null, 2)], null, null))
        );
        await Store.RecordAsync(Company.Win("d0", "ann", 1_000, "2026-11-10 10:00"), Company.Quote("q1", "ann", "2026-11-11 10:00"));
        await Store.RecordAsync(Company.Quote("q2", "ann", "2026-11-12 10:00"));
        await Store.RecordAsync(Company.Win("d1", "ann", 500, "2026-11-13 10:00"));

        await using var db = Open();
        Assert.Equal(["b/person:ann/Base/2026-11 person:ann coins: 7", "c/person:ann/2026-11: 100"], await db.RewardsAsync());
        Assert.Equal(("b", "q2"), ((await db.Unlocks.SingleAsync()).Goal.Value, (await db.Unlocks.SingleAsync()).ExternalId));
        Assert.Equal(
            50,
            (await db.Entries.ToListAsync())
                .Where(entry => entry.Rule.StartsWith("bonus.multiplier", StringComparison.Ordinal))
                .Sum(entry => entry.Points)
        );
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Grants_and_coins_changed_behind_our_back_are_named_and_mended()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(5), Promise.Points(3))));
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await using var db = Open();
        await db.GrantLines.Where(line => line.Recipient == Promise.Person("bob")).ExecuteDeleteAsync();
        await db.Entries.Where(entry => entry.Rule.StartsWith("bonus.") && entry.Person == new PersonId("ann")).ExecuteDeleteAsync();

        var found = await Host.VerifyAsync();
        Assert.Equal(2, found.Count(difference => difference.Kind is DifferenceKind.Grant));
        Assert.Contains(found, difference => difference is { Kind: DifferenceKind.Line, Person: { Value: "ann" } });
        await Host.MendAsync();

        Assert.Empty(await Host.VerifyAsync());
        Assert.Equal(4, (await db.RewardsAsync()).Count);
    }

    [DatabaseFact]
    public async Task A_wallet_of_20_and_120_coins_that_lost_a_line_or_has_one_too_many_is_mended_to_140()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(
            Promise
                .Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00)
                .Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, 110_00, 10), new(110_00, 130_00, 20)], null, null))
        );
        await Store.RecordAsync(Company.Win("d1", "ann", 102_000, "2026-11-03 10:00"));
        await Store.RecordAsync(Company.Win("d2", "ann", 10_000, "2026-11-04 10:00"));
        await using var db = Open();
        Assert.Equal(["g/person:ann/2026-11: 140"], await db.RewardsAsync());

        foreach (var missing in new[] { 20, -30 })
        {
            if (missing == 20)
                await db.CoinEntries.Where(line => line.Sequence == 1).ExecuteDeleteAsync();
            else
                await db.CoinEntries.Where(line => line.Sequence == 2).ExecuteUpdateAsync(row => row.SetProperty(one => one.Amount, 150));

            var found = Assert.Single(await Host.VerifyAsync());
            Assert.Equal((DifferenceKind.Coins, $"{Company.Number(missing)} more coins"), (found.Kind, found.Derived));
            await Host.MendAsync();
            Assert.Equal(["g/person:ann/2026-11: 140"], await db.RewardsAsync());
            Assert.Empty(await Host.VerifyAsync());
        }
    }

    [DatabaseFact]
    public async Task A_goal_in_the_shadow_pays_no_coins_and_a_verification_asks_for_none()
    {
        await Company.FoundAsync(Store);
        var goal = Promise
            .Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00, Promise.Base(Promise.Coins(5)))
            .Paying(new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, null, 10)], null, null));
        await Store.PromiseAsync(goal with { Assignment = goal.Assignment! with { IsShadow = true } });
        await Store.RecordAsync(Company.Win("d1", "ann", 102_000, "2026-11-03 10:00"));

        await using var db = Open();
        Assert.Empty(await db.RewardsAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Managers_hear_that_a_late_fact_takes_a_team_reward_back_and_what_they_keep_stays()
    {
        await Company.FoundAsync(Store);
        await using (var write = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            Assert.Null(await write.PutPersonAsync(Company.Person("mia"), CancellationToken.None));
            await write.PutTeamAsync(Company.Team("north") with { Managers = [new("mia")] }, CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
        }

        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Quotes, 2, Promise.Base(Promise.Coins(5))));
        await Store.RecordAsync(Company.Quote("q1", "ann", "2026-11-16 10:00"));
        await Store.RecordAsync(Company.Quote("q2", "bob", "2026-11-18 10:00"));
        await using var db = Open();
        Assert.Empty(await ToldAsync(db, "reversal"));
        await Store.RecordAsync(Company.Report("v1", "2026-11-17 10:00", new Activity.QuoteVoided("q1")));

        Assert.Equal(["person:mia", "person:bob", "person:ann"], await ToldAsync(db, "reversal"));
        Assert.Empty(await db.RewardsAsync());
        var key = new GrantKey(new(new("g"), Promise.North, November.Key), TierKind.Base);
        Assert.True(await DecideAsync(key, write => write.KeepGrantAsync(key, "mia", "They earned it.", CancellationToken.None)));
        await Store.RecordAsync(Company.Report("v2", "2026-11-18 11:00", new Activity.QuoteVoided("q2")));

        Assert.Equal(2, (await db.RewardsAsync()).Count);
        Assert.Equal(3, (await ToldAsync(db, "reversal")).Count());
        Assert.Equal(1, await Host.KeptAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_close_decides_teams_and_members_a_reopening_issues_what_is_missing_and_leaves_what_was_issued()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("t", Promise.North, Metric.Quotes, 2, Promise.Base(Promise.Coins(5))).Every(PeriodKind.Week));
        await Store.PromiseAsync(
            Promise.Goal("m", Promise.Members, Metric.Quotes, 1, Promise.Base(Promise.Coins(1))).Every(PeriodKind.Week)
        );
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await CloseAsync();
        await Store.RecordAsync(Company.Quote("late", "ann", "2026-11-20 10:00") with { Received = Company.At("2026-11-25 10:00") });
        await using var db = Open();
        Assert.Equal(
            [("m", "person:ann", GoalState.Completed), ("m", "person:bob", GoalState.Missed), ("t", "team:north", GoalState.Missed)],
            (await db.GoalProgress.AsNoTracking().Where(row => row.Period == Week.Key).ToListAsync())
                .Select(row => (row.Goal.Value, row.Subject.Value, row.State!.Value))
                .Order()
        );
        Assert.Equal(
            ["m/person:ann/Base/2026-W47 person:ann coins: 1", "m/person:ann/Base/2026-W48 person:ann coins: 1"],
            await db.RewardsAsync()
        );

        await ReopenAsync();

        Assert.Contains("t/team:north/Base/2026-W47 person:bob coins: 5", await db.RewardsAsync());
        Assert.Empty(await Host.VerifyAsync());
        await CloseAsync();
        Assert.Equal(
            GoalState.Completed,
            (await db.GoalProgress.AsNoTracking().SingleAsync(row => row.Goal == new GoalId("t") && row.Period == Week.Key)).State
        );
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_custom_range_is_due_48_hours_after_its_end_and_freezes_its_goal_alone()
    {
        await Company.FoundAsync(Store);
        var range = Period.Custom(new(2026, 11, 17), new(2026, 11, 18));
        await Store.PromiseAsync(Promise.Goal("g", Promise.Person("ann"), Metric.Quotes, 2, Promise.Base(Promise.Coins(5))).OnlyIn(range));
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        Assert.Empty(await DueAsync(Company.At("2026-11-20 23:59")));
        Assert.Equal([range.Key], await DueAsync(Company.At("2026-11-21 00:00")));
        await CloseAsync(range);

        await Store.RecordAsync(Company.Quote("q2", "ann", "2026-11-18 11:00") with { Received = Company.At("2026-11-22 10:00") });

        await using var db = Open();
        var row = await db.GoalProgress.SingleAsync();
        Assert.Equal((1, GoalState.Missed), (row.Actual, row.State));
        Assert.Empty(await db.Grants.ToListAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_change_of_team_afterwards_moves_sums_and_shares()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(5), Promise.Points(3))));
        await Store.RecordAsync(Company.Quote("q1", "ann"));

        await Store.ChangeAsync(Company.Person("bob", "south"));
        await using var db = Open();
        Assert.Equal(2, (await db.RewardsAsync()).Count);
        Assert.Empty(await Host.VerifyAsync());

        await Store.ChangeAsync(Company.Person("ann", "south"));
        Assert.Empty(await db.RewardsAsync());
        Assert.Equal(
            0,
            (await db.Tallies.AsNoTracking().Where(row => row.Person == new PersonId("bob")).ToListAsync()).Sum(row => row.Points)
        );
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Every_close_keeps_what_it_made_of_goals_and_the_second_leaves_what_the_first_kept()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(
            Promise.Goal("t", Promise.North, Metric.Quotes, 2, Promise.Base(), Promise.At(TierKind.Super, 150)).Every(PeriodKind.Week)
        );
        await Store.PromiseAsync(Promise.Goal("m", Promise.Members, Metric.Revenue, 300_00, Promise.Base()).Every(PeriodKind.Week));
        await Store.RecordAsync(Company.Quote("q1", "ann"), Company.Win("d1", "bob", 301));
        await CloseAsync();
        await Store.RecordAsync(
            Company.Quote("q2", "ann", "2026-11-19 10:00") with
            {
                Received = Company.At("2026-11-25 10:00"),
            },
            Company.Quote("q3", "bob", "2026-11-20 10:00") with
            {
                Received = Company.At("2026-11-25 10:00"),
            }
        );
        await ReopenAsync();
        await CloseAsync();

        string[] first =
        [
            "m person:ann Missed 0 of 30000, 0:",
            "m person:bob Completed 30100 of 30000, 10033: Base 2026-11-18T08:00:00Z",
            "t team:north Missed 1 of 2, 5000:",
        ];
        Assert.Equal(first, await KeptAsync(1));
        Assert.Equal(
            [.. first[..2], "t team:north Completed 3 of 2, 15000: Base 2026-11-19T09:00:00Z, Super 2026-11-20T09:00:00Z"],
            await KeptAsync(2)
        );
        Assert.Equal([1, 2], (await Closes.SealsAsync(Week.Key, CancellationToken.None)).Select(seal => seal.Version));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task What_a_close_kept_and_the_goals_it_froze_are_named_where_they_were_changed_behind_our_back()
    {
        await Company.FoundAsync(Store);
        await Store.PromiseAsync(Promise.Goal("t", Promise.North, Metric.Quotes, 1, Promise.Base()).Every(PeriodKind.Week));
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await CloseAsync();
        await ReopenAsync();
        await CloseAsync();
        await using var db = Open();

        await db.GoalSnapshots.Where(row => row.Version == 1).ExecuteUpdateAsync(row => row.SetProperty(one => one.Actual, 7));
        await db.Snapshots.Where(row => row.Version == 2).ExecuteUpdateAsync(row => row.SetProperty(one => one.Rank, 9));
        await db.GoalProgress.Where(row => row.Period == Week.Key).ExecuteUpdateAsync(row => row.SetProperty(one => one.Actual, 8));

        Assert.Equal(
            [
                (DifferenceKind.Goal, "t 2026-W47"),
                (DifferenceKind.Closed, "2026-W47 version 1"),
                (DifferenceKind.Closed, "2026-W47 version 2"),
            ],
            (await Host.VerifyAsync()).Select(found => (found.Kind, found.Key)).Order()
        );
    }

    private CloseReader Closes => Host.GetRequiredService<CloseReader>();

    private async Task<IEnumerable<string>> KeptAsync(int version) =>
        from line in await Closes.GoalsAsync(Week.Key, version, CancellationToken.None)
        let tiers = string.Join(", ", line.Tiers.Select(tier => $"{tier.Tier} {tier.ReachedAt}"))
        select $"{line.Goal.Id} {line.Subject} {line.State} {line.Actual} of {line.Target}, {line.BasisPoints}: {tiers}".TrimEnd();

    private static readonly Period Week = Period.Of(PeriodKind.Week, new LocalDate(2026, 11, 18));

    /// <summary>Each a minute later than the last; three of four are Ann's.</summary>
    private static Reported Quote(int number)
    {
        var (id, at) = (Company.Number(number), Company.At("2026-11-18 09:00") + Duration.FromMinutes(number));
        return new(Company.Id(id), new Activity.QuoteSent(id, null, Company.Mail(number % 2 == 0 ? "ann" : "bob"), null), at, at, "{}");
    }

    private async Task<bool> DecideAsync(GrantKey grant, Func<PlayWrite, Task<bool>> decide)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var decided = await decide(write);
        await write.RecountAsync(Recount.Nothing with { Goals = new HashSet<GoalScope> { grant.Scope } });
        await write.CommitAsync(CancellationToken.None);
        return decided;
    }

    private async Task<IEnumerable<PeriodKey>> DueAsync(Instant now)
    {
        await using var write = await Store.BeginAsync(now, CancellationToken.None);
        var schedule = await write.ScheduleAsync(CancellationToken.None);
        return Closing
            .Due(now, TestDatabase.Paris, schedule.Closes, new LocalDate(2026, 11, 18), schedule.Ranges)
            .Select(period => period.Key);
    }

    private Task CloseAsync() => CloseAsync(Week);

    private async Task CloseAsync(Period period)
    {
        var due = period.EndIn(TestDatabase.Paris.Zone)!.Value + Duration.FromHours(48);
        await using var write = await Store.BeginAsync(due, CancellationToken.None);
        Assert.True(await write.CloseAsync(period, due, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task ReopenAsync()
    {
        await using var write = await Store.BeginAsync(Company.At("2026-11-26 00:00"), CancellationToken.None);
        var reopening = await write.ReopenAsync([Week.Key], CancellationToken.None);
        await write.RecountAsync(reopening!.Again);
        await write.CommitAsync(CancellationToken.None);
    }

    private static async Task<IEnumerable<string>> ToldAsync(GameContext db, string kind) =>
        (await db.Announcements.Where(row => row.Kind == kind).Select(row => row.Recipient).ToListAsync()).OrderDescending(
            StringComparer.Ordinal
        );
}

public sealed class SqliteGrantTests() : GrantTests(new SqliteDatabase());

public sealed class PostgresGrantTests() : GrantTests(new PostgresDatabase()), IOnPostgres;
