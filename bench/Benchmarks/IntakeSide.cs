using System.Globalization;
using Benchmarks.Load;

namespace Benchmarks;

/// <summary>One of the servers that are compared, with its load and what its rounds came to.</summary>
internal sealed class IntakeSide : IAsyncDisposable
{
    private const int Connections = 64;

    /// <summary>More than any side answers in a second, so that nobody runs out of requests.</summary>
    private const int MostPerSecond = 12_000;

    private readonly ChildHost host;
    private readonly string database;
    private readonly SignedRequests load;
    private readonly TimeSpan duration;
    private readonly List<LoadResult> rounds = [];
    private long stored;

    private IntakeSide(string name, ChildHost host, string database, Options options, int latePercent)
    {
        (Name, this.host, this.database) = (name, host, database);
        load = new(host.Url, options.Reps ?? Company.ManyReps, latePercent);
        duration = TimeSpan.FromSeconds(options.Seconds);
    }

    public string Name { get; }

    public LoadResult Median => LoadResult.Median(rounds);

    public static async Task<IntakeSide> BareAsync(string name, string database, Options options) =>
        new(name, await ChildHost.BareAsync(database), database, options, latePercent: 0);

    public static async Task<IntakeSide> MedalistAsync(string name, string database, Options options, int latePercent) =>
        new(name, await ChildHost.MedalistAsync(database), database, options, latePercent);

    public async Task WarmUpAsync()
    {
        await RunAsync("warm-up");
        stored = Company.Facts(database);
    }

    public async Task RoundAsync() => rounds.Add(await RunAsync($"round {rounds.Count + 1}"));

    /// <summary>Every answer has its row.</summary>
    public string Check() =>
        Company.Facts(database) - stored is var facts && facts == rounds.Sum(round => round.Count)
            ? "every answer is a fact stored"
            : $"but {facts:N0} facts are stored";

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<LoadResult> RunAsync(string run)
    {
        var requests = load.Make((int)duration.TotalSeconds * MostPerSecond, run.Replace(' ', '-'));
        GC.Collect();
        var busyBefore = host.ProcessorTime;
        var result = await LoadGenerator.RunAsync(host.Url, requests, Connections, duration);
        var busy = (host.ProcessorTime - busyBefore).TotalMicroseconds / result.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Name, -16} {run, -8} {result}, {busy:N0} µs of processor each"));
        return result;
    }
}
