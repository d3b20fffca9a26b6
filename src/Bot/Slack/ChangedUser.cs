using System.Text.Json;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>A person who joined the workspace, changed or left, as Slack tells of them.</summary>
internal static class ChangedUser
{
    /// <summary>Null for every other event.</summary>
    public static UserPart? Of(EventPayload payload) =>
        Read(payload.Event) is { Type: "team_join" or "user_change", User: { Id.Length: > 0 } user } ? user : null;

    private static UserEvent? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize(SlackPayloads.Default.UserEvent) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
