using System.Globalization;
using Benchmarks.Load;

namespace Benchmarks;

/// <summary>Webhooks a second beside the bare limit, in rounds that take turns, 64 connections each.</summary>
internal static class IntakeBenchmark
{
    private const int Connections = 64;

    /// <summary>More than either side answers in a second, so that nobody runs out of requests.</summary>
    private const int MostPerSecond = 12_000;

    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        var company = folder.File("company.db");
        Console.WriteLine(
            $"{options.Reps:N0} reps, {options.Late} % late and out of order, {options.Rounds} rounds of {options.Seconds} s after as much warm-up"
        );
        await Company.CreateAsync(company, options.Reps, CancellationToken.None);

        await using var bare = await ChildHost.BareAsync(Company.Copy(company, "bare.db"));
        await using var ours = await ChildHost.MedalistAsync(Company.Copy(company, "ours.db"));
        var bareLoad = new SignedRequests(bare.Url, options.Reps, latePercent: 0);
        var ourLoad = new SignedRequests(ours.Url, options.Reps, options.Late);
        await RoundAsync("bare, warming up", bare, bareLoad, options, "w");
        await RoundAsync("ours, warming up", ours, ourLoad, options, "w");

        var (bareRounds, ourRounds) = (new List<LoadResult>(), new List<LoadResult>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            bareRounds.Add(await RoundAsync($"bare {round}", bare, bareLoad, options, $"r{round}"));
            ourRounds.Add(await RoundAsync($"ours {round}", ours, ourLoad, options, $"r{round}"));
        }

        Report(LoadResult.Median(bareRounds), LoadResult.Median(ourRounds));
        return 0;
    }

    private static async Task<LoadResult> RoundAsync(string name, ChildHost host, SignedRequests load, Options options, string run)
    {
        var requests = load.Make(options.Seconds * MostPerSecond, run);
        GC.Collect();
        var busyBefore = host.ProcessorTime;
        var result = await LoadGenerator.RunAsync(host.Url, requests, Connections, TimeSpan.FromSeconds(options.Seconds));
        var busy = (host.ProcessorTime - busyBefore).TotalMicroseconds / result.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name, -18} {result}   {busy:N0} µs of processor each"));
        return result;
    }

    private static void Report(LoadResult bare, LoadResult ours)
    {
        Console.WriteLine($"median bare  {bare}");
        Console.WriteLine($"median ours  {ours}");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ours is {100 * ours.PerSecond / bare.PerSecond:N1} % of the bare limit; its p99 is {ours.P99 / bare.P99:N2} times the limit's"
            )
        );
    }
}
