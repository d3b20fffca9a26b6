using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.Hosting;

/// <summary>The way to a server, which can be cut and mended.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener near = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = [];
    private readonly Task accepting;
    private readonly DnsEndPoint far;
    private volatile bool isCut;

    public Cable(string host, int port)
    {
        far = new(host, port);
        near.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)near.LocalEndpoint).Port;

    /// <summary>Whoever is connected is not any more, and nobody gets through.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var end in open.Keys)
            end.Dispose();
        open.Clear();
    }

    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        near.Stop();
        Cut();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = JoinAsync(await near.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }

    private async Task JoinAsync(TcpClient caller)
    {
        using var server = new TcpClient();
        using var both = caller;
        open.TryAdd(caller, 0);
        open.TryAdd(server, 0);
        try
        {
            if (isCut)
                return;

            await server.ConnectAsync(far.Host, far.Port);
            await Task.WhenAny(caller.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(caller.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut on the way.
        }
        finally
        {
            open.TryRemove(caller, out _);
            open.TryRemove(server, out _);
        }
    }
}
