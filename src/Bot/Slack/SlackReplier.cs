using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Settings;
using Bot.Slack.Wire;
using Storage;

namespace Bot.Slack;

/// <summary>Sends answers after the acknowledgement, through the address that came with the request.</summary>
internal sealed class SlackReplier(
    SlackClient client,
    SlackMessages messages,
    ChatStore chat,
    TimeProvider clock,
    ILogger<SlackReplier> log
)
{
    public async Task SendAsync(Uri? address, string user, JsonObject message, CancellationToken ct)
    {
        if (address is null)
            log.Undelivered(user, "no response address");
        else if (await client.RespondAsync(address, message, ct) is var answer and not SlackAnswer<SlackReply>.Ok)
            log.Undelivered(user, answer.Outcome);
    }

    /// <summary>A post everyone sees: once for one press or one command, however often Slack brings it.</summary>
    public async Task ShareAsync(Uri? address, string user, string? trigger, Card card, CancellationToken ct)
    {
        if (trigger is null || await chat.FirstTimeAsync("slack-share", trigger, clock.Now(), ct))
            await SendAsync(address, user, messages.Shared(card), ct);
        else
            log.Repeated(trigger);
    }
}
