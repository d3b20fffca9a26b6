using System.Text.Json;
using Bot.Cards;
using Bot.Forms;
using Bot.Settings;
using Storage;

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
    SlackWork work,
    ChatStore chat,
    TimeProvider clock,
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
            return work.TryAdd(back.User, ct => submissions.BackAsync(back, ct)) ? SlackReceipt.Done : SlackReceipt.NoRoom;

        if (type != "block_actions" || PressedAction.Of(payload) is not { } pressed)
        {
            log.Ignored(type);
            return SlackReceipt.Done;
        }

        return work.TryAdd(pressed.User, ct => AnswerAsync(pressed, ct)) ? SlackReceipt.Done : SlackReceipt.NoRoom;
    }

    private async Task AnswerAsync(PressedAction pressed, CancellationToken ct)
    {
        try
        {
            if (await chat.FirstTimeAsync("slack-action", pressed.Id, clock.Now(), ct))
                await AnswerOnceAsync(pressed, ct);
            else
                log.Repeated(pressed.Id);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.Failed(exception, pressed.User);
            await replier.SendAsync(pressed.ResponseUrl, pressed.User, messages.Private(SlackDesk.Sorry), ct);
        }
    }

    private async Task AnswerOnceAsync(PressedAction pressed, CancellationToken ct)
    {
        if (pressed.Answer is Answer.Form)
        {
            var origin = new FormOrigin(FormLine.Parse(pressed.Line), pressed.Conversation, pressed.ResponseUrl, !pressed.IsEveryones);
            await forms.OpenAsync(pressed.User, pressed.Trigger, origin, ct);
            return;
        }

        if (pressed.IsHome)
        {
            await home.ShowAsync(pressed.User, pressed.Line, ct);
            return;
        }

        var reply = await desk.AnswerAsync(pressed.User, pressed.Line, pressed.Conversation, ct);
        var message = (reply, pressed.Answer) switch
        {
            (null, _) => messages.Private(SlackDesk.Sorry),
            (_, Answer.Replace) => messages.Replacing(reply.Card),
            _ => messages.Private(reply.Card),
        };
        await replier.SendAsync(pressed.ResponseUrl, pressed.User, message, ct);
        if (reply?.Shared is { } shared)
            await replier.ShareAsync(pressed.ResponseUrl, pressed.User, pressed.Id, shared, ct);
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
