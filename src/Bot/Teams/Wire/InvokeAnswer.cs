using System.Text.Json.Nodes;

namespace Bot.Teams.Wire;

/// <summary>
/// The body that answers an <c>adaptiveCard/action</c>. It is always sent with HTTP 200; clients read <see cref="StatusCode"/>.
/// </summary>
internal sealed record InvokeAnswer(int StatusCode, string Type, JsonNode Value)
{
    public static InvokeAnswer Toast(string text) => new(200, "application/vnd.microsoft.activity.message", JsonValue.Create(text));

    public static InvokeAnswer Error(int statusCode, string code, string message) =>
        new(statusCode, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });
}
