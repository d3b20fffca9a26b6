using Bot.Cards;
using Bot.Channels;
using Bot.Play;
using Bot.Settings;
using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Outbox;

/// <summary>Brings one leased message to its platform and writes down what came of it.</summary>
internal sealed partial class Postman(
    OutboxStore outbox,
    AnnouncementComposer composer,
    AddressBook addresses,
    ChannelLife channels,
    TimeProvider clock,
    ILogger<Postman> log
)
{
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(30);

    /// <summary>What was taken and not answered is there by then, mostly.</summary>
    private static readonly Duration ArrivalTime = Duration.FromSeconds(5);

    private static readonly Duration BetweenLooks = Duration.FromSeconds(10);

    public async Task DeliverAsync(Delivery delivery, CancellationToken ct)
    {
        var address = await addresses.OfAsync(delivery.To, ct);
        if (address is null)
        {
            await outbox.FailedAsync(delivery, DeliveryReasons.NotConnected.Format, ct);
            return;
        }

        var card = await composer.ComposeAsync(delivery, ct);
        if (!await outbox.SendingAsync(delivery, clock.Now(), ct))
            return;

        var message = new Message(delivery.Id, address.Conversation, address.User, card, delivery.Edits);
        // From here on the answer must be written even while the host stops, or the row would be unknown for no reason.
        await WriteDownAsync(delivery, await CallAsync(address.Channel, message), CancellationToken.None);
    }

    private static async Task<DeliveryResult> CallAsync(IChannel channel, Message message)
    {
        using var timeout = new CancellationTokenSource(CallTime);
        try
        {
            return await channel.DeliverAsync(message, timeout.Token);
        }
        catch (Exception lost)
        {
            return new DeliveryResult.Unknown(lost.GetType().Name);
        }
    }

    private Task<bool> WriteDownAsync(Delivery delivery, DeliveryResult result, CancellationToken ct)
    {
        Delivered(log, delivery.Id, result.GetType().Name, delivery.Attempt);
        return result switch
        {
            DeliveryResult.Sent(var id) => outbox.SentAsync(delivery, id, clock.Now(), ct),
            DeliveryResult.Later later => outbox.PostponeAsync(
                delivery,
                clock.Now() + Duration.FromTimeSpan(WaitOf(later, delivery.Attempt)),
                later.Reason,
                ct
            ),
            DeliveryResult.Away(var trouble) => WaitAsync(delivery, trouble, ct),
            DeliveryResult.Refused(var reason) => outbox.FailedAsync(delivery, reason, ct),
            DeliveryResult.Unknown(var reason) => outbox.UnknownAsync(delivery, reason, clock.Now() + ArrivalTime, ct),
            _ => throw new System.Diagnostics.UnreachableException($"No state for {result.GetType().Name}."),
        };
    }

    /// <summary>The message waits before its channel is paused: a host that stops in between tries it once more.</summary>
    private async Task<bool> WaitAsync(Delivery delivery, ChannelTrouble trouble, CancellationToken ct)
    {
        if (delivery.To is not Recipient.Channel(var channel))
            return await outbox.FailedAsync(delivery, trouble.Happened, ct);

        var waits = await outbox.PostponeAsync(delivery, clock.Now() + BetweenLooks, trouble.Happened, ct);
        return await channels.PauseAsync(channel, trouble, ct) ? waits : await outbox.FailedAsync(delivery, trouble.Happened, ct);
    }

    private static TimeSpan WaitOf(DeliveryResult.Later later, int attempt) =>
        later.IsGuess ? BackOff.Of(later.After, attempt, Random.Shared.NextDouble()) : later.After;

    [LoggerMessage(4001, LogLevel.Information, "Delivery {Delivery}: {Result} at attempt {Attempt}")]
    private static partial void Delivered(ILogger logger, string delivery, string result, int attempt);
}
