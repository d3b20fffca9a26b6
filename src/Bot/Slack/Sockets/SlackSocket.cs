using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Bot.Slack.Sockets;

/// <summary>
/// One connection of Socket Mode, from its greeting to its end. Envelopes are answered side by side; each is acknowledged once its answer
/// is known, within the three seconds that Slack waits. One that cannot be taken now is not acknowledged, so that Slack brings it again.
/// </summary>
internal sealed class SlackSocket : IAsyncDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    /// <summary>Slack ends a connection some seconds after it said that it would.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket web = new();
    private readonly EnvelopeDesk desk;
    private readonly ILogger log;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlackSocket(EnvelopeDesk desk, ILogger log)
    {
        (this.desk, this.log) = (desk, log);
        // A peer that does not answer a ping within this time is gone.
        web.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        web.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>Done when Slack said hello: from then on it may bring envelopes.</summary>
    public Task Greeted => greeted.Task;

    /// <summary>Done, with the reason, when another connection has to take over: this one is announced to end, or has ended.</summary>
    public Task<string> Leaving => leaving.Task;

    public async Task ConnectAsync(Uri url, CancellationToken ct) => await web.ConnectAsync(url, ct);

    /// <summary>Reads until the connection ends; what was being answered is finished.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var answers = new List<Task>();
        var reason = "closed";
        try
        {
            while (await NextAsync(reading.Token) is { } frame)
            {
                answers.RemoveAll(answer => answer.IsCompleted);
                if (SocketEnvelope.Parse(frame) is { } envelope)
                    Take(envelope, answers, ct);
                else
                    log.SocketUnread();
                if (Leaving.IsCompleted)
                    reading.CancelAfter(LastWords);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or IOException or OperationCanceledException)
        {
            reason = ct.IsCancellationRequested ? "the host stops" : "connection lost";
        }
        finally
        {
            leaving.TrySetResult(reason);
            greeted.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
            _ = greeted.Task.Exception;
        }

        await Task.WhenAll(answers);
        await CloseAsync();
    }

    public ValueTask DisposeAsync()
    {
        web.Dispose();
        sending.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Take(SocketEnvelope envelope, List<Task> answers, CancellationToken ct)
    {
        switch (envelope)
        {
            case { Type: "hello" }:
                greeted.TrySetResult();
                break;
            case { Type: "disconnect" }:
                leaving.TrySetResult(envelope.Reason ?? "disconnect");
                break;
            case { EnvelopeId.Length: > 0 }:
                answers.Add(AnswerAsync(envelope, ct));
                break;
            default:
                log.Ignored(envelope.Type ?? "none");
                break;
        }
    }

    private async Task AnswerAsync(SocketEnvelope envelope, CancellationToken ct)
    {
        // The reader goes on: an answer may take seconds.
        await Task.Yield();
        try
        {
            switch (await desk.TakeAsync(envelope))
            {
                case SlackReceipt.Taken(var body):
                    await AcknowledgeAsync(envelope, envelope.AcceptsResponsePayload ? body : null);
                    break;
                case SlackReceipt.Malformed(var pointer, _):
                    log.SocketMalformed(envelope.Type ?? "none", pointer);
                    await AcknowledgeAsync(envelope, null);
                    break;
                default:
                    log.NotAcknowledged(envelope.EnvelopeId!);
                    break;
            }
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.SocketFailed(exception, envelope.EnvelopeId!);
        }
        catch (OperationCanceledException)
        {
            log.NotAcknowledged(envelope.EnvelopeId!);
        }
    }

    private async Task AcknowledgeAsync(SocketEnvelope envelope, JsonObject? body)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = envelope.EnvelopeId };
        if (body is not null)
            acknowledgement["payload"] = body;

        using var patience = new CancellationTokenSource(Farewell);
        await sending.WaitAsync(patience.Token);
        try
        {
            await web.SendAsync(
                System.Text.Encoding.UTF8.GetBytes(acknowledgement.ToJsonString()),
                WebSocketMessageType.Text,
                endOfMessage: true,
                patience.Token
            );
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>The next message; null when the other side closes. One that is longer than any of Slack's ends the connection.</summary>
    private async Task<byte[]?> NextAsync(CancellationToken ct)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await web.ReceiveAsync(buffer.AsMemory(), ct);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            if (message.Length + part.Count > MostBytes)
                throw new WebSocketException(WebSocketError.Faulted, "A message is too long.");

            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);

        return message.ToArray();
    }

    private async Task CloseAsync()
    {
        if (web.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;

        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await web.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // It ended by itself.
        }
    }
}
