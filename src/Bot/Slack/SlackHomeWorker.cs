using Bot.Outbox;
using Storage;

namespace Bot.Slack;

/// <summary>Keeps opened home tabs fresh: looks after every commit, also those of other hosts, whose home may look different now.</summary>
internal sealed class SlackHomeWorker(
    SlackHome home,
    HomeVisits visits,
    CommitReader commits,
    OutboxSignal signal,
    ILogger<SlackHomeWorker> log
) : BackgroundService
{
    /// <summary>Other hosts' commits raise no signal here, and pauses end without one.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    /// <summary>A burst of commits is looked at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private long last;

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
            await RefreshAsync(ct);
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

    private async Task RefreshAsync(CancellationToken ct)
    {
        var open = visits.All;
        if (open.Count == 0)
            return;

        var newest = await commits.NumberAsync(ct);
        if (newest != last)
            foreach (var visit in open)
                visit.IsStale = true;
        last = newest;
        foreach (var visit in open.Where(visit => visit.IsStale))
            await home.RefreshAsync(visit, ct);
    }
}
