using Bot.Cards;
using Bot.Channels;
using Bot.Settings;
using NodaTime;
using Storage;

namespace Bot.Outbox;

/// <summary>
/// Delivers planned messages in the background: lease, write <c>sending</c>, one call, write what came of it.
/// A host that dies on the way leaves a row that another finds as unknown, never a message sent twice.
/// </summary>
internal sealed partial class OutboxWorker(
    OutboxStore outbox,
    Postman postman,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    private const int Batch = 16;
    private static readonly Duration LeaseTime = Duration.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly string host = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            if (!await DeliverDueAsync(stoppingToken))
                await WaitAsync(next, stoppingToken);
        }
    }

    /// <summary>True when there was something to do, so there may be more.</summary>
    private async Task<bool> DeliverDueAsync(CancellationToken ct)
    {
        try
        {
            var leased = await outbox.LeaseAsync(host, clock.Now(), LeaseTime, Batch, ct);
            await Task.WhenAll(leased.Select(delivery => postman.DeliverAsync(delivery, ct)));
            if (leased.Count > 0)
                signal.Raise();
            return leased.Count > 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception broken)
        {
            DeliveryRoundFailed(log, broken);
            return false;
        }
    }

    private static async Task WaitAsync(Task next, CancellationToken ct)
    {
        try
        {
            await next.WaitAsync(Poll, ct);
        }
        catch (TimeoutException)
        {
            // Other hosts plan messages too, and postponed ones come due without a signal.
        }
        catch (OperationCanceledException)
        {
            // The host stops; what is leased and not sent is delivered by the next one.
        }
    }

    [LoggerMessage(4000, LogLevel.Error, "A delivery round failed; it is tried again")]
    private static partial void DeliveryRoundFailed(ILogger logger, Exception exception);
}
