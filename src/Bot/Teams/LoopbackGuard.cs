using System.Net;
using Bot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Teams;

/// <summary>
/// Development mode takes activities without a token, so nobody but this machine may reach it: the host does not start on any other address,
/// and a request that a tunnel, a proxy or a foreign web page passes on is refused.
/// </summary>
internal sealed class LoopbackGuard(TeamsSettings settings, IServer server, ILogger<LoopbackGuard> log) : IHostedLifecycleService
{
    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && IsLoopback(http.Request.Host.Host)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");

    /// <summary>The addresses are known once the server is bound; until this ran, <see cref="IsLocal"/> alone stands guard.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return Task.CompletedTask;

        var open = server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.FirstOrDefault(address => !IsLoopback(BindingAddress.Parse(address).Host));
        if (open is not null)
            throw new InvalidOperationException(
                $"Teams:Development takes activities without a token, but the host listens on {open}. "
                    + "Listen on http://localhost:3978 only (--urls), or switch Teams:Development off and set Teams:AppId and Teams:AppSecret."
            );

        log.Development();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
