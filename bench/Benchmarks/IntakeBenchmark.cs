using System.Globalization;
using Benchmarks.Load;

namespace Benchmarks;

/// <summary>
/// Webhooks a second beside the bare limit, 64 connections each: the limit, ours, and ours with late ones among them take turns on hosts
/// and databases of their own.
/// </summary>
internal static class IntakeBenchmark
{
    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        var company = folder.File("company.db");
        Console.WriteLine(
            $"{options.Reps ?? Company.ManyReps:N0} reps, {options.Rounds} rounds of {options.Seconds} s a side after as much warm-up"
        );
        await Company.CreateAsync(company, options.Reps ?? Company.ManyReps, CancellationToken.None);

        await using var bare = await IntakeSide.BareAsync("bare", Company.Copy(company, "bare.db"), options);
        await using var ours = await IntakeSide.MedalistAsync("ours", Company.Copy(company, "ours.db"), options, latePercent: 0);
        await using var late = await IntakeSide.MedalistAsync(
            $"ours, {options.Late} % late",
            Company.Copy(company, "late.db"),
            options,
            options.Late
        );
        IntakeSide[] sides = [bare, ours, late];
        foreach (var side in sides)
            await side.WarmUpAsync();
        for (var round = 1; round <= options.Rounds; round++)
            foreach (var side in sides)
                await side.RoundAsync();

        foreach (var side in sides)
            Console.WriteLine($"median {side.Name, -16} {side.Median}; {side.Check()}");
        Report("ours is {0:N1} % of the bare limit, its p99 {1:N2} times the limit's", ours.Median, bare.Median);
        Report(
            $"with {options.Late} % late and out of order it is {{0:N1}} % of itself without, its p99 {{1:N2}} times",
            late.Median,
            ours.Median
        );
        return 0;
    }

    private static void Report(string sentence, LoadResult of, LoadResult against) =>
        Console.WriteLine(
            string.Format(CultureInfo.InvariantCulture, sentence, 100 * of.PerSecond / against.PerSecond, of.P99 / against.P99)
        );
}
