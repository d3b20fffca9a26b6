using System.Text.Json.Nodes;
using Bot.Errands;
using Bot.Slack.Errands;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>
/// Sends answers after the acknowledgement: through the address that came with the request while it takes them, then to the person's
/// own conversation. What Slack did not take is left for later.
/// </summary>
internal sealed class SlackReplier(SlackClient client, TimeProvider clock, ILogger<SlackReplier> log)
{
    /// <summary>Slack takes answers for half an hour.</summary>
    private static readonly TimeSpan AddressTime = TimeSpan.FromMinutes(29);

    /// <summary>Of the five that Slack takes; the rest is for what else comes of the request.</summary>
    private const int MostPosts = 3;

    /// <summary>An answer to a request that comes in now.</summary>
    public SlackErrand.Reply Of(string user, Uri? address, JsonObject content, bool isShared = false) =>
        new(user, address, clock.GetUtcNow() + AddressTime, content, isShared);

    public async Task<ErrandOutcome> GiveAsync(SlackErrand.Reply reply, CancellationToken ct)
    {
        if (reply.Address is not { } address || reply.Posts >= MostPosts || clock.GetUtcNow() >= reply.Until)
            return await ToPersonAsync(reply, ct);

        return await client.RespondAsync(address, reply.Content, ct) switch
        {
            SlackAnswer<SlackReply>.Ok => ErrandOutcome.Done,
            SlackAnswer<SlackReply>.Later(var after, _) => new ErrandOutcome.Postponed(after, reply.ToBody()),
            SlackAnswer<SlackReply>.Lost(var reason) when reply.IsShared => Undelivered(reply.User, reason),
            SlackAnswer<SlackReply>.Lost => new ErrandOutcome.Postponed(Left: (reply with { Posts = reply.Posts + 1 }).ToBody()),
            _ => await ToPersonAsync(reply, ct),
        };
    }

    /// <summary>Where the person wrote. One that may have arrived is not sent again.</summary>
    public async Task<ErrandOutcome> GiveAsync(SlackErrand.Message message, CancellationToken ct) =>
        message.IsWhisper
            ? Outcome(await client.WhisperAsync(message.Conversation, message.User, message.Thread, message.Content, ct), message)
            : Outcome(await client.PostAsync(message.Conversation, message.Thread, message.Content, id: null, ct), message);

    private async Task<ErrandOutcome> ToPersonAsync(SlackErrand.Reply reply, CancellationToken ct)
    {
        if (reply.IsShared)
            return Undelivered(reply.User, "the address takes no more");

        var opened = (await client.OpenAsync(reply.User, ct)).To(answer => answer.Channel?.Id);
        return opened switch
        {
            SlackAnswer<string>.Ok(var own) => await GiveAsync(
                new SlackErrand.Message(reply.User, own, null, Own(reply.Content), IsWhisper: false),
                ct
            ),
            SlackAnswer<string>.Refused(var error) => Undelivered(reply.User, error),
            SlackAnswer<string>.Later(var after, _) => new ErrandOutcome.Postponed(after, (reply with { Address = null }).ToBody()),
            _ => new ErrandOutcome.Postponed(Left: (reply with { Address = null }).ToBody()),
        };
    }

    /// <summary>As a message of its own: what an answer says of its place means nothing there.</summary>
    private static JsonObject Own(JsonObject content)
    {
        var own = (JsonObject)content.DeepClone();
        own.Remove("response_type");
        own.Remove("replace_original");
        return own;
    }

    private ErrandOutcome Outcome<T>(SlackAnswer<T> answer, SlackErrand.Message message) =>
        answer switch
        {
            SlackAnswer<T>.Ok => ErrandOutcome.Done,
            SlackAnswer<T>.Later(var after, _) => new ErrandOutcome.Postponed(after, message.ToBody()),
            _ => Undelivered(message.User, answer.Outcome),
        };

    private ErrandOutcome Undelivered(string user, string reason)
    {
        log.Undelivered(user, reason);
        return ErrandOutcome.Done;
    }
}
