using System.Text.Json;

namespace Bot.Slack;

/// <summary>What a person wrote to the bot.</summary>
/// <param name="Thread">The thread it was written in, where the answer belongs too; null outside of one.</param>
/// <param name="Mentioned">True in a channel, where the answer is shown to the writer only; false in a conversation of two.</param>
internal sealed record WrittenLine(string User, string Conversation, string? Thread, string Line, bool Mentioned)
{
    /// <summary>Null for every other event, for edits and joins, and for what bots write, this one included.</summary>
    public static WrittenLine? Of(EventPayload payload)
    {
        if (Read(payload.Event) is not { Subtype: null, BotId: null, User: { } user, Channel: { } channel, Text: { } text } message)
            return null;

        var bot = payload.Authorizations?.FirstOrDefault(authorization => authorization is { IsBot: true })?.UserId;
        return message switch
        {
            _ when user == bot => null,
            { Type: "app_mention" } => new(user, channel, message.ThreadTs, SlackText.WithoutMention(text, bot), Mentioned: true),
            { Type: "message", ChannelType: "im" } => new(
                user,
                channel,
                message.ThreadTs,
                SlackText.WithoutMention(text, bot),
                Mentioned: false
            ),
            _ => null,
        };
    }

    /// <summary>Events that nobody subscribed to may have any shape, so a misfit is no error.</summary>
    private static MessageEvent? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize(SlackPayloads.Default.MessageEvent) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
