using CsCheck;
using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>What is stored after any order and grouping is what the rules say of all facts at once.</summary>
public abstract class ConvergenceTests(TestDatabase database) : StorageTest(database)
{
    private static readonly string[] People = ["ann", "bob", "cyd", "dan"];

    protected override Rulebook Rules => EasyBadges.Rules;

    private static Gen<string> Owner => Gen.Int[0, 3].Select(i => People[i]).Select(Company.Mail);

    private static Gen<string> Deal => Gen.Int[0, 3].Select(Company.Number);

    private static Gen<string> Quote => Gen.Int[0, 12].Select(Company.Number);

    private static Gen<Money> Amount => Gen.Int[0, 2].Select(i => Money.Of(i * 50_000, "EUR"));

    private static Gen<Activity> Activities =>
        Gen.OneOf(
            Gen.Select(Quote, Deal, Owner, (quote, deal, owner) => (Activity)new Activity.QuoteSent(quote, deal, owner, null)),
            Quote.Select(quote => (Activity)new Activity.QuoteVoided(quote)),
            Gen.Select(Deal, Owner, Amount, (deal, owner, amount) => (Activity)new Activity.DealClosed(deal, owner, true, amount)),
            Gen.Select(Deal, Owner, (deal, owner) => (Activity)new Activity.DealOwnerChanged(deal, owner)),
            Deal.Select(deal => (Activity)new Activity.DealReopened(deal)),
            Gen.Select(Deal, Owner, (talk, owner) => (Activity)new Activity.MessageReceived(talk, "m", owner)),
            Gen.Select(Deal, Owner, (talk, owner) => (Activity)new Activity.MessageReplied(talk, "m", owner, Automatic: false)),
            Gen.Select(Quote, Owner, (id, owner) => (Activity)new Activity.Logged(id, "call", owner))
        );

    /// <summary>A history of two days, shuffled, and the sizes of the groups it arrives in.</summary>
    private static Gen<(IReadOnlyList<Reported> History, int[] Groups)> Arrivals =>
        Gen.Select(Activities.Array[20, 60], Gen.Int[0, 2_800].Array[60], Gen.Int[1, 9].Array[60], Gen.Int)
            .Select((activities, minutes, groups, seed) => ((IReadOnlyList<Reported>)Shuffled(activities, minutes, seed), groups));

    [DatabaseFact]
    public async Task Stored_sums_are_those_of_one_play_of_everything()
    {
        await Company.FoundAsync(Store);
        foreach (var goal in EasyPromises.All)
            await Store.PromiseAsync(goal);

        await Arrivals.SampleAsync(arrival => CheckAsync(arrival.History, arrival.Groups), iter: 12, threads: 1);
    }

    private async Task CheckAsync(IReadOnlyList<Reported> history, int[] groups)
    {
        await ClearAsync();
        var decided = await AtOnceAsync(history);
        var expected = decided.Tallies.ToDictionary(tally => tally.Key, tally => (tally.Points, tally.Measures));
        for (var (at, group) = (0, 0); at < history.Count; at += groups[group], group++)
            await Store.RecordAsync([.. history.Skip(at).Take(groups[group])]);

        await using var db = Open();
        var stored = await db.Tallies.AsNoTracking().ToListAsync();
        var sums = stored.ToDictionary(
            row => new TallyKey(row.Board, row.Period, row.Person),
            row => (row.Points, new Measures(row.Quotes, row.Sent, row.Deals, row.Revenue, row.Replies, row.Active))
        );
        var differences = string.Join('\n', Differences(Live(expected), Live(sums)));
        Assert.True(differences.Length == 0, differences);
        Assert.Equal(decided.Badges(), await db.BadgesAsync());
        Assert.Empty(await Host.VerifyAsync());
        Assert.Equal(decided.Rewards(), await db.RewardsAsync());
        Assert.Equal(decided.Gifts(), await db.GiftsAsync());
        Assert.Equal(await db.Entries.SumAsync(entry => entry.Points), stored.Where(IsWhole).Sum(row => row.Points));
    }

    /// <summary>Reads and decides in a transaction that is then thrown away.</summary>
    private async Task<Outcome.Decided> AtOnceAsync(IReadOnlyList<Reported> history)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        return await write.PlayAsync(history);
    }

    private static HashSet<string> Live(Dictionary<TallyKey, (long Points, Measures Measures)> sums) =>
        [.. sums.Where(sum => sum.Value != default).Select(sum => $"{sum.Key}: {sum.Value}")];

    private static IEnumerable<string> Differences(HashSet<string> expected, HashSet<string> stored) =>
        [.. expected.Except(stored).Select(sum => $"missing {sum}"), .. stored.Except(expected).Select(sum => $"stored {sum}")];

    private static bool IsWhole(TallyRow row) => row.Board == BoardKey.Organisation && row.Period == Period.All.Key;

    private async Task ClearAsync()
    {
        await using var db = Open();
        await db.Facts.ExecuteDeleteAsync();
        await db.Entries.ExecuteDeleteAsync();
        await db.Days.ExecuteDeleteAsync();
        await db.Tallies.ExecuteDeleteAsync();
        await db.Progress.ExecuteDeleteAsync();
        await db.Awards.ExecuteDeleteAsync();
        await db.GoalProgress.ExecuteDeleteAsync();
        await db.Grants.ExecuteDeleteAsync();
        await db.GrantLines.ExecuteDeleteAsync();
        await db.CoinEntries.ExecuteDeleteAsync();
        await db.Unlocks.ExecuteDeleteAsync();
        await db.Announcements.ExecuteDeleteAsync();
        await db.Outbox.ExecuteDeleteAsync();
    }

    private static Reported[] Shuffled(Activity[] activities, int[] minutes, int seed)
    {
        Reported[] history = [.. activities.Select((activity, i) => Report(activity, i, minutes[i]))];
        new Random(seed).Shuffle(history);
        return history;
    }

    private static Reported Report(Activity activity, int number, int minute)
    {
        var at = Company.At("2026-11-17 09:00") + Duration.FromMinutes(minute);
        return new(Company.Id(Company.Number(number)), activity, at, at, "{}");
    }
}

public sealed class SqliteConvergenceTests() : ConvergenceTests(new SqliteDatabase());

public sealed class PostgresConvergenceTests() : ConvergenceTests(new PostgresDatabase()), IOnPostgres;
