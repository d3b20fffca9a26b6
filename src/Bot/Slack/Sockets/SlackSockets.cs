using System.Collections.Concurrent;
using System.Net.WebSockets;
using Bot.Settings;
using Bot.Slack.Wire;

namespace Bot.Slack.Sockets;

/// <summary>
/// Socket Mode: Slack without a public address. Two connections stand side by side, and one that is about to end is read until it does,
/// while the next is open already; so there is no moment at which Slack finds none.
/// </summary>
internal sealed class SlackSockets(SlackClient client, SlackSettings settings, EnvelopeDesk desk, ILogger<SlackSockets> log)
    : BackgroundService
{
    /// <summary>Slack allows ten of one app; other hosts of the company have theirs.</summary>
    private const int Wanted = 2;

    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Other hosts hold as many as Slack allows.</summary>
    private const string TooMany = "too_many_websockets";

    private readonly ConcurrentDictionary<Task, byte> running = [];
    private int connected;

    /// <summary>How many connections Slack has greeted and not ended.</summary>
    public int Connected => Volatile.Read(ref connected);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.AppToken is null)
            return;

        await Task.WhenAll(Enumerable.Range(0, Wanted).Select(_ => KeepAsync(stoppingToken)));
        await Task.WhenAll(running.Keys);
    }

    /// <summary>One place among the connections: whoever leaves it is followed at once.</summary>
    private async Task KeepAsync(CancellationToken ct)
    {
        var pause = ShortestPause;
        while (!ct.IsCancellationRequested)
            try
            {
                var leaving = await OpenAsync(ct);
                pause = ShortestPause;
                var reason = await leaving.WaitAsync(ct);
                log.SocketLeaves(reason);
                if (reason == TooMany)
                    await WaitAsync(LongestPause, pause, ct);
            }
            catch (SocketRefusedException refused)
            {
                log.SocketRefused(refused.Message);
                pause = await WaitAsync(refused.After ?? pause, pause, ct);
            }
            catch (Exception lost) when (lost is WebSocketException or IOException or TimeoutException or HttpRequestException)
            {
                log.SocketRefused(lost.GetType().Name);
                pause = await WaitAsync(pause, pause, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
    }

    private static async Task<TimeSpan> WaitAsync(TimeSpan now, TimeSpan pause, CancellationToken ct)
    {
        await Task.WhenAny(Task.Delay(now, ct));
        return pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }

    /// <returns>When another connection has to take this one's place; until it ends it is read in the background.</returns>
    private async Task<Task<string>> OpenAsync(CancellationToken ct)
    {
        var url = await AddressAsync(ct);
        var socket = new SlackSocket(desk, log);
        try
        {
            await socket.ConnectAsync(url, ct);
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }

        var reading = ReadAsync(socket, ct);
        running[reading] = 0;
        _ = reading.ContinueWith(ended => running.TryRemove(ended, out _), TaskScheduler.Default);
        await socket.Greeted.WaitAsync(HelloWithin, ct);
        return socket.Leaving;
    }

    private async Task ReadAsync(SlackSocket socket, CancellationToken ct)
    {
        await using (socket)
        {
            var counted = socket.Greeted.ContinueWith(
                _ => Interlocked.Increment(ref connected),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            await socket.RunAsync(ct);
            if (socket.Greeted.IsCompletedSuccessfully)
            {
                await counted;
                Interlocked.Decrement(ref connected);
            }
        }
    }

    private async Task<Uri> AddressAsync(CancellationToken ct) =>
        await client.OpenSocketAsync(ct) switch
        {
            SlackAnswer<SocketReply>.Ok({ Url: { } text }) when AllowedOf(text) is { } url => url,
            SlackAnswer<SocketReply>.Ok => throw new SocketRefusedException("no usable address", null),
            SlackAnswer<SocketReply>.Later(var after, var reason) => throw new SocketRefusedException(reason, after),
            SlackAnswer<SocketReply>.Refused(var error) => throw new SocketRefusedException(error, LongestPause),
            var lost => throw new SocketRefusedException(lost.Outcome, null),
        };

    /// <summary>Encrypted, or on this machine.</summary>
    private static Uri? AllowedOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "wss" || (url is { Scheme: "ws", IsLoopback: true }))
            ? url
            : null;
}

/// <summary>Slack gives no address now.</summary>
/// <param name="after">When to ask again; null where nobody says.</param>
internal sealed class SocketRefusedException(string message, TimeSpan? after) : Exception(message)
{
    public TimeSpan? After => after;
}
