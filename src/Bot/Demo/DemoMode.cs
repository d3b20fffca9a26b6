using Bot.Settings;
using Microsoft.AspNetCore.Hosting.Server;

namespace Bot.Demo;

/// <summary>Whether this host is the demo, and the CRM that goes with it.</summary>
internal sealed class DemoMode(IConfiguration configuration, HostSettings settings, IServer server, TimeProvider clock) : IDisposable
{
    /// <summary>The setting that makes a host the demo; the command <c>demo</c> sets it.</summary>
    public const string Switch = "Demo:Enabled";

    private HttpClient? http;

    public bool IsOn { get; } =
        bool.TryParse(configuration[Switch], out var on)
        && on
        && settings.Connections.GetValueOrDefault(DemoCrm.Connection)?.Secrets.Count > 0;

    public DemoCrm Crm()
    {
        http ??= new() { BaseAddress = OwnAddress.Of(server), Timeout = TimeSpan.FromSeconds(15) };
        return new(http, settings.Connections[DemoCrm.Connection].Secrets[0], clock);
    }

    public void Dispose() => http?.Dispose();
}
