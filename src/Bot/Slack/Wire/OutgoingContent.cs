using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Slack.Wire;

/// <summary>
/// A request body that knows whether it began to leave. Before that moment nothing can have happened on the other side,
/// whatever went wrong (no address, no connection, no TLS, too slow); after it, only an answer tells.
/// </summary>
internal sealed class OutgoingContent : ByteArrayContent
{
    private OutgoingContent(string text, string mediaType)
        : base(Encoding.UTF8.GetBytes(text)) => Headers.ContentType = new MediaTypeHeaderValue(mediaType, "utf-8");

    public bool Started { get; private set; }

    public static OutgoingContent Json(JsonObject body) => new(body.ToJsonString(), "application/json");

    public static OutgoingContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(
            string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")),
            "application/x-www-form-urlencoded"
        );

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Started = true;
        return base.SerializeToStreamAsync(stream, context);
    }
}
