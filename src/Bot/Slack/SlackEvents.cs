using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Settings;
using Storage;

namespace Bot.Slack;

/// <summary><c>POST /slack/events</c>: words written to the bot or with its name, and home tabs that are opened, each answered once.</summary>
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
            { Type: "event_callback", EventId: { } id } payload when IsId(id) => await TakeAsync(id, payload, context),
            { Type: "url_verification" } => SlackProblems.Malformed("/challenge", "The challenge is missing."),
            { Type: "event_callback" } => SlackProblems.Malformed("/event_id", "The event has no usable id."),
            { Type: var type } => Ignore(type),
        };
    }

    private async Task<IResult> TakeAsync(string id, EventPayload payload, HttpContext context)
    {
        var (user, answer) = Answer(payload);
        if (answer is null)
            return Ignore(payload.Type);

        try
        {
            if (!await chat.FirstTimeAsync("slack-event", id, clock.Now(), context.RequestAborted))
            {
                log.Repeated(id);
                return Results.Ok();
            }
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            log.Failed(away, user);
            return SlackProblems.Busy(context);
        }

        return work.TryAdd(user, answer) ? Results.Ok() : SlackProblems.Busy(context);
    }

    /// <summary>What an event asks for; null for one that asks nothing of us.</summary>
    private (string User, Func<CancellationToken, Task>? Answer) Answer(EventPayload payload) =>
        WrittenLine.Of(payload) is { } written ? (written.User, ct => mentions.AnswerAsync(written, ct))
        : OpenedHome.Of(payload) is { } opened ? (opened.User, ct => home.OpenAsync(opened, ct))
        : ("", null);

    /// <summary>What a database can hold as a key.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(char.IsAscii) && !id.Any(char.IsControl);

    private IResult Ignore(string? type)
    {
        log.Ignored(type ?? "none");
        return Results.Ok();
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
