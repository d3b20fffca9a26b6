using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Settings;
using Storage;

namespace Bot.Slack;

/// <summary>The Events API: words written to the bot or with its name, and home tabs that are opened, each answered once.</summary>
internal sealed class SlackEvents(
    SlackGate gate,
    SlackMentions mentions,
    SlackHome home,
    SlackWork work,
    ChatStore chat,
    TimeProvider clock,
    ILogger<SlackEvents> log
)
{
    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context.Request, context.RequestAborted);
        if (admission is not Admission.Granted(var body))
            return ((Admission.Denied)admission).Answer;

        return Read(body) switch
        {
            null => SlackProblems.Malformed("", "The body is no JSON of an event."),
            { Type: "url_verification", Challenge: { } challenge } => Echo(challenge),
            { Type: "url_verification" } => SlackProblems.Malformed("/challenge", "The challenge is missing."),
            var payload => (await TakeAsync(payload, context.RequestAborted)).ToResult(context),
        };
    }

    public async Task<SlackReceipt> TakeAsync(EventPayload payload, CancellationToken ct) =>
        payload switch
        {
            { Type: "event_callback", EventId: { } id } when IsId(id) => await TakeAsync(id, payload, ct),
            { Type: "event_callback" } => new SlackReceipt.Malformed("/event_id", "The event has no usable id."),
            { Type: var type } => Ignore(type),
        };

    private async Task<SlackReceipt> TakeAsync(string id, EventPayload payload, CancellationToken ct)
    {
        var (user, answer) = Answer(payload);
        if (answer is null)
            return Ignore(payload.Type);

        try
        {
            if (!await chat.FirstTimeAsync("slack-event", id, clock.Now(), ct))
            {
                log.Repeated(id);
                return SlackReceipt.Done;
            }
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            log.Failed(away, user);
            return SlackReceipt.NoRoom;
        }

        return work.TryAdd(user, answer) ? SlackReceipt.Done : SlackReceipt.NoRoom;
    }

    /// <summary>What an event asks for; null for one that asks nothing of us.</summary>
    private (string User, Func<CancellationToken, Task>? Answer) Answer(EventPayload payload) =>
        WrittenLine.Of(payload) is { } written ? (written.User, ct => mentions.AnswerAsync(written, ct))
        : OpenedHome.Of(payload) is { } opened ? (opened.User, ct => home.OpenAsync(opened, ct))
        : ("", null);

    /// <summary>What a database can hold as a key.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(char.IsAscii) && !id.Any(char.IsControl);

    private SlackReceipt Ignore(string? type)
    {
        log.Ignored(type ?? "none");
        return SlackReceipt.Done;
    }

    private static IResult Echo(string challenge) =>
        Results.Text(new JsonObject { ["challenge"] = challenge }.ToJsonString(), "application/json");

    private static EventPayload? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackPayloads.Default.EventPayload);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
