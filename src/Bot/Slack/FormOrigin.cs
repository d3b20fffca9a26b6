using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Cards.Rendering;
using Bot.Forms;

namespace Bot.Slack;

/// <summary>What a modal brings back when it is sent: its form, and where the answer belongs.</summary>
/// <param name="ReplacesCard">Whether the answer takes the place of the card behind the response address.</param>
internal sealed record FormOrigin(FormLine Line, string Conversation, Uri? ResponseUrl, bool ReplacesCard)
{
    /// <summary>Opened on the home tab, where the answer belongs too.</summary>
    [JsonIgnore]
    public bool IsHome => Conversation == SlackHome.Conversation;

    /// <summary>As Slack keeps it for us; without the address when there is no room for it.</summary>
    public string ToMetadata()
    {
        var text = JsonSerializer.Serialize(this, SlackPayloads.Default.FormOrigin);
        return text.Length <= SlackLimits.Metadata
            ? text
            : JsonSerializer.Serialize(this with { ResponseUrl = null }, SlackPayloads.Default.FormOrigin);
    }

    /// <summary>Null for what is none of ours. An address that is not Slack's is left out: it is written to.</summary>
    public static FormOrigin? Parse(string? metadata, Uri api)
    {
        try
        {
            return
                JsonSerializer.Deserialize(metadata ?? "null", SlackPayloads.Default.FormOrigin)
                    is { Line: { Id: not null, State: not null }, Conversation: not null } origin
                ? origin with
                {
                    ResponseUrl = origin.ResponseUrl is { IsAbsoluteUri: true } address && IsSlacks(address, api) ? address : null,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSlacks(Uri address, Uri api) =>
        address.Host == api.Host || (address.Scheme == Uri.UriSchemeHttps && address.Host is "hooks.slack.com" or "hooks.slack-gov.com");
}
