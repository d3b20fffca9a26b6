using System.Diagnostics;
using System.Globalization;
using Bot;
using Bot.Play;
using Gamification;
using Gamification.Activities;
using Microsoft.Data.Sqlite;
using NodaTime;
using Storage;
using Activity = Gamification.Activities.Activity;

namespace Benchmarks;

/// <summary>What one activity costs, in the process and in groups of 64, while the number of stored ones grows.</summary>
internal static class HistoryBenchmark
{
    private const int Few = 10_000;
    private const int Group = 64;

    /// <summary>So many that everyone has 20 activities at the small size: what is compared is the history, not how many people have one.</summary>
    private const int Reps = 500;

    /// <summary>Activities that are timed at each size.</summary>
    private const int Timed = 9_600;

    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        var database = folder.File("company.db");
        await Company.CreateAsync(database, Reps, CancellationToken.None);
        await using var app = MedalistHost.Build([], Company.SettingsOf(database, Loopback.FreeAddress()));
        var play = new History(app.Services.GetRequiredService<PlayStore>(), app.Services.GetRequiredService<Scorekeeper>(), Reps);

        await play.GrowAsync(Few, Group);
        var few = await play.TimeAsync("with 10,000 stored", Timed, Group);
        await play.GrowAsync(options.Many - Few - Timed, 256);
        var many = await play.TimeAsync(string.Create(CultureInfo.InvariantCulture, $"with {options.Many:N0} stored"), Timed, Group);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"an activity costs {100 * (many / few - 1):+0.0;-0.0} % with the longer history")
        );
        SqliteConnection.ClearAllPools();
        return 0;
    }

    /// <summary>The days go by while it grows, about 20 activities a rep and day.</summary>
    private sealed class History(PlayStore store, Scorekeeper scorekeeper, int reps)
    {
        private readonly Random random = new(17);
        private Instant now = Instant.FromUtc(2026, 1, 5, 8, 0);
        private int number;

        public async Task GrowAsync(int count, int group)
        {
            for (var done = 0; done < count; done += group)
                await PlayAsync(Math.Min(group, count - done));
        }

        /// <summary>The median microseconds of an activity.</summary>
        public async Task<double> TimeAsync(string name, int count, int group)
        {
            var times = new List<double>();
            var rows = 0;
            for (var done = 0; done < count; done += group)
            {
                var started = Stopwatch.GetTimestamp();
                rows += await PlayAsync(group);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / group);
            }

            var median = times.Order().ElementAt(times.Count / 2);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {median:N1} µs an activity, {(double)rows / count:N1} rows each, in groups of {group}"
                )
            );
            return median;
        }

        private async Task<int> PlayAsync(int count)
        {
            now += Duration.FromSeconds(24.0 * 3600 * count / (20 * reps));
            var group = Enumerable.Range(0, count).Select(_ => Next()).ToList();
            await using var write = await store.BeginAsync(now, CancellationToken.None);
            await write.KnownAsync(group, CancellationToken.None);
            var decided = await scorekeeper.PlayAsync(write, group, CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
            return RowsOf(decided);
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

        private static int RowsOf(Outcome.Decided decided) =>
            decided.Facts.Count
            + decided.Entries.Count
            + decided.Days.Count
            + decided.Tallies.Count
            + decided.Progress.Count
            + decided.Awards.Count
            + decided.Announcements.Count;
    }
}
