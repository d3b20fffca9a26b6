using Bot.Cards;
using Bot.Channels;
using Bot.Teams.Connector;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>Somebody pressed a button or chose an option; the answer to the request is what they see.</summary>
internal sealed class InvokeTurn(Asking asking, ConnectorClient connector, TeamsCards cards, TimeProvider clock, ILogger<InvokeTurn> log)
{
    /// <summary>Teams shows an error of its own after five seconds.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);

    /// <summary>Null for an invoke the bot does not know.</summary>
    public async Task<InvokeAnswer?> AnswerAsync(Activity activity)
    {
        if (activity.Name != "adaptiveCard/action")
            return null;

        if (activity.Value is not { } value || CardAction.OfInvoke(value) is not { } pressed)
            return InvokeAnswer.Error(400, "BadRequest", "This button is not one of Medalist's. Ask for the card again.");

        using var budget = new CancellationTokenSource(Budget, clock);
        try
        {
            return await AnswerAsync(activity, pressed, CardAction.IsAutomatic(value), budget.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            log.TooSlow(activity.Id);
            return InvokeAnswer.Error(503, "Busy", "Medalist is busy. Try again in a moment.");
        }
    }

    private async Task<InvokeAnswer> AnswerAsync(Activity activity, CardAction pressed, bool isAutomatic, CancellationToken ct)
    {
        if (await asking.AnswerAsync(activity, pressed.Command, ct) is not { } card)
            return InvokeAnswer.Error(403, "Forbidden", "Medalist works for people of this company only.");

        // In a channel the answer to the press is seen by the presser alone; in their own chat "beside the card" is a message more.
        return pressed.Answer == Answer.Private && activity.Conversation.IsPersonal && !isAutomatic
            ? await BesideAsync(activity, card, ct)
            : cards.InPlace(card);
    }

    private async Task<InvokeAnswer> BesideAsync(Activity activity, Card card, CancellationToken ct)
    {
        var result = await connector.SendAsync(activity.ServiceUrl, activity.Conversation.Id, cards.Message(card), ct);
        return result is DeliveryResult.Sent ? InvokeAnswer.Toast("Answered below.") : cards.InPlace(card);
    }
}
