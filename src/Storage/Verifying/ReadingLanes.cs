using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Storage.Verifying;

/// <summary>
/// Reads and compares people or entities on a few connections side by side, a little ahead of who takes the parts, and hands them over in order.
/// </summary>
/// <param name="phase">What is looked at of each.</param>
/// <param name="open">Opens a reading; a lane for each processor, but never so many that they take a database from live traffic.</param>
internal sealed class ReadingLanes(VerificationPhase phase, Func<VerificationReading> open) : IAsyncDisposable
{
    private static readonly int Lanes = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>
    /// So many facts are read ahead, and at least a span for each lane. Less than a replay writes under one lock: while that waits for the
    /// rest, the lock is free for live traffic.
    /// </summary>
    private const int FactsAhead = 15_000;

    private readonly ConcurrentBag<VerificationReading> idle = [];
    private readonly SemaphoreSlim lanes = new(Lanes);
    private readonly VerificationReading planner = open();

    public async IAsyncEnumerable<ComparedPart> PartsAsync(string after, [EnumeratorCancellation] CancellationToken ct)
    {
        var (begun, ahead) = (new Queue<(Task<ComparedPart> Part, long Facts)>(), 0L);
        try
        {
            await foreach (var span in SpansAsync(after, ct))
            {
                begun.Enqueue((Task.Run(() => CompareAsync(span, ct), ct), span.Facts));
                ahead += span.Facts;
                while (begun.Count > Lanes && ahead > FactsAhead)
                {
                    var first = begun.Dequeue();
                    ahead -= first.Facts;
                    yield return await first.Part;
                }
            }

            while (begun.TryDequeue(out var next))
                yield return await next.Part;
        }
        finally
        {
            await Task.WhenAll(begun.Select(one => one.Part)).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reading in idle)
            await reading.DisposeAsync();

        await planner.DisposeAsync();
        lanes.Dispose();
    }

    private async IAsyncEnumerable<KeySpan> SpansAsync(string after, [EnumeratorCancellation] CancellationToken ct)
    {
        KeySpan last;
        do
        {
            var spans = await planner.SpansAsync(phase, after, ct);
            foreach (var span in spans)
                yield return span;

            last = spans[^1];
            after = last.Until;
        } while (!last.IsLast);
    }

    private async Task<ComparedPart> CompareAsync(KeySpan span, CancellationToken ct)
    {
        await lanes.WaitAsync(ct);
        try
        {
            if (!idle.TryTake(out var reading))
                reading = open();
            try
            {
                return (await reading.ReadAsync(phase, span, ct)).Compared();
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
