using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>Answers what was written to the bot: in a conversation of two as a message, in a channel for the writer's eyes only.</summary>
internal sealed class SlackMentions(SlackDesk desk, SlackClient client, SlackMessages messages, ILogger<SlackMentions> log)
{
    public async Task AnswerAsync(WrittenLine written, CancellationToken ct)
    {
        var reply = await desk.AnswerAsync(written.User, written.Line, written.Conversation, ct);
        var card = messages.Post(reply?.Card ?? SlackDesk.Sorry);
        if (written.Mentioned)
            Check(written, await client.WhisperAsync(written.Conversation, written.User, written.Thread, card, ct));
        else
            Check(written, await client.PostAsync(written.Conversation, card, null, ct));

        if (reply?.Shared is { } shared)
            Check(written, await client.PostAsync(written.Conversation, messages.Post(shared), null, ct));
    }

    private void Check<T>(WrittenLine written, SlackAnswer<T> answer)
    {
        if (answer is not SlackAnswer<T>.Ok)
            log.Undelivered(written.User, answer.Outcome);
    }
}
