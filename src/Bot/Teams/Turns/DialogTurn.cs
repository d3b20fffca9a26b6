using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Channels;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Teams.Connector;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>Forms as dialogs: Teams asks for one, shows it, and sends what was filled in; the answer to the request is what it shows next.</summary>
internal sealed class DialogTurn(
    Asking asking,
    Posts posts,
    ConnectorClient connector,
    TeamsCards cards,
    OpenTurns turns,
    TimeProvider clock,
    ILogger<DialogTurn> log
)
{
    private const string Fetch = "task/fetch";
    private const string Submit = "task/submit";

    /// <summary>Teams shows an error of its own after five seconds.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);

    public static bool IsMeantBy(Activity activity) => activity.Name is Fetch or Submit;

    public async Task<JsonObject> AnswerAsync(Activity activity)
    {
        if (DialogData.Of(activity.Value) is not { } data)
            return Message("This form is not one of Medalist's. Ask for the card again.");

        using var budget = new CancellationTokenSource(Budget, clock);
        try
        {
            return activity.Name == Fetch
                ? await FetchAsync(activity, data, budget.Token)
                : await SubmitAsync(activity, data, budget.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            log.TooSlow(activity.Id);
            return Message("Medalist is busy. Open the form again in a moment: it shows what was saved.");
        }
    }

    private async Task<JsonObject> FetchAsync(Activity activity, DialogData data, CancellationToken ct) =>
        await asking.OpenAsync(activity, data.Line, ct) switch
        {
            null => Strangers,
            FormReply.Show(var form, var errors) => Show(form, errors, OriginOf(activity)),
            FormReply.Done(var card) => Notice(card),
            FormReply.Refused(var card) => Notice(card),
            var other => throw new System.Diagnostics.UnreachableException($"No dialog for {other.GetType().Name}."),
        };

    private async Task<JsonObject> SubmitAsync(Activity activity, DialogData data, CancellationToken ct)
    {
        switch (await asking.SubmitAsync(activity, data.Line, data.Values, ct))
        {
            case null:
                return Strangers;
            case FormReply.Show(var form, var errors):
                return Show(form, errors, data.Origin);
            case FormReply.Refused(var refusal):
                return Notice(refusal);
            case FormReply.Done(var card):
                await turns.RunAsync(stop => GiveAsync(activity, data.Origin, card, stop));
                return Message(card.Title);
            case var other:
                throw new System.Diagnostics.UnreachableException($"No dialog for {other.GetType().Name}.");
        }
    }

    /// <summary>In place of the card the form was opened from, in the person's own chat; what a channel reads is nobody's to replace.</summary>
    private async Task GiveAsync(Activity activity, string origin, Card card, CancellationToken ct)
    {
        var result =
            activity.Conversation.IsPersonal && origin.Length > 0
                ? await connector.UpdateAsync(activity.ServiceUrl, new(activity.Conversation.Id, origin), cards.Message(card), ct)
                : await posts.ToPersonAsync(PersonAddress.Of(activity), cards.Message(card), ct);
        if (result is DeliveryResult.Refused && origin.Length > 0 && activity.Conversation.IsPersonal)
            result = await connector.SendAsync(activity.ServiceUrl, activity.Conversation.Id, cards.Message(card), ct);
        if (result is not DeliveryResult.Sent)
            log.NotAnswered(activity.Id, result.ToString());
    }

    private static string OriginOf(Activity activity) => activity.Conversation.IsPersonal ? activity.ReplyToId ?? "" : "";

    private static JsonObject Strangers => Message("Medalist works for people of this company only.");

    private static JsonObject Show(Form form, IReadOnlyList<FieldError> errors, string origin) =>
        Continue(form.Title, form.Fields.Count() > 4 ? "large" : "medium", AdaptiveForm.Render(form, errors, origin));

    private JsonObject Notice(Card card) => Continue(card.Title, "small", cards.Still(card));

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
