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
        var play = new GrowingHistory(app.Services.GetRequiredService<PlayStore>(), app.Services.GetRequiredService<Scorekeeper>(), Reps);

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
}
