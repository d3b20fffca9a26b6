using System.Globalization;

namespace Benchmarks;

/// <summary>From the start of the process to its first good answer, and what it holds in memory when nothing happens.</summary>
internal static class StartBenchmark
{
    private const int Starts = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        await Company.CreateAsync(folder.File("company.db"), reps: 40, CancellationToken.None);
        var (ready, memory) = (new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            await using var host = await ChildHost.MedalistAsync(folder.File("company.db"), bot: options.Bot);
            await Task.Delay(Idle);
            ready.Add(host.Ready.TotalMilliseconds);
            memory.Add(host.Megabytes);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ready after {ready.Order().ElementAt(Starts / 2):N0} ms (worst {ready.Max():N0}), idle memory {memory.Order().ElementAt(Starts / 2):N0} MB"
            )
        );
        return 0;
    }
}
