using Bot.Settings;

namespace Bot.Slack;

/// <summary>
/// When the workspace's people are read: at the start and every day, after trouble sooner; in between Slack tells of each who changes.
/// </summary>
internal sealed class SlackRosterWorker(SlackRoster roster, SlackSettings settings, TimeProvider clock, ILogger<SlackRosterWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.BotToken is { Length: > 0 } && !stoppingToken.IsCancellationRequested)
            await Task.WhenAny(Task.Delay(await TryAsync(stoppingToken) ? Daily : AfterTrouble, clock, stoppingToken));
    }

    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            return await roster.SyncAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception broken)
        {
            log.RosterFailed(broken);
            return false;
        }
    }
}
