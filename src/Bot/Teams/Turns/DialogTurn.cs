using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Errands;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Teams.Errands;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>Forms as dialogs: Teams asks for one, shows it, and sends what was filled in; the answer to the request is what it shows next.</summary>
internal sealed class DialogTurn(Asking asking, TeamsDoing doing, TeamsCards cards, TimeProvider clock, ILogger<DialogTurn> log)
{
    private const string Fetch = "task/fetch";
    private const string Submit = "task/submit";

    /// <summary>Teams shows an error of its own after five seconds, of which storing and the way take a part.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What a card beside the dialog may take of it.</summary>
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(1);

    public static bool IsMeantBy(Activity activity) => activity.Name is Fetch or Submit;

    public async Task<JsonObject> AnswerAsync(Activity activity)
    {
        if (DialogData.Of(activity.Value) is not { } data)
            return Message(asking.Say(activity, $"This form is not one of Medalist's. Ask for the card again."));

        return activity.Name == Fetch ? await FetchAsync(activity, data) : await SubmitAsync(activity, data);
    }

    /// <summary>Saves a form that was acknowledged before, and tells what came of it.</summary>
    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(Activity activity, bool isLast, CancellationToken ct) =>
        DialogData.Of(activity.Value) is { } data
            ? await FollowAsync(activity, data, await asking.SubmitAsync(activity, data.Line, data.Values, ct), isLast, ct)
            : ErrandOutcome.Done;

    private async Task<JsonObject> FetchAsync(Activity activity, DialogData data)
    {
        // On a thread of its own, because SQLite waits for its lock on the thread that asks.
        var opening = Task.Run(() => asking.OpenAsync(activity, data.Line, CancellationToken.None));
        try
        {
            return await opening.WaitAsync(Patience, clock) switch
            {
                null => Strangers(activity),
                FormReply.Show(var form, var errors) => Show(form, errors, OriginOf(activity)),
                FormReply.Done(var card) => Notice(card),
                FormReply.Refused(var card) => Notice(card),
                var other => throw new System.Diagnostics.UnreachableException($"No dialog for {other.GetType().Name}."),
            };
        }
        catch (TimeoutException)
        {
            log.TooSlow(activity.Id);
            return Message(asking.Say(activity, $"Medalist is busy. Open the form again in a moment."));
        }
    }

    private async Task<JsonObject> SubmitAsync(Activity activity, DialogData data)
    {
        var key = TeamsDoing.KeyOf(activity);
        var saving = Task.Run(() =>
            TeamsDoing.AsAsync(key, () => asking.SubmitAsync(activity, data.Line, data.Values, CancellationToken.None))
        );
        try
        {
            return await AtOnceAsync(activity, data, key, await saving.WaitAsync(Patience, clock));
        }
        catch (TimeoutException)
        {
            log.TooSlow(activity.Id);
            await doing.TakeAsync(
                key,
                new TeamsErrand.Asked(activity),
                async ct => await FollowAsync(activity, data, await saving.WaitAsync(ct), isLast: false, ct)
            );
            return Message(asking.Say(activity, $"This takes a moment longer. What came of it is told in your chat with Medalist."));
        }
    }

    private async Task<JsonObject> AtOnceAsync(Activity activity, DialogData data, string key, FormReply? reply)
    {
        switch (reply)
        {
            case null:
                return Strangers(activity);
            case FormReply.Show(var form, var errors):
                return Show(form, errors, data.Origin);
            case FormReply.Refused(var refusal):
                return Notice(refusal);
            case FormReply.Done(var card):
                var give = Give(activity, data, card);
                if (await doing.TakeAsync($"given:{key}", give, ct => doing.GiveAsync(give, ct)) is { } giving)
                    await Task.WhenAny(giving, Task.Delay(Way, clock));
                return Message(card.Title);
            case var other:
                throw new System.Diagnostics.UnreachableException($"No dialog for {other.GetType().Name}.");
        }
    }

    /// <summary>The dialog is gone by then, so what is wrong is told as a card, with the way back to the form.</summary>
    private Task<ErrandOutcome> FollowAsync(Activity activity, DialogData data, FormReply? reply, bool isLast, CancellationToken ct) =>
        reply switch
        {
            null => Task.FromResult(ErrandOutcome.Done),
            FormReply.Refused { IsAway: true } when !isLast => Task.FromResult(ErrandOutcome.Again),
            FormReply.Done(var card) => doing.GiveAsync(Give(activity, data, card), ct),
            FormReply.Refused(var refusal) => doing.GiveAsync(Give(activity, data with { Origin = "" }, refusal), ct),
            FormReply.Show(var form, var errors) => doing.GiveAsync(
                Give(activity, data with { Origin = "" }, NotSaved.Of(form, errors)),
                ct
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No answer for {reply.GetType().Name}."),
        };

    /// <summary>In place of the card the form was opened from, in the person's own chat; what a channel reads is nobody's to replace.</summary>
    private TeamsErrand.Give Give(Activity activity, DialogData data, Card card) =>
        new(activity.Bare, cards.Message(card), data.Origin.Length > 0 ? data.Origin : null);

    private static string OriginOf(Activity activity) => activity.Conversation.IsPersonal ? activity.ReplyToId ?? "" : "";

    private JsonObject Strangers(Activity activity) => Message(asking.Say(activity, $"Medalist works for people of this company only."));

    private static JsonObject Show(Form form, IReadOnlyList<FieldError> errors, string origin) =>
        Continue(form.Title, form.Fields.Count() > 4 ? "large" : "medium", AdaptiveForm.Render(form, errors, origin));

    /// <summary>The card has its own heading.</summary>
    private JsonObject Notice(Card card) => Continue("Medalist", "small", cards.Still(card));

    private static JsonObject Continue(string title, string height, JsonObject card) =>
        Answer(
            new()
            {
                ["type"] = "continue",
                ["value"] = new JsonObject
                {
                    ["title"] = CleanText.Of(title),
                    ["height"] = height,
                    ["width"] = "medium",
                    ["card"] = new JsonObject { ["contentType"] = Attachment.AdaptiveCard, ["content"] = card },
                },
            }
        );

    private static JsonObject Message(string text) => Answer(new() { ["type"] = "message", ["value"] = text });

    private static JsonObject Answer(JsonObject task) => new() { ["task"] = task };
}
