using System.Text.Json;
using Bot.Channels;

namespace Bot.Slack;

/// <summary>What Slack tells of a channel that the bot posts to.</summary>
/// <param name="Trouble">A <see cref="ChannelTrouble.Code"/>; null where it can be posted to again.</param>
internal sealed record ChangedChannel(string Channel, string? Trouble)
{
    /// <summary>Null for every other event. Who else comes or goes is no matter of ours, and names of channels are not kept.</summary>
    public static ChangedChannel? Of(EventPayload payload)
    {
        if (
            Read(payload.Event) is not { Channel.ValueKind: JsonValueKind.String } happened
            || happened.Channel.GetString() is not { Length: > 0 } channel
        )
            return null;

        return happened.Type switch
        {
            "channel_archive" or "group_archive" => new(channel, ChannelTrouble.Archived.Code),
            "channel_deleted" or "group_deleted" => new(channel, ChannelTrouble.Deleted.Code),
            "channel_left" or "group_left" => new(channel, ChannelTrouble.Removed.Code),
            "channel_unarchive" or "group_unarchive" => new(channel, Trouble: null),
            "member_joined_channel" when IsBot(happened.User, payload) => new(channel, Trouble: null),
            _ => null,
        };
    }

    private static bool IsBot(string? user, EventPayload payload) =>
        user is not null && payload.Authorizations?.Any(authorization => authorization.IsBot && authorization.UserId == user) is true;

    private static ChannelEvent? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize(SlackPayloads.Default.ChannelEvent) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
