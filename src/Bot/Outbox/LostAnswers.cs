using Bot.Cards;
using Bot.Channels;
using Bot.Settings;
using NodaTime;
using Storage;

namespace Bot.Outbox;

/// <summary>
/// Looks for messages whose answer was lost, where the platform lets us read: found ones become sent, ones absent twice
/// more than a minute apart are sent again, and where both were posted after all the later one is taken back. What cannot be asked
/// stays unknown and is listed.
/// </summary>
internal sealed partial class LostAnswers(
    LostAnswerStore lost,
    AddressBook addresses,
    AnnouncementComposer composer,
    TimeProvider clock,
    ILogger<LostAnswers> log
) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    /// <summary>Longer than any outage that is waited for.</summary>
    private static readonly Duration Horizon = Duration.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await NextAsync(timer, stoppingToken))
            await LookAsync(stoppingToken);
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

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            foreach (var (delivery, messageId) in await lost.DueAsync(clock.Now(), ct))
                await LookAsync(delivery, messageId, ct);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            LookUpFailed(log, broken);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops; it is looked for by the next one.
        }
    }

    private async Task LookAsync(Delivery delivery, string? messageId, CancellationToken ct)
    {
        if (await addresses.OfAsync(delivery.To, ct) is not { } address)
        {
            await lost.LeaveAsync(delivery, ct);
            return;
        }

        var card = await composer.ComposeAsync(delivery, ct);
        var message = new Message(delivery.Id, address.Conversation, address.User, card, delivery.Edits);
        switch (await address.Channel.FindAsync(message, delivery.Planned.ToDateTimeOffset(), ct))
        {
            case Lookup.Found(var first, var repeats):
                foreach (var repeat in repeats)
                    await address.Channel.DeleteAsync(repeat, ct);
                await lost.FoundAsync(delivery, first, ct);
                break;
            case Lookup.Absent when messageId is null:
                await lost.AbsentAsync(delivery, clock.Now(), ct);
                break;
            case Lookup.Later(var after) when clock.Now() - delivery.Planned < Horizon:
                await lost.AskAgainAsync(delivery, clock.Now() + Duration.FromTimeSpan(after), ct);
                break;
            default:
                await lost.LeaveAsync(delivery, ct);
                break;
        }
    }

    [LoggerMessage(4002, LogLevel.Warning, "Looking up lost answers failed; it is tried again")]
    private static partial void LookUpFailed(ILogger logger, Exception exception);
}
