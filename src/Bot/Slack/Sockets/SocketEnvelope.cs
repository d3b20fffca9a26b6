using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack.Sockets;

/// <summary>One message of Socket Mode.</summary>
/// <param name="Type"><c>hello</c>, <c>disconnect</c>, <c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>.</param>
/// <param name="EnvelopeId">What is acknowledged; null for what needs no acknowledgement.</param>
/// <param name="Payload">The same as over HTTP, as JSON.</param>
/// <param name="AcceptsResponsePayload">Whether the acknowledgement may carry the answer.</param>
/// <param name="Reason">Why a connection is about to end.</param>
internal sealed record SocketEnvelope(string? Type, string? EnvelopeId, JsonElement Payload, bool AcceptsResponsePayload, string? Reason)
{
    /// <summary>Null when it is none.</summary>
    public static SocketEnvelope? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SocketPayloads.Default.SocketEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field of the payload as text; null where it is missing, empty or something else.</summary>
    public string? this[string name] =>
        Payload.ValueKind is JsonValueKind.Object
        && Payload.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
        && TextOf(value) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>Half a surrogate is no text.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SocketEnvelope))]
internal sealed partial class SocketPayloads : JsonSerializerContext;
