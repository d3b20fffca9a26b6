using System.Diagnostics;
using System.Globalization;
using Bot;
using Gamification.Points;
using Microsoft.Data.Sqlite;
using Storage;

namespace Benchmarks;

/// <summary>A viewer's exact rank, with neighbours, asked of boards in memory: build, memory, and the time of one question.</summary>
internal static class RankBenchmark
{
    private const int Questions = 20_000;

    public static async Task<int> RunAsync()
    {
        foreach (var people in new[] { 100_000, 1_000_000 })
            await RunAsync(people);
        return 0;
    }

    private static async Task RunAsync(int people)
    {
        using var folder = new TemporaryFolder();
        await using var app = MedalistHost.Build([], Company.SettingsOf(folder.File("rank.db"), Loopback.FreeAddress()));
        await app.Services.MigrateAsync(CancellationToken.None);
        Fill(folder.File("rank.db"), people);

        var boards = app.Services.GetRequiredService<Boards>();
        var query = new BoardQuery(BoardKey.Organisation, new("2026-W47"), BoardMeasure.Points);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var building = Stopwatch.StartNew();
        await AskAsync(boards, query, 0);
        building.Stop();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        var times = await AskManyAsync(boards, query, people);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{people:N0} people: rank p50 {times[Questions / 2]:N3} ms, p99 {times[Questions * 99 / 100]:N3} ms, worst {times[^1]:N3} ms; "
                    + $"built in {building.ElapsedMilliseconds:N0} ms, {(double)bytes / people:N0} bytes a person"
            )
        );
        SqliteConnection.ClearAllPools();
    }

    private static async Task<double[]> AskManyAsync(Boards boards, BoardQuery query, int people)
    {
        var random = new Random(17);
        var times = new double[Questions];
        for (var question = -1000; question < Questions; question++)
        {
            var started = Stopwatch.GetTimestamp();
            await AskAsync(boards, query, random.Next(people));
            if (question >= 0)
                times[question] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(times);
        return times;
    }

    private static async Task AskAsync(Boards boards, BoardQuery query, int number)
    {
        var slice = await boards.SliceAsync(query, new(Person(number)), top: 10, around: 1, CancellationToken.None);
        if (slice.Viewer is null)
            throw new InvalidOperationException("The viewer has no row.");
    }

    private static string Person(int number) => $"p{number:0000000}";

    private static void Fill(string database, int people)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {people - 1})
            INSERT INTO person (id, name, email, email_key, role, active, ranked, publicity)
            SELECT printf('p%07d', i), 'Person ' || i, printf('p%07d@example.com', i), printf('p%07d@example.com', i), 'rep', 1, 1, 'named' FROM n;
            INSERT INTO tally (board, period, person, quotes, sent, deals, revenue, replies, active, points)
            SELECT 'org', '2026-W47', id, 1, 1, 0, 0, 0, 1, (1 + abs(random()) % 5000) * 5 FROM person;
            """
        );
        command.ExecuteNonQuery();
    }
}
