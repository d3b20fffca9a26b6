using System.Diagnostics;
using System.Globalization;
using Bot.Play;
using Gamification;
using Gamification.Activities;
using NodaTime;
using Storage;
using Activity = Gamification.Activities.Activity;

namespace Benchmarks;

/// <summary>The days go by while it grows, about 20 activities a rep and day, from tomorrow on: after what the company began with.</summary>
internal sealed class GrowingHistory(PlayStore store, Scorekeeper scorekeeper, int reps)
{
    private readonly Random random = new(17);
    private Instant now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + Duration.FromDays(1);
    private int number;

    /// <summary>Goes on where a kept history ends.</summary>
    public void GoOn(int grown, Instant last) => (number, now) = (grown, last);

    public async Task GrowAsync(int count, int group)
    {
        for (var done = 0; done < count; done += group)
            await PlayAsync(Math.Min(group, count - done));
    }

    /// <summary>Only the facts, as they are stored at once; a replay makes the rest of them in a fraction of the time.</summary>
    public async Task StoreAsync(int count, int group)
    {
        for (var done = 0; done < count; done += group)
        {
            var reported = NextGroup(Math.Min(group, count - done));
            await using var write = await store.BeginAsync(now, CancellationToken.None);
            await write.WriteAsync(
                new([.. reported.Select(one => Counted(one, write.Number))], [], [], [], [], [], []),
                CancellationToken.None
            );
            await write.CommitAsync(CancellationToken.None);
        }
    }

    /// <summary>The median microseconds of an activity.</summary>
    public async Task<double> TimeAsync(string name, int count, int group)
    {
        var times = new List<double>();
        var busy = ProcessorTime();
        var rows = 0;
        for (var done = 0; done < count; done += group)
        {
            var started = Stopwatch.GetTimestamp();
            rows += await PlayAsync(group);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / group);
        }

        var median = times.Order().ElementAt(times.Count / 2);
        var each = (ProcessorTime() - busy).TotalMicroseconds / count;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {median:N1} µs an activity, {each:N1} µs of processor and {(double)rows / count:N1} rows each, in groups of {group}"
            )
        );
        return median;
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private async Task<int> PlayAsync(int count)
    {
        var group = NextGroup(count);
        await using var write = await store.BeginAsync(now, CancellationToken.None);
        await write.KnownAsync(group, CancellationToken.None);
        var decided = await scorekeeper.PlayAsync(write, group, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return RowsOf(decided);
    }

    private List<Reported> NextGroup(int count)
    {
        now += Duration.FromSeconds(24.0 * 3600 * count / (20 * reps));
        return [.. Enumerable.Range(0, count).Select(_ => Next())];
    }

    private Reported Next()
    {
        var id = (++number).ToString(CultureInfo.InvariantCulture);
        var owner = Company.EmailOf(random.Next(reps));
        Activity activity =
            number % 5 == 4
                ? new Activity.DealClosed(id, owner, true, Money.Of(random.Next(10_000, 9_000_000), "EUR"))
                : new Activity.QuoteSent(id, id, owner, null);
        return new(new("crm", $"history-{id}"), activity, now, now, "{}");
    }

    private static Fact Counted(Reported reported, long accepted) =>
        new(
            reported.Id,
            reported.Activity,
            Company.OfEmail(Entities.OwnerOf(reported.Activity)!),
            Entities.AmountOf(reported.Activity)?.MinorUnits,
            reported.Occurred,
            reported.Received,
            Credited: reported.Occurred,
            accepted,
            FactState.Counted,
            Reason: null,
            ClaimedOccurred: null,
            reported.Body
        );

    private static int RowsOf(Outcome.Decided decided) =>
        decided.Facts.Count
        + decided.Entries.Count
        + decided.Days.Count
        + decided.Tallies.Count
        + decided.Progress.Count
        + decided.Awards.Count
        + decided.Goals.Count
        + decided.Grants.Count
        + decided.GrantLines.Count
        + decided.Coins.Count
        + decided.Unlocks.Count
        + decided.Announcements.Count;
}
