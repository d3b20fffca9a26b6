using Bot.Cards;
using Bot.Channels;
using Bot.Settings;
using NodaTime;
using Storage;

namespace Bot.Outbox;

/// <summary>
/// Looks for messages whose answer was lost, where the platform lets us read: found ones become sent, ones absent twice
/// more than a minute apart are sent again. What cannot be asked stays unknown and is listed.
/// </summary>
internal sealed partial class LostAnswers(
    OutboxStore outbox,
    IEnumerable<IChannel> channels,
    AddressBook addresses,
    AnnouncementComposer composer,
    TimeProvider clock,
    ILogger<LostAnswers> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(70);
    private static readonly Duration Horizon = Duration.FromHours(24);

    private readonly Dictionary<string, int> absent = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await NextAsync(timer, stoppingToken))
            foreach (var channel in channels)
                await LookAsync(channel, stoppingToken);
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

    private async Task LookAsync(IChannel channel, CancellationToken ct)
    {
        try
        {
            foreach (var delivery in await outbox.UnknownsAsync(channel.Platform, clock.Now() - Horizon, ct))
                await LookAsync(channel, delivery, ct);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            LookUpFailed(log, channel.Platform, broken);
        }
    }

    private async Task LookAsync(IChannel channel, Delivery delivery, CancellationToken ct)
    {
        if (await addresses.OfAsync(delivery.To, ct) is not { } address)
            return;

        var message = new Message(
            delivery.Id,
            address.Conversation,
            address.User,
            await composer.ComposeAsync(delivery, ct),
            delivery.Edits
        );
        var lookup = await channel.FindAsync(message, delivery.Planned.ToDateTimeOffset(), ct);
        if (lookup is Lookup.Found(var id))
            await outbox.SentAsync(delivery, id, clock.Now(), ct);
        else if (lookup is Lookup.Absent && AbsentTwice(delivery.Id))
            await outbox.PostponeAsync(delivery, clock.Now(), "It was not there when looked for twice.", ct);
    }

    private bool AbsentTwice(string delivery) =>
        (absent[delivery] = absent.GetValueOrDefault(delivery) + 1) >= 2 && absent.Remove(delivery);

    [LoggerMessage(4002, LogLevel.Warning, "Looking up lost answers on {Platform} failed")]
    private static partial void LookUpFailed(ILogger logger, string platform, Exception exception);
}
