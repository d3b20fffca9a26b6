using Bot.Cards;
using Bot.Channels;
using Bot.Settings;
using Bot.Teams.Connector;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams.Turns;

/// <summary>A person wrote to the bot, or pressed a button of the kind that writes for them.</summary>
internal sealed class MessageTurn(
    Asking asking,
    NamedPeople people,
    Conversations conversations,
    ConnectorClient connector,
    Posts posts,
    TeamsCards cards,
    ChatStore chats,
    TimeProvider clock,
    ILogger<MessageTurn> log
)
{
    private const string Remedy =
        "I answer privately, but I may not write to you yet. In Teams open Apps, add Medalist for yourself, then send the command again.";

    /// <summary>Teams sends an activity again when it missed our answer; whichever host gets it, it is answered once.</summary>
    public async Task AnswerAsync(Activity activity, CancellationToken ct)
    {
        if (activity.Id is { Length: > 0 } id && !await IsNewAsync(activity, id, ct))
        {
            log.Repeated(id);
            return;
        }

        await conversations.RememberAsync(activity, ct);
        if (await asking.AnswerAsync(activity, await LineAsync(activity, ct), ct) is { } card)
            await GiveAsync(activity, card, ct);
        else
            log.NobodyOfOurs(activity.Id);
    }

    private Task<bool> IsNewAsync(Activity activity, string id, CancellationToken ct) =>
        chats.FirstTimeAsync("teams-activity", $"{activity.Conversation.Id}:{id}", clock.Now(), ct);

    private async Task<string> LineAsync(Activity activity, CancellationToken ct) =>
        activity is { Text: null or "", Value: { } value } && CardAction.OfSubmit(value) is { } pressed
            ? pressed.Command
            : await people.LineAsync(activity, ct);

    private async Task GiveAsync(Activity activity, Card card, CancellationToken ct)
    {
        var result = activity.Conversation.IsPersonal
            ? await ReplyAsync(activity, cards.Message(card), ct)
            : await posts.ToPersonAsync(PersonAddress.Of(activity), cards.Message(card), ct);

        if (result is DeliveryResult.Sent)
            return;

        log.NotAnswered(activity.Id, result.ToString());
        if (!activity.Conversation.IsPersonal && result is not DeliveryResult.Unknown)
            await ReplyAsync(activity, OutgoingMessage.Line(Remedy), ct);
    }

    private Task<DeliveryResult> ReplyAsync(Activity activity, OutgoingMessage message, CancellationToken ct) =>
        activity.Id is { Length: > 0 } id
            ? connector.ReplyAsync(activity.ServiceUrl, new(activity.Conversation.Id, id), message, ct)
            : connector.SendAsync(activity.ServiceUrl, activity.Conversation.Id, message, ct);
}
