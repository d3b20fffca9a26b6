using Bot.Cards;
using Bot.Cards.Rendering;

namespace Bot.Slack;

/// <summary>A pressed button or a chosen option of one of our cards.</summary>
/// <param name="Id">The same when Slack brings the same press again.</param>
/// <param name="Trigger">Opens a modal within three seconds.</param>
/// <param name="IsEveryones">Whether a whole channel reads the card.</param>
/// <param name="IsHome">Whether the card is the presser's own home tab.</param>
internal sealed record PressedAction(
    string Id,
    string User,
    string Conversation,
    string Line,
    Answer Answer,
    Uri? ResponseUrl,
    string? Trigger,
    bool IsEveryones,
    bool IsHome = false
)
{
    /// <summary>Null when it is not an action of our cards.</summary>
    public static PressedAction? Of(InteractionPayload payload)
    {
        if (payload is not { User.Id: { } user, Actions: [{ } action, ..] })
            return null;

        var isHome = payload is { Channel: null, Container.ChannelId: null, View.Type: "home" };
        if ((isHome ? SlackHome.Conversation : payload.Channel?.Id ?? payload.Container?.ChannelId) is not { } conversation)
            return null;

        if (
            SlackActionId.Parse(action.ActionId ?? "") is not { Answer: var answer }
            || (action.SelectedOption?.Value ?? action.Value) is not { } line
        )
            return null;

        return new(
            $"{payload.TriggerId}:{action.ActionId}:{action.ActionTs}",
            user,
            conversation,
            line,
            answer is Answer.Replace && IsReadByAll(payload, conversation) ? Answer.Private : answer,
            ResponseAddress.Parse(payload.ResponseUrl),
            payload.TriggerId,
            IsReadByAll(payload, conversation),
            isHome
        );
    }

    /// <summary>A card that a whole channel reads is never replaced by one person's view of it.</summary>
    private static bool IsReadByAll(InteractionPayload payload, string conversation) =>
        payload.Container?.IsEphemeral == false && !conversation.StartsWith('D');
}
