using System.Text.Json;

namespace Bot.Slack;

/// <summary>The workspace took the app's access back.</summary>
internal static class Departure
{
    /// <summary>The event's name; null for every other event, and where only tokens of people were taken back.</summary>
    public static string? Of(EventPayload payload) =>
        Text(payload.Event, "type") switch
        {
            "app_uninstalled" => "app_uninstalled",
            "tokens_revoked" when HasBot(payload.Event) => "tokens_revoked",
            _ => null,
        };

    private static bool HasBot(JsonElement happened) =>
        happened.TryGetProperty("tokens", out var tokens)
        && tokens.ValueKind == JsonValueKind.Object
        && tokens.TryGetProperty("bot", out var bots)
        && bots.ValueKind == JsonValueKind.Array
        && bots.GetArrayLength() > 0;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
