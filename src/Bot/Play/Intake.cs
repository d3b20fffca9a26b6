using System.Threading.Channels;
using Gamification.Activities;

namespace Bot.Play;

/// <summary>What a CRM is told about one activity. Every case but the last comes after the durable commit.</summary>
public abstract record Recorded
{
    private Recorded() { }

    public sealed record New : Recorded;

    public sealed record Already : Recorded;

    /// <param name="Reason">A stable code: <c>unknown-owner</c>, <c>no-rate</c>, <c>unknown-currency</c>, <c>too-old</c>, <c>rule-error</c>.</param>
    public sealed record Quarantined(string Reason) : Recorded;

    /// <summary>Nothing was stored: the queue is full or the database is away.</summary>
    public sealed record Unavailable(TimeSpan RetryAfter) : Recorded;
}

/// <summary>Where activities gather into groups: one durable transaction a group, every answer after its commit.</summary>
public sealed class Intake(IntakeSettings settings)
{
    private static readonly Recorded Full = new Recorded.Unavailable(TimeSpan.FromSeconds(1));
    private static readonly Recorded Stopping = new Recorded.Unavailable(TimeSpan.FromSeconds(5));

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(settings.Capacity) { SingleReader = true }
    );

    /// <summary>Set once the host goes down: what is in the queue is still recorded and answered.</summary>
    private volatile bool isStopping;

    /// <param name="ct">Ends the wait for the answer, not the recording: what was queued is recorded.</param>
    public Task<Recorded> RecordAsync(Reported reported, CancellationToken ct)
    {
        var waiting = new Waiting(reported);
        return queue.Writer.TryWrite(waiting) ? waiting.Answer.Task.WaitAsync(ct) : Task.FromResult(isStopping ? Stopping : Full);
    }

    /// <summary>Waits for work. False when there is none left and there will be no more.</summary>
    internal ValueTask<bool> WaitAsync() => queue.Reader.WaitToReadAsync();

    /// <summary>Takes what gathered, at most <paramref name="max"/>.</summary>
    internal List<Waiting> Drain(int max)
    {
        var group = new List<Waiting>(Math.Min(max, queue.Reader.Count));
        while (group.Count < max && queue.Reader.TryRead(out var waiting))
            group.Add(waiting);
        return group;
    }

    internal void Stop()
    {
        isStopping = true;
        queue.Writer.TryComplete();
    }
}

/// <summary>An activity whose sender waits for the answer.</summary>
internal sealed record Waiting(Reported Reported)
{
    /// <summary>Continued on other threads: the one that commits goes on with the next group.</summary>
    public TaskCompletionSource<Recorded> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <param name="Capacity">Activities that may wait; what comes when they do is asked to come again.</param>
/// <param name="GroupSize">The most that one transaction takes: enough to share its cost, few enough to answer soon.</param>
public sealed record IntakeSettings(int Capacity = 10_000, int GroupSize = 256);
