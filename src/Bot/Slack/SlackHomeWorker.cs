using Bot.Outbox;

namespace Bot.Slack;

/// <summary>When opened home tabs are looked at: after every commit, and now and then.</summary>
internal sealed class SlackHomeWorker(FreshHomes homes, OutboxSignal signal, ILogger<SlackHomeWorker> log) : BackgroundService
{
    /// <summary>Other hosts' commits raise no signal here, and pauses end without one.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    /// <summary>A burst of commits is looked at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            await TryAsync(stoppingToken);
            await Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
            await Task.WhenAny(Task.Delay(Breath, stoppingToken));
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await homes.LookAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops; a home is published anew when it is opened.
        }
        catch (Exception broken)
        {
            log.HomesFailed(broken);
        }
    }
}
