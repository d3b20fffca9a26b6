using Storage;

namespace Bot.Play;

/// <summary>Looks at the calendar at start and twice a minute; whoever moves the clock looks at once.</summary>
internal sealed partial class DueWorkService(DueWork due, TimeProvider clock, ILogger<DueWorkService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do await RunAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What failed is still due at the next look.</summary>
    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await due.RunAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host goes down; another look follows its next start.
        }
        catch (StoreUnavailableException away)
        {
            StoreAway(log, away.Message);
        }
        catch (Exception broken)
        {
            DueWorkFailed(log, broken);
        }
    }

    [LoggerMessage(1010, LogLevel.Warning, "What is due has to wait for the database: {Reason}")]
    private static partial void StoreAway(ILogger logger, string reason);

    [LoggerMessage(1011, LogLevel.Error, "What is due failed; it is tried again")]
    private static partial void DueWorkFailed(ILogger logger, Exception exception);
}
