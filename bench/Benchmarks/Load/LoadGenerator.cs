using System.Diagnostics;

namespace Benchmarks.Load;

/// <summary>Keeps a number of connections busy: each sends its next request when the last one is answered.</summary>
internal static class LoadGenerator
{
    public static async Task<LoadResult> RunAsync(Uri host, byte[][] requests, int connections, TimeSpan duration)
    {
        var next = -1;
        var clock = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => KeepBusyAsync()));
        return LoadResult.Of(clock.Elapsed, [.. sent.SelectMany(answers => answers)]);

        async Task<List<Answer>> KeepBusyAsync()
        {
            using var wire = await Wire.ConnectAsync(host);
            var answers = new List<Answer>(4096);
            while (clock.Elapsed < duration && Interlocked.Increment(ref next) is var index && index < requests.Length)
            {
                var started = Stopwatch.GetTimestamp();
                var status = await wire.SendAsync(requests[index]);
                answers.Add(new(status, Stopwatch.GetElapsedTime(started)));
            }
            return answers;
        }
    }

    /// <summary>Sends at a steady rate, whether answers come or not; the time a request waited for a free connection counts as well.</summary>
    public static async Task<LoadResult> RunSteadilyAsync(Uri host, Func<int, byte[]> request, int count, int perSecond, int connections)
    {
        var next = -1;
        var clock = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => FollowScheduleAsync()));
        return LoadResult.Of(clock.Elapsed, [.. sent.SelectMany(answers => answers)]);

        async Task<List<Answer>> FollowScheduleAsync()
        {
            using var wire = await Wire.ConnectAsync(host);
            var answers = new List<Answer>();
            while (Interlocked.Increment(ref next) is var index && index < count)
            {
                var due = TimeSpan.FromSeconds((double)index / perSecond);
                if (due - clock.Elapsed is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                due = clock.Elapsed > due + TimeSpan.FromMilliseconds(2) ? due + TimeSpan.FromMilliseconds(2) : clock.Elapsed;
                var status = await wire.SendAsync(request(index));
                answers.Add(new(status, clock.Elapsed - due));
            }
            return answers;
        }
    }
}
