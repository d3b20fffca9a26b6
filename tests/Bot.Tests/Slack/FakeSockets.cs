using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Slack;

/// <summary>Slack's side of Socket Mode: it takes connections, greets them, brings envelopes and notes what is acknowledged.</summary>
internal sealed class FakeSockets : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<FakeSocket> fresh = Channel.CreateUnbounded<FakeSocket>();

    private FakeSockets(WebApplication app) => this.app = app;

    public string Url => app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal) + "/link/?ticket=t";

    /// <summary>False: a connection is taken and not greeted.</summary>
    public bool Greets { get; set; } = true;

    public static async Task<FakeSockets> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var sockets = new FakeSockets(server);
        server.UseWebSockets();
        server.Run(sockets.TakeAsync);
        await server.StartAsync();
        return sockets;
    }

    /// <summary>The next connection that is opened.</summary>
    public async Task<FakeSocket> NextAsync()
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        return await fresh.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var web = await context.WebSockets.AcceptWebSocketAsync();
        var socket = new FakeSocket(web);
        if (Greets)
            await socket.SendAsync("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}""");
        fresh.Writer.TryWrite(socket);
        await socket.ReadAsync();
    }
}

/// <summary>One connection, seen from Slack.</summary>
internal sealed class FakeSocket(WebSocket web)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<JsonElement> acknowledged = Channel.CreateUnbounded<JsonElement>();

    /// <summary>Done when the other side is gone.</summary>
    public Task Ended => ended.Task;

    public Task SendAsync(string json) =>
        web.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task CloseAsync() => web.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Drop() => web.Abort();

    public async Task<JsonElement> AcknowledgedAsync()
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        return await acknowledged.Reader.ReadAsync(patience.Token);
    }

    public async Task ReadAsync()
    {
        var buffer = new byte[1024 * 1024];
        try
        {
            while (await web.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
                acknowledged.Writer.TryWrite(JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count)));
        }
        catch (WebSocketException)
        {
            // Dropped by the test or by the host.
        }

        ended.TrySetResult();
    }
}
