using Bot.Commands;
using Bot.Forms;

namespace Bot.Slack;

/// <summary>Slash commands: the answer is what Slack hears at once, or follows when it takes longer than Slack waits.</summary>
internal sealed class SlackCommands(
    SlackGate gate,
    SlackDesk desk,
    SlackForms forms,
    SlackReplier replier,
    SlackMessages messages,
    SlackWork work,
    TimeProvider clock
)
{
    /// <summary>Slack waits three seconds; half a second is for the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context.Request, context.RequestAborted);
        if (admission is not Admission.Granted(var body))
            return ((Admission.Denied)admission).Answer;

        if (SlackForm.Parse(body) is not { } form)
            return SlackProblems.Malformed("", "The form has too many or too long fields.");

        return (await TakeAsync(field => form[field])).ToResult(context);
    }

    /// <param name="field">A field of the command by its name; null where it is missing.</param>
    public async Task<SlackReceipt> TakeAsync(Func<string, string?> field) =>
        SlashCommand.Parse(field, out var missing) is { } command
            ? await AnswerAsync(command)
            : new SlackReceipt.Malformed($"/{missing}", $"The field '{missing}' is missing.");

    private async Task<SlackReceipt> AnswerAsync(SlashCommand command)
    {
        // Not bound to the connection: a slow answer outlives it.
        var answer = desk.AnswerAsync(command.User, command.Line, command.Conversation, CancellationToken.None);
        try
        {
            var reply = await answer.WaitAsync(Patience, clock);
            if (reply?.Opens is { } form)
                return work.TryAdd(command.User, ct => OpenAsync(command, form, ct)) ? SlackReceipt.Done : SlackReceipt.NoRoom;

            if (reply?.Shared is not null && !work.TryAdd(command.User, ct => ShareAsync(command, reply, ct)))
                return SlackReceipt.NoRoom;

            return new SlackReceipt.Taken(messages.Private(reply?.Card ?? SlackDesk.Sorry));
        }
        catch (TimeoutException)
        {
            return work.TryAdd(command.User, ct => FinishAsync(command, answer, ct)) ? SlackReceipt.Done : SlackReceipt.NoRoom;
        }
    }

    private async Task FinishAsync(SlashCommand command, Task<CommandReply?> answer, CancellationToken ct)
    {
        var reply = await answer.WaitAsync(ct);
        await replier.SendAsync(command.ResponseUrl, command.User, messages.Private(reply?.Card ?? SlackDesk.Sorry), ct);
        await ShareAsync(command, reply, ct);
    }

    private Task OpenAsync(SlashCommand command, string form, CancellationToken ct) =>
        forms.OpenAsync(
            command.User,
            command.Trigger,
            new(FormLine.Parse(form), command.Conversation, command.ResponseUrl, ReplacesCard: false),
            ct
        );

    private async Task ShareAsync(SlashCommand command, CommandReply? reply, CancellationToken ct)
    {
        if (reply?.Shared is { } shared)
            await replier.ShareAsync(command.ResponseUrl, command.User, command.Trigger, shared, ct);
    }
}
