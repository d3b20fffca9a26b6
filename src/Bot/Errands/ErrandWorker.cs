using Bot.Settings;
using NodaTime;
using Storage.Errands;

namespace Bot.Errands;

/// <summary>Goes on with what was postponed and with what hosts that died left behind, and says that this one lives.</summary>
internal sealed class ErrandWorker(
    ErrandDesk desk,
    ErrandStore store,
    IEnumerable<IErrandRunner> runners,
    TimeProvider clock,
    ILogger<ErrandWorker> log
) : BackgroundService
{
    private const int Batch = 16;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly Duration RenewEvery = Duration.FromSeconds(8);
    private static readonly Duration PruneEvery = Duration.FromHours(1);

    private readonly Dictionary<string, IErrandRunner> byPlatform = runners.ToDictionary(runner => runner.Platform, StringComparer.Ordinal);
    private Instant renewed;
    private Instant pruned;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (byPlatform.Count == 0)
            return;

        using var timer = new PeriodicTimer(Poll);
        do await TryAsync(stoppingToken);
        while (await NextAsync(timer, stoppingToken));
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await RoundAsync(clock.Now(), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops; what is left is another one's.
        }
        catch (Exception away)
        {
            log.RoundFailed(away);
        }
    }

    private async Task RoundAsync(Instant now, CancellationToken ct)
    {
        if (desk.IsBusy && now - renewed >= RenewEvery)
        {
            await store.RenewAsync(desk.Host, now + ErrandDesk.LeaseTime, ct);
            renewed = now;
        }

        if (now - pruned >= PruneEvery)
        {
            await store.PruneAsync(now, ct);
            pruned = now;
        }

        foreach (var errand in await store.LeaseAsync(byPlatform.Keys, desk.Host, now, ErrandDesk.LeaseTime, Batch, ct))
            _ = desk.Begin(new Kept.Mine(errand), stop => byPlatform[errand.Platform].RunAsync(errand, stop));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
