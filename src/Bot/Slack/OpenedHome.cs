using System.Text.Json;

namespace Bot.Slack;

/// <summary>A person opened the home tab.</summary>
/// <param name="Hash">Of what it shows; null before the first time.</param>
internal sealed record OpenedHome(string User, string? Hash)
{
    /// <summary>Null for every other event, and for the other tabs.</summary>
    public static OpenedHome? Of(EventPayload payload) =>
        Read(payload.Event) is { Type: "app_home_opened", Tab: "home", User: { Length: > 0 } user } opened
            ? new(user, opened.View?.Hash)
            : null;

    private static HomeEvent? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize(SlackPayloads.Default.HomeEvent) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
