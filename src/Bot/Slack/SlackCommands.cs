using Bot.Commands;
using Bot.Errands;
using Bot.Forms;
using Bot.Slack.Errands;

namespace Bot.Slack;

/// <summary>Slash commands: the answer is what Slack hears at once, or follows when it takes longer than Slack waits.</summary>
internal sealed class SlackCommands(
    SlackGate gate,
    SlackDesk desk,
    SlackForms forms,
    SlackReplier replier,
    SlackMessages messages,
    SlackDoing doing,
    TimeProvider clock
)
{
    /// <summary>Slack waits three seconds, of which storing what is not answered yet may take a part, and half a second is for the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.2);

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

    /// <summary>Answers a command that was acknowledged before, through its address.</summary>
    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(SlashCommand command, string id, bool isLast, CancellationToken ct) =>
        await GiveAsync(command, id, await AskAsync(command, ct), isLast, ct);

    private async Task<SlackReceipt> AnswerAsync(SlashCommand command)
    {
        var id = $"command:{command.Trigger ?? Guid.NewGuid().ToString("N")}";
        // On a thread of its own, because SQLite waits for its lock on the thread that asks; and not bound to the connection, which a
        // slow answer outlives.
        var answer = Task.Run(() => SlackDoing.AsAsync(id, () => AskAsync(command, CancellationToken.None)));
        try
        {
            return await AtOnceAsync(command, id, await answer.WaitAsync(Patience, clock));
        }
        catch (TimeoutException)
        {
            await doing.TakeAsync(
                id,
                new SlackErrand.Command(command),
                async ct => await GiveAsync(command, id, await answer.WaitAsync(ct), isLast: false, ct)
            );
            return SlackReceipt.Done;
        }
    }

    private Task<CommandReply?> AskAsync(SlashCommand command, CancellationToken ct) =>
        desk.AnswerAsync(command.User, command.Line, command.Conversation, ct);

    private async Task<SlackReceipt> AtOnceAsync(SlashCommand command, string id, CommandReply? reply)
    {
        if (reply?.Opens is { } form)
        {
            var origin = new FormOrigin(FormLine.Parse(form), command.Conversation, command.ResponseUrl, ReplacesCard: false);
            var opening = new SlackErrand.Opening(command.User, command.Trigger, origin);
            await doing.TakeAsync($"open:{id}", opening, ct => forms.OpenAsync(opening, ct));
            return SlackReceipt.Done;
        }

        await ShareAsync(command, id, reply);
        return new SlackReceipt.Taken(messages.Private(reply?.Card ?? desk.Sorry(command.User)));
    }

    private async Task<ErrandOutcome> GiveAsync(SlashCommand command, string id, CommandReply? reply, bool isLast, CancellationToken ct)
    {
        if (reply is { IsAway: true } && !isLast)
            return ErrandOutcome.Again;

        await ShareAsync(command, id, reply);
        var answer = messages.Private(reply?.Card ?? desk.Sorry(command.User));
        return await replier.GiveAsync(replier.Of(command.User, command.ResponseUrl, answer), ct);
    }

    private async Task ShareAsync(SlashCommand command, string id, CommandReply? reply)
    {
        if (reply?.Shared is { } shared)
            await doing.ShareAsync(id, replier.Of(command.User, command.ResponseUrl, messages.Shared(shared), isShared: true));
    }
}
