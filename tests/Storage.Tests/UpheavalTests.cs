using CsCheck;
using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>
/// Three weeks in which everything goes wrong that may: activities come shuffled, twice and late, periods close meanwhile, people
/// change teams, pause their goals and aim at other targets, and the host dies between any two statements. Whatever is stored then is what a fresh fold gives; and once every
/// period is open again, it is what one play of everything at once gives. <c>HISTORIES</c> asks for more than a few of them.
/// </summary>
public abstract class UpheavalTests(TestDatabase database) : StorageTest(database)
{
    private static readonly int Count = Environment.GetEnvironmentVariable("HISTORIES") is { } count
        ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)
        : 6;

    private static readonly Instant Start = Company.At("2026-10-26 08:00");
    private static readonly string[] People = ["ann", "bob", "cyd", "dan"];
    private static readonly int[] Delays = [0, 0, 1, 47, 49, 9 * 24];

    protected override Rulebook Rules => EasyBadges.Rules;

    private static Gen<string> Owner => Gen.Int[0, 3].Select(i => Company.Mail(People[i]));

    private static Gen<string> Deal => Gen.Int[0, 3].Select(Company.Number);

    private static Gen<string> Quote => Gen.Int[0, 12].Select(Company.Number);

    private static Gen<Money> Amount => Gen.Int[0, 2].Select(i => Money.Of(i * 50_000, "EUR"));

    private static Gen<Activity> Activities =>
        Gen.OneOf(
            Gen.Select(Quote, Deal, Owner, (quote, deal, owner) => (Activity)new Activity.QuoteSent(quote, deal, owner, null)),
            Quote.Select(quote => (Activity)new Activity.QuoteVoided(quote)),
            Gen.Select(Deal, Owner, Amount, (deal, owner, amount) => (Activity)new Activity.DealClosed(deal, owner, true, amount)),
            Gen.Select(Deal, Owner, (deal, owner) => (Activity)new Activity.DealOwnerChanged(deal, owner)),
            Gen.Select(Deal, Amount, (deal, amount) => (Activity)new Activity.DealAmountChanged(deal, amount)),
            Deal.Select(deal => (Activity)new Activity.DealReopened(deal)),
            Gen.Select(Deal, Owner, (talk, owner) => (Activity)new Activity.MessageReceived(talk, "m", owner)),
            Gen.Select(Deal, Owner, (talk, owner) => (Activity)new Activity.MessageReplied(talk, "m", owner, Automatic: false)),
            Gen.Select(Quote, Owner, (id, owner) => (Activity)new Activity.Logged(id, "call", owner))
        );

    [DatabaseFact]
    public async Task Whatever_goes_wrong_what_is_stored_is_what_the_facts_say() =>
        await Gen.Select(Activities.Array[20, 50], Gen.Int).SampleAsync(CheckAsync, iter: Count, threads: 1);

    private async Task CheckAsync(Activity[] activities, int seed)
    {
        await ClearAsync();
        await Company.FoundAsync(Store);
        await GiveGoalsAsync();
        var random = new Random(seed);
        var history = activities.Select((activity, number) => Report(activity, number, random)).OrderBy(it => it.Received).ToList();
        await SufferAsync(history, random);
        Assert.Empty(await Host.VerifyAsync());

        await ReopenEverythingAsync();
        await Host.MendAsync();
        Assert.Empty(await Host.VerifyAsync());
        var (sums, badges, rewards, gifts) = await StoredAsync();
        var weeks = await WeeksAsync();
        await ClearResultsAsync();
        var decided = await AtOnceAsync(history);
        Assert.Equal(SumsOf(decided), sums);
        Assert.Equal(decided.Badges(), badges);
        Assert.Subset(KeysOf(rewards), KeysOf(decided.Rewards()));
        Assert.Subset(gifts.ToHashSet(), decided.Gifts().ToHashSet());
        await using var fresh = Database.StartHost(rules: Rules);
        await fresh.RecordAsync(history);
        Assert.Equal(decided.Gifts(), (await StoredAsync()).Gifts);
        Assert.Equal(await WeeksAsync(), weeks);
    }

    /// <summary>What the goals of weeks unlocked, once everything is closed: their closes decide it.</summary>
    private async Task<IReadOnlyList<string>> WeeksAsync()
    {
        await CloseDueAsync(Store, Company.At("2026-12-10 09:00"), byHand: true);
        Assert.Empty(await Host.VerifyAsync());
        await using var db = Open();
        return await db.BadgesOfWeeksAsync();
    }

    /// <summary>In the order in which it was received, in groups, some of it again, with what is due and what changes between them.</summary>
    private async Task SufferAsync(List<Reported> history, Random random)
    {
        await using var connection = Database.Crashing();
        await using var host = new PlayStore(connection, TestDatabase.Paris, Rules);
        var seen = new List<Reported>();
        for (var at = 0; at < history.Count; )
        {
            var group = history.Skip(at).Take(random.Next(1, 7)).ToList();
            at += group.Count;
            seen.AddRange(group);
            Reported[] arriving = [.. group, .. random.GetItems(seen.ToArray(), random.Next(3))];
            random.Shuffle(arriving);
            var now = group[^1].Received;
            await DespiteCrashesAsync(connection, random, () => CloseDueAsync(host, now));
            await DespiteCrashesAsync(connection, random, () => host.RecordAsync(arriving));
            if (random.Next(6) == 0)
                await host.ChangeAsync(Changed(random));
            if (random.Next(3) == 0)
                await DespiteCrashesAsync(connection, random, () => ChangeGoalAsync(host, random, now));
        }
    }

    /// <summary>Somebody pauses or resumes a goal, or aims at another target.</summary>
    private static async Task ChangeGoalAsync(PlayStore host, Random random, Instant now)
    {
        await using var write = await host.BeginAsync(now, CancellationToken.None);
        var subject = SubjectId.Of(new(People[random.Next(4)]));
        var goals = await write.GoalsAsync(subject, CancellationToken.None);
        var own = goals.Where(goal => goal.Assignment is null).ToList();
        var goal = own[random.Next(own.Count)];
        var scope = new GoalScope(goal.Id, subject, Period.Of(goal.Kind, TestDatabase.Paris.DayOf(now)).Key);
        var progress = await write.GoalProgressAsync(scope, CancellationToken.None);
        var changed =
            random.Next(3) == 0 ? goal.Aiming(random.Next(1, 4), progress is { Crossed: not null }, now, "ann", TestDatabase.Paris)
            : goal.IsPausedAt(now) ? goal.ResumedFrom(now)
            : goal.PausedFrom(now);
        await write.PutGoalAsync(changed, CancellationToken.None);
        await write.RecountAsync(Recount.Nothing with { Goals = changed.ScopesFrom(now, now, TestDatabase.Paris) });
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>Everybody has a goal of each type, in periods of each kind.</summary>
    private async Task GiveGoalsAsync()
    {
        await using var write = await Store.BeginAsync(Start, CancellationToken.None);
        foreach (var (person, name) in People.Index())
        foreach (var metric in Enum.GetValues<Metric>())
            await write.PutGoalAsync(
                GoalChanges.Made(
                    new($"{name}-{metric}"),
                    new(name),
                    new(metric, GoalType.Periods[(person + (int)metric) % 3], metric is Metric.Revenue ? 100_000 : 2),
                    Start,
                    name,
                    TestDatabase.Paris
                ),
                CancellationToken.None
            );

        foreach (var goal in EasyPromises.All)
            await write.PutGoalAsync(goal, CancellationToken.None);

        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>Dies up to three times, and is done again until it was heard to be done.</summary>
    private static async Task DespiteCrashesAsync(CrashingConnection connection, Random random, Func<Task> work)
    {
        for (var deaths = random.Next(4); deaths > 0; deaths--)
            try
            {
                connection.CrashAfter(random.Next(25));
                await work();
                break;
            }
            catch (CrashException)
            {
                // The next host does it again.
            }

        connection.Heal();
        await work();
    }

    /// <param name="byHand">Also what was reopened.</param>
    private static async Task CloseDueAsync(PlayStore host, Instant now, bool byHand = false)
    {
        await using var write = await host.BeginAsync(now, CancellationToken.None);
        var schedule = await write.ScheduleAsync(CancellationToken.None);
        if (schedule.FirstFact is not { } first)
            return;

        var known = byHand ? [.. schedule.Closes.Where(close => close.State is CloseState.Closed)] : schedule.Closes;
        foreach (var period in Closing.Due(now, TestDatabase.Paris, known, TestDatabase.Paris.DayOf(first)))
            await write.CloseAsync(period, now, CancellationToken.None);

        await write.CommitAsync(CancellationToken.None);
    }

    private async Task ReopenEverythingAsync()
    {
        await using var db = Open();
        var closed = await db.Closed.Select(row => row.Period).ToListAsync();
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var reopening = await write.ReopenAsync(closed, CancellationToken.None);
        Assert.Empty(reopening!.Also);
        await write.RecountAsync(reopening.Again);
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>Reads and decides in a transaction that is then thrown away.</summary>
    private async Task<Outcome.Decided> AtOnceAsync(IReadOnlyList<Reported> history)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        return await write.PlayAsync(history);
    }

    /// <summary>What was granted before a period was reopened stays, so points of rewards are left out.</summary>
    private static IReadOnlyList<string> SumsOf(Outcome.Decided decided) =>
        [
            .. Sorted(
                WithoutBonus(
                    decided.Tallies.Select(tally => (tally.Key, tally.Points, tally.Measures)),
                    decided.Entries.Select(entry => (entry.Key.Rule, entry.Key.Person, entry.Team, entry.Key.Dated, entry.Points))
                )
            ),
            .. Sorted(decided.Goals),
        ];

    private static IEnumerable<(TallyKey Key, long Points, Measures Measures)> WithoutBonus(
        IEnumerable<(TallyKey Key, long Points, Measures Measures)> sums,
        IEnumerable<(string Rule, PersonId Person, TeamId? Team, Instant Dated, long Points)> lines
    )
    {
        PeriodKind[] kinds = [PeriodKind.Day, PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.All];
        var bonus = (
            from line in lines
            where line.Rule.StartsWith("bonus.", StringComparison.Ordinal)
            from kind in kinds
            from board in line.Team is { } team ? new[] { BoardKey.Organisation, BoardKey.Team(team) } : [BoardKey.Organisation]
            group line.Points by new TallyKey(board, Period.Of(kind, TestDatabase.Paris.DayOf(line.Dated)).Key, line.Person)
        ).ToDictionary(points => points.Key, points => points.Sum());
        return sums.Select(sum => (sum.Key, sum.Points - bonus.GetValueOrDefault(sum.Key), sum.Measures));
    }

    private static HashSet<string> KeysOf(IEnumerable<string> rewards) => [.. rewards.Select(reward => reward[..reward.LastIndexOf(':')])];

    private async Task<(
        IReadOnlyList<string> Sums,
        IReadOnlyList<string> Badges,
        IReadOnlyList<string> Rewards,
        IReadOnlyList<string> Gifts
    )> StoredAsync()
    {
        await using var db = Open();
        var rows = await db.Tallies.AsNoTracking().ToListAsync();
        var goals = await db.GoalProgress.AsNoTracking().ToListAsync();
        var lines = await db.Entries.AsNoTracking().ToListAsync();
        IReadOnlyList<string> sums =
        [
            .. Sorted(
                WithoutBonus(
                    rows.Select(row =>
                        (
                            new TallyKey(row.Board, row.Period, row.Person),
                            row.Points,
                            new Measures(row.Quotes, row.Sent, row.Deals, row.Revenue, row.Replies, row.Active)
                        )
                    ),
                    lines.Select(row => (row.Rule, row.Person, row.Team, row.Dated, row.Points))
                )
            ),
            .. Sorted(goals.Select(row => row.ToProgress())),
        ];
        return (sums, await db.BadgesAsync(), await db.RewardsAsync(), await db.GiftsAsync());
    }

    /// <summary>Somebody has another team, and time off that nobody knew of.</summary>
    private static PersonRecord Changed(Random random) =>
        Company.Person(People[random.Next(4)], random.Next(2) == 0 ? "north" : "south") with
        {
            Calendar = WorkingCalendar.Default(TestDatabase.Paris.Zone) with
            {
                TimeOff = Enumerable.Range(0, 3).Select(_ => new LocalDate(2026, 10, 26).PlusDays(random.Next(21))).ToHashSet(),
            },
        };

    private static IReadOnlyList<string> Sorted(IEnumerable<(TallyKey Key, long Points, Measures Measures)> sums) =>
        [
            .. sums.Where(sum => sum.Points != 0 || !sum.Measures.IsZero)
                .Select(sum => $"{sum.Key}: {sum.Points} {sum.Measures}")
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Sorted(IEnumerable<GoalProgress> goals) =>
        goals
            .Where(goal => goal is not { Actual: 0, Crossed: null, Result: null })
            .Select(goal => $"{goal.Scope}: {goal.Actual} {goal.Crossed} {goal.Result}")
            .Order(StringComparer.Ordinal);

    private async Task ClearAsync()
    {
        await using (var db = Open())
        {
            await db.Goals.ExecuteDeleteAsync();
            await db.GoalVersions.ExecuteDeleteAsync();
            await db.GoalPauses.ExecuteDeleteAsync();
        }

        await ClearResultsAsync();
    }

    /// <summary>People and goals stay; a team is written again so that every host forgets what it keeps.</summary>
    private async Task ClearResultsAsync()
    {
        await using (var db = Open())
        {
            await db.GoalProgress.ExecuteDeleteAsync();
            await db.Grants.ExecuteDeleteAsync();
            await db.GrantLines.ExecuteDeleteAsync();
            await db.CoinEntries.ExecuteDeleteAsync();
            await db.Unlocks.ExecuteDeleteAsync();
            await db.Facts.ExecuteDeleteAsync();
            await db.Entries.ExecuteDeleteAsync();
            await db.Days.ExecuteDeleteAsync();
            await db.Tallies.ExecuteDeleteAsync();
            await db.Progress.ExecuteDeleteAsync();
            await db.Awards.ExecuteDeleteAsync();
            await db.Announcements.ExecuteDeleteAsync();
            await db.Outbox.ExecuteDeleteAsync();
            await db.Closed.ExecuteDeleteAsync();
            await db.Snapshots.ExecuteDeleteAsync();
            await db.GoalSnapshots.ExecuteDeleteAsync();
            await db.CloseSeals.ExecuteDeleteAsync();
            await db.Organisations.ExecuteUpdateAsync(row => row.SetProperty(it => it.FirstFact, (Instant?)null));
        }

        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutTeamAsync(Company.Team("north"), CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private static Reported Report(Activity activity, int number, Random random)
    {
        var at = Start + Duration.FromMinutes(random.Next(21 * 24 * 60));
        return new(Company.Id(Company.Number(number)), activity, at, at + Duration.FromHours(Delays[random.Next(Delays.Length)]), "{}");
    }
}

public sealed class SqliteUpheavalTests() : UpheavalTests(new SqliteDatabase());

public sealed class PostgresUpheavalTests() : UpheavalTests(new PostgresDatabase()), IOnPostgres;
