using System.Net;

namespace Bot.Slack.Wire;

/// <summary>One request, one answer, nothing tried twice: whoever asked knows whether asking again could post again.</summary>
internal sealed class SlackWire(HttpClient http)
{
    public const string RateLimited = "ratelimited";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public async Task<SlackAnswer<T>> SendAsync<T>(
        HttpRequestMessage request,
        OutgoingContent content,
        Func<byte[], T?> parse,
        CancellationToken ct
    )
        where T : SlackReply
    {
        request.Content = content;
        try
        {
            using var response = await http.SendAsync(request, ct);
            return Read(response.StatusCode, RetryAfter(response), await response.Content.ReadAsByteArrayAsync(ct), parse);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            if (content.Started)
                return new SlackAnswer<T>.Lost(exception is OperationCanceledException ? "no answer in time" : "connection lost");

            ct.ThrowIfCancellationRequested();
            return new SlackAnswer<T>.Later(Pause, "not reached");
        }
    }

    private static SlackAnswer<T> Read<T>(HttpStatusCode status, TimeSpan? retryAfter, byte[] body, Func<byte[], T?> parse)
        where T : SlackReply =>
        (int)status switch
        {
            429 => new SlackAnswer<T>.Later(retryAfter ?? Pause, RateLimited),
            >= 500 => new SlackAnswer<T>.Lost($"http {(int)status}"),
            >= 300 => new SlackAnswer<T>.Refused($"http_{(int)status}"),
            _ => Read(parse(body), retryAfter),
        };

    private static SlackAnswer<T> Read<T>(T? reply, TimeSpan? retryAfter)
        where T : SlackReply =>
        reply switch
        {
            null => new SlackAnswer<T>.Lost("unreadable answer"),
            { Ok: true } => new SlackAnswer<T>.Ok(reply),
            { Error: RateLimited or "rate_limited" } => new SlackAnswer<T>.Later(retryAfter ?? Pause, RateLimited),
            { Error: "request_timeout" or "team_added_to_org" } => new SlackAnswer<T>.Later(Pause, reply.Error),
            { Error: "internal_error" or "fatal_error" or "service_unavailable" } => new SlackAnswer<T>.Lost(reply.Error),
            _ => new SlackAnswer<T>.Refused(reply.Error ?? "unknown_error"),
        };

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
