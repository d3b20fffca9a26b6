using System.Collections.Frozen;
using Bot.Settings;

namespace Bot.Crm;

/// <summary>A CRM that may speak to us, and the keys it may sign with; several while one replaces another.</summary>
internal sealed record WebhookConnection(string Name, IReadOnlyList<byte[]> Keys);

/// <summary>The connections of this deployment by the name in their address.</summary>
internal sealed class WebhookConnections(IReadOnlyDictionary<string, ConnectionSettings> settings)
{
    private readonly FrozenDictionary<string, WebhookConnection> byName = settings.ToFrozenDictionary(
        pair => pair.Key,
        pair => new WebhookConnection(pair.Key, [.. pair.Value.Secrets.Select(StandardWebhooksSignature.KeyOf)]),
        StringComparer.Ordinal
    );

    public WebhookConnection? Find(string? name) => name is null ? null : byName.GetValueOrDefault(name);
}
