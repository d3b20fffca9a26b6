using Bot.Errands;
using Bot.Slack.Errands;

namespace Bot.Slack;

/// <summary>Answers what was written to the bot: in a conversation of two as a message, in a channel for the writer's eyes only.</summary>
internal sealed class SlackMentions(SlackDesk desk, SlackReplier replier, SlackDoing doing, SlackMessages messages)
{
    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(WrittenLine written, string id, bool isLast, CancellationToken ct)
    {
        var reply = await desk.AnswerAsync(written.User, written.Line, written.Conversation, ct);
        if (reply is { IsAway: true } && !isLast)
            return ErrandOutcome.Again;

        if (reply?.Shared is { } shared)
            await doing.ShareAsync(
                id,
                new SlackErrand.Message(written.User, written.Conversation, null, messages.Post(shared), IsWhisper: false)
            );
        return await replier.GiveAsync(
            new SlackErrand.Message(
                written.User,
                written.Conversation,
                written.Thread,
                messages.Post(reply?.Card ?? desk.Sorry(written.User)),
                written.Mentioned
            ),
            ct
        );
    }
}
