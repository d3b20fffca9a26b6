using System.Diagnostics;
using System.Text.Json;
using Bot.Channels;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>Delivers what the outbox planned. The platform's message id is <c>{channel}:{ts}</c>.</summary>
internal sealed class SlackChannel(SlackClient client, SlackMessages messages, ILogger<SlackChannel> log) : IChannel
{
    private const int MostPages = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>A new token takes an admin; what waits for it is tried now and then.</summary>
    private static readonly TimeSpan AfterAnAdmin = TimeSpan.FromMinutes(5);

    /// <summary>Slack's clock and ours may differ.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    private readonly SlackClient client = client.InBackground();

    public string Platform => "slack";

    public async Task<DeliveryResult> DeliverAsync(Message message, CancellationToken ct)
    {
        var result = message.Edits is { } edits ? await EditAsync(message, edits, ct) : await PostAsync(message, ct);
        if (result is not DeliveryResult.Sent)
            log.NotSent(message.Id, result.ToString());
        return result;
    }

    public async Task<Lookup> FindAsync(Message message, DateTimeOffset sentAfter, CancellationToken ct) =>
        await AddressAsync(message, ct) switch
        {
            SlackAnswer<string>.Ok(var channel) => await SearchAsync(channel, message.Id, sentAfter - ClockSlack, ct),
            var failed => Unread(failed),
        };

    public async Task<bool> DeleteAsync(string messageId, CancellationToken ct) =>
        messageId.Split(':') is [var channel, var ts] && await client.DeleteAsync(channel, ts, ct) is SlackAnswer<SlackReply>.Ok;

    private async Task<DeliveryResult> PostAsync(Message message, CancellationToken ct) =>
        await AddressAsync(message, ct) switch
        {
            SlackAnswer<string>.Ok(var channel) => InChannel(
                message,
                Result(await client.PostAsync(channel, messages.Post(message.Card), message.Id, ct))
            ),
            var failed => Again(Result(failed)),
        };

    private async Task<DeliveryResult> EditAsync(Message message, string edits, CancellationToken ct) =>
        edits.Split(':') is [var channel, var ts]
            ? InChannel(message, Again(Result(await client.UpdateAsync(channel, ts, messages.Post(message.Card), message.Id, ct))))
            : new DeliveryResult.Refused($"'{edits}' is no message of Slack");

    /// <summary>A private channel that the bot is not in is not found.</summary>
    private static DeliveryResult InChannel(Message message, DeliveryResult result) =>
        (message.Conversation, result) switch
        {
            (not null, DeliveryResult.Refused("is_archived")) => new DeliveryResult.Away(ChannelTrouble.Archived),
            (not null, DeliveryResult.Refused("not_in_channel" or "channel_not_found")) => new DeliveryResult.Away(ChannelTrouble.Removed),
            _ => result,
        };

    /// <summary>Opening a conversation and editing a message end the same however often they are done, so a lost answer is no question.</summary>
    private static DeliveryResult Again(DeliveryResult result) =>
        result is DeliveryResult.Unknown(var reason) ? new DeliveryResult.Later(Pause, reason) : result;

    private async Task<SlackAnswer<string>> AddressAsync(Message message, CancellationToken ct)
    {
        if (message.Conversation is { } conversation)
            return new SlackAnswer<string>.Ok(conversation);

        if (message.User is not { } user)
            return new SlackAnswer<string>.Refused("no_recipient");

        return (await client.OpenAsync(user, ct)).To(reply => reply.Channel?.Id);
    }

    private async Task<Lookup> SearchAsync(string channel, string id, DateTimeOffset oldest, CancellationToken ct)
    {
        List<string> found = [];
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.HistoryAsync(channel, oldest, cursor, ct);
            if (answer is not SlackAnswer<HistoryReply>.Ok(var history))
            {
                log.HistoryUnread(channel, answer.Outcome);
                return Unread(answer);
            }

            found.AddRange((history.Messages ?? []).Where(post => Carries(post.Metadata, id)).Select(post => post.Ts).OfType<string>());
            cursor = history.ResponseMetadata?.NextCursor;
            if (string.IsNullOrEmpty(cursor))
                return found.Count == 0 && history.HasMore ? new Lookup.CannotTell() : Of(channel, found);
        }

        return found.Count == 0 ? new Lookup.CannotTell() : Of(channel, found);
    }

    /// <summary>Time stamps of one channel have the same length, so the smallest is the first.</summary>
    private static Lookup Of(string channel, List<string> found) =>
        found.Order(StringComparer.Ordinal).Select(ts => $"{channel}:{ts}").ToList() is [var first, .. var repeats]
            ? new Lookup.Found(first, repeats)
            : new Lookup.Absent();

    private static Lookup Unread<T>(SlackAnswer<T> answer) =>
        answer switch
        {
            SlackAnswer<T>.Later(var after, _) => new Lookup.Later(after),
            SlackAnswer<T>.Lost => new Lookup.Later(Pause),
            _ => new Lookup.CannotTell(),
        };

    private static bool Carries(MetadataPart? metadata, string id) =>
        metadata is { EventType: SlackClient.MetadataType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("id", out var value)
        && value.ValueKind == JsonValueKind.String
        && value.ValueEquals(id);

    private static DeliveryResult Result(SlackAnswer<PostedReply> answer) =>
        Result(answer.To(posted => posted is { Channel: { } channel, Ts: { } ts } ? $"{channel}:{ts}" : null));

    private static DeliveryResult Result(SlackAnswer<string> answer) =>
        answer switch
        {
            SlackAnswer<string>.Ok(var id) => new DeliveryResult.Sent(id),
            SlackAnswer<string>.Later(var after, var reason) => new DeliveryResult.Later(after, reason),
            SlackAnswer<string>.Refused(var error) when SlackClient.IsLockedOut(error) => new DeliveryResult.Later(AfterAnAdmin, error),
            SlackAnswer<string>.Refused("no_token") => new DeliveryResult.Refused(DeliveryReasons.SlackNotConnected.Format),
            SlackAnswer<string>.Refused(var error) => new DeliveryResult.Refused(error),
            SlackAnswer<string>.Lost(var reason) => new DeliveryResult.Unknown(reason),
            _ => throw new UnreachableException($"No delivery result for {answer.GetType().Name}."),
        };
}
