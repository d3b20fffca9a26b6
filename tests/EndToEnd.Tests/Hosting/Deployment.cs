using System.Net.Http.Json;

namespace EndToEnd.Tests.Hosting;

/// <summary>One or more hosts of one database, with eight people of one team.</summary>
internal sealed class Deployment(IReadOnlyDictionary<string, string> storage, int hosts) : IAsyncDisposable
{
    private readonly HostProcess[] running = new HostProcess[hosts];
    private readonly int[] ports = [.. Enumerable.Range(0, hosts).Select(_ => HostProcess.FreePort())];

    public HostProcess First => running[0];

    /// <summary>The host a worker talks to.</summary>
    public HostProcess Host(int worker) => running[worker % hosts];

    public async Task StartAsync()
    {
        for (var host = 0; host < hosts; host++)
            running[host] = await HostProcess.StartAsync(ports[host], storage);

        (await First.Client.PutAsJsonAsync("/api/v1/teams/t", new { name = "Team" })).EnsureSuccessStatusCode();
        for (var person = 0; person < 8; person++)
            (
                await First.Client.PutAsJsonAsync(
                    $"/api/v1/people/p{person}",
                    new
                    {
                        name = $"Person {person}",
                        email = $"p{person}@example.com",
                        team = "t",
                    }
                )
            ).EnsureSuccessStatusCode();
    }

    /// <summary>Kills the last host and starts it again on the same port.</summary>
    public async Task KillLastAsync()
    {
        var last = running[^1];
        await last.KillAsync();
        running[^1] = await HostProcess.StartAsync(ports[^1], storage);
        await last.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in running)
            if (host is not null)
                await host.DisposeAsync();
    }
}
