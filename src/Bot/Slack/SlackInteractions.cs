using System.Text.Json;
using Bot.Cards;
using Bot.Errands;
using Bot.Forms;
using Bot.Slack.Errands;

namespace Bot.Slack;

/// <summary>Presses and sent forms: acknowledged at once, answered through the response address.</summary>
internal sealed class SlackInteractions(
    SlackGate gate,
    SlackDesk desk,
    SlackForms forms,
    SlackSubmissions submissions,
    SlackReplier replier,
    SlackHome home,
    SlackMessages messages,
    SlackDoing doing,
    ILogger<SlackInteractions> log
)
{
    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context.Request, context.RequestAborted);
        if (admission is not Admission.Granted(var body))
            return ((Admission.Denied)admission).Answer;

        return (await TakeAsync(Read(body))).ToResult(context);
    }

    public async Task<SlackReceipt> TakeAsync(InteractionPayload? payload)
    {
        if (payload is not { Type: { } type })
            return new SlackReceipt.Malformed("/payload", "The field 'payload' is missing or is no JSON of an interaction.");

        if (type == "view_submission")
            return await submissions.TakeAsync(payload);

        if (type == "block_actions" && PressedBack.Of(payload) is { } back)
        {
            await doing.TakeAsync(
                $"back:{payload.TriggerId}",
                new SlackErrand.Back(back),
                ct => submissions.BackAsync(back, isLast: false, ct)
            );
            return SlackReceipt.Done;
        }

        if (type != "block_actions" || PressedAction.Of(payload) is not { } pressed)
        {
            log.Ignored(type);
            return SlackReceipt.Done;
        }

        await doing.TakeAsync(pressed.Id, new SlackErrand.Press(pressed), ct => RunAsync(pressed, pressed.Id, isLast: false, ct));
        return SlackReceipt.Done;
    }

    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(PressedAction pressed, string id, bool isLast, CancellationToken ct)
    {
        if (pressed.Answer is Answer.Form)
        {
            var origin = new FormOrigin(FormLine.Parse(pressed.Line), pressed.Conversation, pressed.ResponseUrl, !pressed.IsEveryones);
            return await forms.OpenAsync(new(pressed.User, pressed.Trigger, origin), ct);
        }

        if (pressed.IsHome)
            return await home.ShowAsync(pressed.User, pressed.Line, ct) || isLast ? ErrandOutcome.Done : ErrandOutcome.Again;

        var reply = await desk.AnswerAsync(pressed.User, pressed.Line, pressed.Conversation, ct);
        if (reply is { IsAway: true } && !isLast)
            return ErrandOutcome.Again;

        if (reply?.Shared is { } shared)
            await doing.ShareAsync(id, replier.Of(pressed.User, pressed.ResponseUrl, messages.Shared(shared), isShared: true));
        var message = (reply, pressed.Answer) switch
        {
            (null, _) => messages.Private(desk.Sorry(pressed.User)),
            (_, Answer.Replace) => messages.Replacing(reply.Card),
            _ => messages.Private(reply.Card),
        };
        return await replier.GiveAsync(replier.Of(pressed.User, pressed.ResponseUrl, message), ct);
    }

    private static InteractionPayload? Read(byte[] body)
    {
        try
        {
            return SlackForm.Parse(body)?["payload"] is { } json
                ? JsonSerializer.Deserialize(json, SlackPayloads.Default.InteractionPayload)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
