using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Errands;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Settings;
using Bot.Slack.Errands;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>A modal that was sent: the answer to the request is what the modal does next, the card follows.</summary>
internal sealed class SlackSubmissions(SlackDesk desk, SlackForms forms, SlackDoing doing, SlackSettings settings, TimeProvider clock)
{
    /// <summary>Slack waits three seconds, of which storing what is not saved yet may take a part, and half a second is for the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.2);

    private readonly Uri api = new(settings.ApiUrl);

    public async Task<SlackReceipt> TakeAsync(InteractionPayload payload)
    {
        if (payload is not { User.Id: { } user, View: { } view } || FormOrigin.Parse(view.PrivateMetadata, api) is not { } origin)
            return new SlackReceipt.Malformed("/view/private_metadata", "The view is none of this app's forms.");

        var id = $"form:{payload.TriggerId ?? Guid.NewGuid().ToString("N")}";
        var sent = new SlackErrand.Submission(user, view.Id, origin, ValuesOf(view));
        // On a thread of its own, because SQLite waits for its lock on the thread that asks; and not bound to the connection: what was
        // begun is finished, and told.
        var saving = Task.Run(() => SlackDoing.AsAsync(id, () => SaveAsync(sent, CancellationToken.None)));
        try
        {
            var reply = await saving.WaitAsync(Patience, clock);
            if (reply is FormReply.Done(var card))
                await GiveAsync(id, await forms.AnswerAsync(user, origin, card, CancellationToken.None));
            return Next(user, reply, sent.Values, origin);
        }
        catch (TimeoutException)
        {
            await doing.TakeAsync(id, sent, async ct => await FinishAsync(sent, id, await saving.WaitAsync(ct), isLast: false, ct));
            return Update(SlackModal.Notice(Saving(desk.KnownFormat(user)), desk.KnownFormat(user)));
        }
    }

    /// <summary>The step before takes the modal's place, with all that was typed; where it cannot be had, the modal stays as it is.</summary>
    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> BackAsync(PressedBack pressed, bool isLast, CancellationToken ct)
    {
        if (FormOrigin.Parse(pressed.View.PrivateMetadata, api) is not { } origin)
            return ErrandOutcome.Done;

        var typed = ValuesOf(pressed.View).Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        typed[Form.BackField] = [Field.On];
        return await desk.SubmitAsync(pressed.User, origin.Line, new(typed), origin.Conversation, ct) switch
        {
            FormReply.Refused { IsAway: true } when !isLast => ErrandOutcome.Again,
            FormReply.Refused { IsAway: true, Card: var away } => await forms.BesideAsync(pressed.User, origin, away, ct),
            null => await forms.BesideAsync(pressed.User, origin, desk.Sorry(pressed.User), ct),
            var reply => await forms.ReplaceAsync(
                pressed.User,
                pressed.Id,
                pressed.View.Hash,
                ViewOf(pressed.User, reply, origin),
                ct
            ) switch
            {
                SlackAnswer<SlackReply>.Later(var after, _) => new ErrandOutcome.Postponed(after),
                _ => ErrandOutcome.Done,
            },
        };
    }

    /// <summary>Saves a form that was acknowledged before, and tells what came of it.</summary>
    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(SlackErrand.Submission sent, string id, bool isLast, CancellationToken ct) =>
        await FinishAsync(sent, id, await SaveAsync(sent, ct), isLast, ct);

    private Task<FormReply?> SaveAsync(SlackErrand.Submission sent, CancellationToken ct) =>
        desk.SubmitAsync(sent.User, sent.Origin.Line, sent.Values, sent.Origin.Conversation, ct);

    private SlackReceipt.Taken Next(string user, FormReply? reply, FormValues values, FormOrigin origin) =>
        reply switch
        {
            FormReply.Done => Clear(),
            FormReply.Show(_, { Count: > 0 } errors) when errors.All(error => values.Fields.ContainsKey(error.Field)) => Errors(errors),
            _ => Update(ViewOf(user, reply, origin)),
        };

