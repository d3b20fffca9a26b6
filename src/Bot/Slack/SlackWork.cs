using System.Threading.Channels;

namespace Bot.Slack;

/// <summary>
/// Answers that go on after Slack got its acknowledgement. Bounded: what does not fit is refused while Slack still waits.
/// A host that stops finishes what it took.
/// </summary>
internal sealed class SlackWork(ILogger<SlackWork> log) : IHostedService, IDisposable
{
    private const int Workers = 8;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    private readonly Channel<(string User, Func<CancellationToken, Task> Run)> queue = Channel.CreateBounded<(
        string,
        Func<CancellationToken, Task>
    )>(1000);
    private readonly CancellationTokenSource giveUp = new();
    private Task workers = Task.CompletedTask;

    /// <summary>False when there is no room, or the host is stopping.</summary>
    public bool TryAdd(string user, Func<CancellationToken, Task> run)
    {
        var added = queue.Writer.TryWrite((user, run));
        if (!added)
            log.Full();
        return added;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        workers = Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        try
        {
            await workers.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.Abandoned(queue.Reader.Count);
            await giveUp.CancelAsync();
        }
    }

    public void Dispose() => giveUp.Dispose();

    private async Task WorkAsync()
    {
        await foreach (var (user, run) in queue.Reader.ReadAllAsync(giveUp.Token))
            await TryAsync(user, run);
    }

    private async Task TryAsync(string user, Func<CancellationToken, Task> run)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token);
        limit.CancelAfter(LongestAnswer);
        try
        {
            await run(limit.Token);
        }
        catch (Exception exception) when (!giveUp.IsCancellationRequested)
        {
            log.Failed(exception, user);
        }
    }
}
