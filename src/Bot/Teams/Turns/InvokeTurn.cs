using Bot.Cards;
using Bot.Channels;
using Bot.Commands;
using Bot.Errands;
using Bot.Teams.Connector;
using Bot.Teams.Errands;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>Somebody pressed a button or chose an option; the answer to the request is what they see, or follows in their own chat.</summary>
internal sealed class InvokeTurn(
    Asking asking,
    ConnectorClient connector,
    TeamsDoing doing,
    TeamsCards cards,
    TimeProvider clock,
    ILogger<InvokeTurn> log
)
{
    /// <summary>Teams shows an error of its own after five seconds, of which storing and the way take a part.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3.5);

    /// <summary>What a message beside the card may take of it.</summary>
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(1);

    /// <summary>Null for an invoke the bot does not know.</summary>
    public async Task<InvokeAnswer?> AnswerAsync(Activity activity)
    {
        if (activity.Name != "adaptiveCard/action")
            return null;

        if (activity.Value is not { } value || CardAction.OfInvoke(value) is not { } pressed)
            return InvokeAnswer.Error(
                400,
                "BadRequest",
                asking.Say(activity, $"This button is not one of Medalist's. Ask for the card again.")
            );

        var key = TeamsDoing.KeyOf(activity);
        // On a thread of its own, because SQLite waits for its lock on the thread that asks.
        var answer = Task.Run(() => TeamsDoing.AsAsync(key, () => asking.AnswerAsync(activity, pressed.Command, CancellationToken.None)));
        try
        {
            return await AtOnceAsync(activity, pressed, await answer.WaitAsync(Patience, clock), CardAction.IsAutomatic(value));
        }
        catch (TimeoutException)
        {
            log.TooSlow(activity.Id);
            if (CardAction.IsAutomatic(value))
                return InvokeAnswer.Error(503, "Busy", asking.Say(activity, $"Medalist is busy. Try again in a moment."));

            await doing.TakeAsync(
                key,
                new TeamsErrand.Asked(activity),
                async ct => await FollowAsync(activity, pressed, await answer.WaitAsync(ct), isLast: false, ct)
            );
            return InvokeAnswer.Toast(asking.Say(activity, $"This takes a moment longer. The answer comes to your chat with Medalist."));
        }
    }

    /// <summary>Answers a press that was acknowledged before.</summary>
    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(Activity activity, bool isLast, CancellationToken ct) =>
        activity.Value is { } value && CardAction.OfInvoke(value) is { } pressed
            ? await FollowAsync(activity, pressed, await asking.AnswerAsync(activity, pressed.Command, ct), isLast, ct)
            : ErrandOutcome.Done;

    /// <summary>In place of the pressed card where it is the person's own, else as a message of their own chat.</summary>
    private Task<ErrandOutcome> FollowAsync(
        Activity activity,
        CardAction pressed,
        CommandReply? reply,
        bool isLast,
        CancellationToken ct
    ) =>
        reply switch
        {
            null => Task.FromResult(ErrandOutcome.Done),
            { IsAway: true } when !isLast => Task.FromResult(ErrandOutcome.Again),
            _ => doing.GiveAsync(
                new(activity.Bare, cards.Message(reply.Card), pressed.Answer == Answer.Private ? null : activity.ReplyToId),
                ct
            ),
        };

    private async Task<InvokeAnswer> AtOnceAsync(Activity activity, CardAction pressed, CommandReply? reply, bool isAutomatic)
    {
        if (reply?.Card is not { } card)
            return InvokeAnswer.Error(403, "Forbidden", asking.Say(activity, $"Medalist works for people of this company only."));

        if (isAutomatic)
            return cards.OwnView(card, pressed.Command, activity.From.Id);

        // In a channel the answer to the press is seen by the presser alone; in their own chat "beside the card" is a message more.
        return pressed.Answer == Answer.Private && activity.Conversation.IsPersonal
            ? await BesideAsync(activity, card)
            : cards.InPlace(card);
    }

    private async Task<InvokeAnswer> BesideAsync(Activity activity, Card card)
    {
        using var patience = new CancellationTokenSource(Way, clock);
        try
        {
            var sent = await connector.SendAsync(activity.ServiceUrl, activity.Conversation.Id, cards.Message(card), patience.Token);
            return sent is DeliveryResult.Sent ? InvokeAnswer.Toast(asking.Say(activity, $"Answered below.")) : cards.InPlace(card);
        }
        catch (OperationCanceledException)
        {
            return cards.InPlace(card);
        }
    }
}