    private JsonObject ViewOf(string user, FormReply? reply, FormOrigin origin) =>
        reply switch
        {
            null => SlackModal.Notice(desk.Sorry(user), desk.KnownFormat(user)),
            FormReply.Done(var card) => SlackModal.Notice(card, desk.KnownFormat(user)),
            FormReply.Refused(var card) => SlackModal.Notice(card, desk.KnownFormat(user)),
            FormReply.Show(var form, var errors) => SlackModal.Render(
                form,
                SlackForms.Of(form, origin).ToMetadata(),
                errors.Count == 0 ? null : string.Join('\n', errors.Select(error => NotSaved.Line(form, error)))
            ),
            _ => throw new UnreachableException($"No view for {reply.GetType().Name}."),
        };

    /// <summary>In the modal, which shows that it is being saved; where that was closed meanwhile, as a card.</summary>
    private async Task<ErrandOutcome> FinishAsync(
        SlackErrand.Submission sent,
        string id,
        FormReply? reply,
        bool isLast,
        CancellationToken ct
    )
    {
        if (reply is FormReply.Refused { IsAway: true } && !isLast)
            return ErrandOutcome.Again;

        var (user, view, origin, _) = sent;
        var card = reply switch
        {
            FormReply.Done(var done) => done,
            FormReply.Refused(var refusal) => refusal,
            FormReply.Show(var form, var errors) => NotSaved.Of(form, errors),
            _ => desk.Sorry(user),
        };
        var isShown =
            view is not null
            && await forms.ReplaceAsync(user, view, hash: null, ViewOf(user, reply, origin), ct) is SlackAnswer<SlackReply>.Ok;
        var isDone = reply is FormReply.Done;
        if (isDone || !isShown)
            await GiveAsync(id, await forms.AnswerAsync(user, isDone ? origin : origin with { ReplacesCard = false }, card, ct));
        return ErrandOutcome.Done;
    }

    private Task<bool> GiveAsync(string id, SlackErrand answer) =>
        doing.TakeAsync($"given:{id}", answer, ct => forms.GiveAsync(answer, ct));

    /// <summary>Every block is a field; its one element says what was typed or chosen.</summary>
    private static FormValues ValuesOf(ViewPart view) =>
        new(
            (view.State?.Values ?? new Dictionary<string, IReadOnlyDictionary<string, InputPart?>?>(StringComparer.Ordinal)).ToDictionary(
                block => block.Key,
                block => ValuesOf(block.Value?.GetValueOrDefault(SlackModal.Action)),
                StringComparer.Ordinal
            )
        );

    private static IReadOnlyList<string> ValuesOf(InputPart? input) =>
        input switch
        {
            { SelectedOptions: { } options } => [.. options.Select(option => option?.Value).OfType<string>()],
            { SelectedOption.Value: { } chosen } => [chosen],
            { SelectedDate: { } date } => [date],
            { Value: { } typed } => [typed],
            _ => [],
        };

    /// <summary>What the modal shows meanwhile.</summary>
    private static Card Saving(ReaderFormat format) =>
        new(
            format.Say($"Saving…"),
            [
                new CardPart.Text(
                    format.Say(
                        $"This takes a moment longer. The result appears here; if you close this window, it comes to you as a message."
                    )
                ),
            ]
        );

    private static SlackReceipt.Taken Clear() => Saying(new() { ["response_action"] = "clear" });

    private static SlackReceipt.Taken Update(JsonObject view) => Saying(new() { ["response_action"] = "update", ["view"] = view });

    /// <summary>One message a field, the first.</summary>
    private static SlackReceipt.Taken Errors(IReadOnlyList<FieldError> errors) =>
        Saying(
            new()
            {
                ["response_action"] = "errors",
                ["errors"] = new JsonObject(
                    errors
                        .DistinctBy(error => error.Field)
                        .Select(error => KeyValuePair.Create(error.Field, (JsonNode?)JsonValue.Create(error.Message)))
                ),
            }
        );

    private static SlackReceipt.Taken Saying(JsonObject body) => new(body);
}
