using System.Diagnostics;
using System.Globalization;
using Bot;
using Bot.Play;
using Microsoft.Data.Sqlite;
using Storage;

namespace Benchmarks;

/// <summary>
/// A verification of everything, and a rebuild of everything from the facts alone, beside the bare limit: a loop that reads the same rows,
/// adds them up and, for the rebuild, writes the same ledger; or in turn with another company, instead of the bare limit.
/// </summary>
internal static class VerifyBenchmark
{
    private const int Reps = 500;
    private const int Group = 5_000;

    public static async Task<int> VerifyAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        var database = await CompanyAsync(options, folder);
        var (scans, beside, verifications) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            if (options.Beside is { } other)
                beside.Add(await VerifiedAsync(other));
            else
                scans.Add(await BareAsync("bare scan and fold", "bare-scan", database));
            verifications.Add(await VerifiedAsync(database));
        }

        Report("verify", verifications, ("bare scan and fold", scans), ("the company beside it", beside));
        return 0;
    }

    public static async Task<int> RebuildAsync(Options options)
    {
        using var folder = new TemporaryFolder();
        var database = await CompanyAsync(options, folder);
        var (rewrites, beside, rebuilds) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            if (options.Beside is { } other)
                beside.Add(await RebuiltAsync(other, folder));
            else
                rewrites.Add(await BareAsync("bare scan, fold and ledger", "bare-ledger", Emptied(database, folder)));
            rebuilds.Add(await RebuiltAsync(database, folder));
        }

        Report("rebuild", rebuilds, ("bare scan, fold and ledger", rewrites), ("the company beside it", beside));
        return 0;
    }

    private static Task<double> VerifiedAsync(string database) =>
        PerSecondAsync("verify", () => RunAsync(database, verifier => verifier.VerifyAsync(_ => { }, default)));

    private static Task<double> RebuiltAsync(string database, TemporaryFolder folder)
    {
        var emptied = Emptied(database, folder);
        return PerSecondAsync("rebuild", () => RunAsync(emptied, verifier => verifier.ReplayAsync("bench", _ => { }, default)));
    }

    /// <summary>A company with as many activities as asked for; one that was kept is brought to today's tables and grown to them.</summary>
    private static async Task<string> CompanyAsync(Options options, TemporaryFolder folder)
    {
        var database = options.Company ?? folder.File("company.db");
        if (!File.Exists(database))
            await Company.CreateAsync(database, options.Reps ?? Reps, CancellationToken.None);

        await GrowAsync(database, options.Reps ?? Reps, options.Many);
        return database;
    }

    private static async Task GrowAsync(string database, int reps, int many)
    {
        await using var app = MedalistHost.Build([], Company.SettingsOf(database, Loopback.FreeAddress()));
        await app.Services.MigrateAsync(CancellationToken.None);
        var history = new GrowingHistory(
            app.Services.GetRequiredService<PlayStore>(),
            app.Services.GetRequiredService<Scorekeeper>(),
            reps
        );
        var (grown, last) = Company.Grown(database);
        if (grown > 0)
            history.GoOn(grown, last);

        if (grown < many)
        {
            await history.StoreAsync(many - grown, Group);
            await app.Services.GetRequiredService<Verifier>().ReplayAsync("bench", _ => { }, CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
    }

    private static async Task<long> RunAsync(string database, Func<Verifier, Task<VerificationReport>> runAsync)
    {
        await using var app = MedalistHost.Build([], Company.SettingsOf(database, Loopback.FreeAddress()));
        var report = await runAsync(app.Services.GetRequiredService<Verifier>());
        SqliteConnection.ClearAllPools();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"  {report.Differences:N0} differences;"));
        return Company.Facts(database);
    }

    /// <summary>A copy in which nothing but the facts is left.</summary>
    private static string Emptied(string database, TemporaryFolder folder)
    {
        var copy = folder.File("emptied.db");
        File.Copy(database, copy, overwrite: true);
        using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "DELETE FROM entry; DELETE FROM day; DELETE FROM tally; DELETE FROM progress; DELETE FROM award; PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
        return copy;
    }

    /// <summary>Warm, as ours is from the second round on.</summary>
    public static int BareScan(BareFold fold)
    {
        fold.Scan();
        return Bare(fold.Scan);
    }

    /// <summary>The side of the bare limit, in a process of its own; its figure is the last word it says.</summary>
    public static int Bare(Func<long> run)
    {
        var (started, busy) = (Stopwatch.GetTimestamp(), ProcessorTime());
        var activities = run();
        var rate = activities / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (ProcessorTime() - busy).TotalMicroseconds / activities;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:N1} µs of processor each, activities/s: {rate:F0}"));
        return 0;
    }

    /// <summary>What the bare limit holds in memory is not ours.</summary>
    private static async Task<double> BareAsync(string name, string verb, string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll"), verb, database])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Console.WriteLine($"  {name}: {said.Trim()}");
        return double.Parse(said.Trim().Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<double> PerSecondAsync(string name, Func<Task<long>> runAsync)
    {
        GC.Collect();
        var (started, busy) = (Stopwatch.GetTimestamp(), ProcessorTime());
        var activities = await runAsync();
        var rate = activities / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (ProcessorTime() - busy).TotalMicroseconds / activities;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {rate:N0} activities/s, {each:N1} µs of processor each"));
        return rate;
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static void Report(string ours, List<double> rates, params (string Name, List<double> Rates)[] others)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576:N0} MiB; median {ours} {Median(rates):N0} activities/s"
            )
        );
        foreach (var (name, limits) in others.Where(other => other.Rates.Count > 0))
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {name} {Median(limits):N0}: {Median(rates) / Median(limits):N2} of it")
            );
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
