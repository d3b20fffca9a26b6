using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Settings;

namespace Bot.Slack;

/// <summary>A modal that was sent: the answer to the request is what the modal does next, the card follows.</summary>
internal sealed class SlackSubmissions(SlackDesk desk, SlackForms forms, SlackWork work, SlackSettings settings, TimeProvider clock)
{
    /// <summary>Slack waits three seconds; half a second is for the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly Uri api = new(settings.ApiUrl);

    public async Task<SlackReceipt> TakeAsync(InteractionPayload payload)
    {
        if (payload is not { User.Id: { } user, View: { } view } || FormOrigin.Parse(view.PrivateMetadata, api) is not { } origin)
            return new SlackReceipt.Malformed("/view/private_metadata", "The view is none of this app's forms.");

        var values = ValuesOf(view);
        // Not bound to the connection: what was begun is finished, and told.
        var sent = desk.SubmitAsync(user, origin.Line, values, origin.Conversation, CancellationToken.None);
        try
        {
            var reply = await sent.WaitAsync(Patience, clock);
            return reply is FormReply.Done(var card) && !work.TryAdd(user, ct => forms.GiveAsync(user, origin, card, ct))
                ? SlackReceipt.NoRoom
                : Next(reply, values, origin);
        }
        catch (TimeoutException)
        {
            return work.TryAdd(user, ct => FinishAsync(user, origin, sent, ct)) ? Clear() : SlackReceipt.NoRoom;
        }
    }

    /// <summary>The step before takes the modal's place, with all that was typed.</summary>
    public async Task BackAsync(PressedBack pressed, CancellationToken ct)
    {
        if (FormOrigin.Parse(pressed.View.PrivateMetadata, api) is not { } origin)
            return;

        var typed = ValuesOf(pressed.View).Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        typed[Form.BackField] = [Field.On];
        var reply = await desk.SubmitAsync(pressed.User, origin.Line, new(typed), origin.Conversation, ct);
        await forms.ReplaceAsync(pressed.User, pressed.Id, pressed.View.Hash, ViewOf(reply, origin), ct);
    }

    private static SlackReceipt.Taken Next(FormReply? reply, FormValues values, FormOrigin origin) =>
        reply switch
        {
            FormReply.Done => Clear(),
            FormReply.Show(_, { Count: > 0 } errors) when errors.All(error => values.Fields.ContainsKey(error.Field)) => Errors(errors),
            _ => Update(ViewOf(reply, origin)),
        };

    private static JsonObject ViewOf(FormReply? reply, FormOrigin origin) =>
        reply switch
        {
            null => SlackModal.Notice(SlackDesk.Sorry),
            FormReply.Done(var card) => SlackModal.Notice(card),
            FormReply.Refused(var card) => SlackModal.Notice(card),
            FormReply.Show(var form, var errors) => SlackModal.Render(
                form,
                SlackForms.Of(form, origin).ToMetadata(),
                errors.Count == 0 ? null : string.Join('\n', errors.Select(error => Named(form, error)))
            ),
            _ => throw new UnreachableException($"No view for {reply.GetType().Name}."),
        };

    /// <summary>The modal is gone by then, so what is wrong is told as a card.</summary>
    private async Task FinishAsync(string user, FormOrigin origin, Task<FormReply?> sent, CancellationToken ct)
    {
        var card = await sent.WaitAsync(ct) switch
        {
            FormReply.Done(var done) => done,
            FormReply.Refused(var refusal) => refusal,
            FormReply.Show(var form, var errors) when errors.Count > 0 => NotSaved(form, errors),
            _ => SlackDesk.Sorry,
        };
        await forms.GiveAsync(user, origin with { ReplacesCard = false }, card, ct);
    }

    private static Card NotSaved(Form form, IReadOnlyList<FieldError> errors) =>
        new(
            "Not saved",
            [
                .. errors.Select(error => new CardPart.Text(Named(form, error), Tone.Warning)),
                new CardPart.Buttons([new("Open the form again", $"{new FormLine(form.Id, form.State)}", Answer.Form)]),
            ]
        );

    private static string Named(Form form, FieldError error) =>
        form.Find(error.Field) is { } field ? $"{field.Label}: {error.Message}" : error.Message;

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
