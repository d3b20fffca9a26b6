using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Errands;
using Bot.Slack.Errands;

namespace Bot.Slack.Sockets;

/// <summary>What came through a socket, given to those who answer the same over HTTP, once whichever socket brings it how often.</summary>
internal sealed class EnvelopeDesk(
    SlackCommands commands,
    SlackInteractions interactions,
    SlackEvents events,
    ErrandDesk errands,
    ILogger<EnvelopeDesk> log
)
{
    private const int LongestId = 100;

    /// <summary>Events have an id of their own, by which they are taken once, also when they came over HTTP before.</summary>
    public async Task<SlackReceipt> TakeAsync(SocketEnvelope envelope)
    {
        if (envelope.Type == "events_api")
            return Read(envelope, SlackPayloads.Default.EventPayload) is { } happened
                ? await events.TakeAsync(happened)
                : Unreadable(envelope);

        if (!await IsNewAsync(envelope.EnvelopeId!))
            return SlackReceipt.Done;

        return envelope.Type switch
        {
            "slash_commands" => await commands.TakeAsync(name => envelope[name]),
            "interactive" => await interactions.TakeAsync(Read(envelope, SlackPayloads.Default.InteractionPayload)),
            var other => Ignored(other),
        };
    }

    private async Task<bool> IsNewAsync(string id)
    {
        if (id.Length <= LongestId && await errands.FirstTimeAsync(SlackDoing.Platform, $"envelope:{id}"))
            return true;

        log.Repeated(id.Length <= LongestId ? id : "an envelope with too long an id");
        return false;
    }

    private static T? Read<T>(SocketEnvelope envelope, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return envelope.Payload.ValueKind is JsonValueKind.Object ? envelope.Payload.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SlackReceipt.Malformed Unreadable(SocketEnvelope envelope) => new("/payload", $"No payload of {envelope.Type}.");

    private SlackReceipt Ignored(string? type)
    {
        log.Ignored(type ?? "none");
        return SlackReceipt.Done;
    }
}
