using System.Globalization;
using Bot;
using Bot.Play;
using Microsoft.Data.Sqlite;
using Storage;

namespace Benchmarks;

/// <summary>What one activity costs that twenty managers' goals with tiers look at, beside one without, taking turns.</summary>
internal static class GoalsBenchmark
{
    private const int Goals = 20;
    private const int Group = 64;
    private const int Reps = 500;

    /// <summary>A day of the company: what is timed then has a history, and goals on their way.</summary>
    private const int Before = 10_000;

    private const int Timed = 3_200;

    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        var (without, with) = (folder.File("without.db"), folder.File("with.db"));
        await Company.CreateAsync(without, Reps, CancellationToken.None);
        File.Copy(without, with);
        await using var plain = MedalistHost.Build([], Company.SettingsOf(without, Loopback.FreeAddress()));
        await using var promised = MedalistHost.Build([], Company.SettingsOf(with, Loopback.FreeAddress()));
        await PromisedGoals.PublishAsync(promised.Services.GetRequiredService<PlayStore>(), Goals, Reps, CancellationToken.None);

        var (alone, looked) = (HistoryOf(plain), HistoryOf(promised));
        await alone.GrowAsync(Before, Group);
        await looked.GrowAsync(Before, Group);
        var ratios = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var bare = await alone.TimeAsync("without goals", Timed, Group);
            ratios.Add(await looked.TimeAsync(string.Create(CultureInfo.InvariantCulture, $"with {Goals} goals"), Timed, Group) / bare);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"an activity with {Goals} goals costs {ratios.Order().ElementAt(ratios.Count / 2):N2} times one without"
            )
        );
        SqliteConnection.ClearAllPools();
        return 0;
    }

    private static GrowingHistory HistoryOf(WebApplication app) =>
        new(app.Services.GetRequiredService<PlayStore>(), app.Services.GetRequiredService<Scorekeeper>(), Reps);
}
