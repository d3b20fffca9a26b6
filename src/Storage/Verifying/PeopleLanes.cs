using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Storage.Verifying;

/// <summary>
/// Reads and compares people on a few connections side by side, a little ahead of who takes the parts, and hands them over in order.
/// </summary>
/// <param name="open">Opens a reading; a lane for each processor, but never so many that they take a database from live traffic.</param>
internal sealed class PeopleLanes(Func<VerificationReading> open) : IAsyncDisposable
{
    private const int MostLanes = 4;

    /// <summary>
    /// How many spans are begun before they are taken. Less than what a replay writes under one lock: while it waits for the rest, the
    /// lock is free for live traffic.
    /// </summary>
    private const int Ahead = 8;

    private readonly ConcurrentBag<VerificationReading> idle = [];
    private readonly SemaphoreSlim lanes = new(Math.Clamp(Environment.ProcessorCount, 1, MostLanes));
    private readonly VerificationReading planner = open();

    public async IAsyncEnumerable<ComparedPart> PartsAsync(string after, [EnumeratorCancellation] CancellationToken ct)
    {
        var begun = new Queue<Task<ComparedPart>>();
        try
        {
            await foreach (var span in SpansAsync(after, ct))
            {
                begun.Enqueue(Task.Run(() => CompareAsync(span, ct), ct));
                if (begun.Count > Ahead)
                    yield return await begun.Dequeue();
            }

            while (begun.TryDequeue(out var next))
                yield return await next;
        }
        finally
        {
            await Task.WhenAll(begun).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reading in idle)
            await reading.DisposeAsync();

        await planner.DisposeAsync();
        lanes.Dispose();
    }

    private async IAsyncEnumerable<PeopleSpan> SpansAsync(string after, [EnumeratorCancellation] CancellationToken ct)
    {
        PeopleSpan last;
        do
        {
            var spans = await planner.SpansAsync(after, ct);
            foreach (var span in spans)
                yield return span;

            last = spans[^1];
            after = last.Until;
        } while (!last.IsLast);
    }

    private async Task<ComparedPart> CompareAsync(PeopleSpan span, CancellationToken ct)
    {
        await lanes.WaitAsync(ct);
        try
        {
            if (!idle.TryTake(out var reading))
                reading = open();
            try
            {
                return (await reading.ReadAsync(span, ct)).Compared();
            }
            finally
            {
                idle.Add(reading);
            }
        }
        finally
        {
            lanes.Release();
        }
    }
}
