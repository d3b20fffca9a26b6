using System.Net;
using Bot.Channels;
using Bot.Teams.Tokens;
using Bot.Teams.Wire;

namespace Bot.Teams.Connector;

/// <summary>
/// What an answer, or none, says about a message. The rule: where it may have been posted and posting twice would show, it is
/// <see cref="DeliveryResult.Unknown"/>; a gateway's 502 or 504 says only that the answer was lost behind it.
/// </summary>
internal static class ConnectorVerdict
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterAnAdmin = TimeSpan.FromMinutes(5);

    public static async Task<DeliveryResult> OfAsync(HttpResponseMessage response, bool isRepeatable, CancellationToken ct)
    {
        var reason = await ReasonAsync(response, ct);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => Later(response, reason),
            HttpStatusCode.ServiceUnavailable when response.Headers.RetryAfter is not null => Later(response, reason),
            HttpStatusCode.Unauthorized => new DeliveryResult.Later(
                AfterAnAdmin,
                $"{reason}: check Teams:AppId, Teams:AppSecret and Teams:TenantId"
            ),
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => Lost(isRepeatable, reason),
            _ => new DeliveryResult.Refused(reason),
        };
    }

    public static DeliveryResult Of(Exception lost, bool isRepeatable) =>
        lost switch
        {
            NoTokenException none => new DeliveryResult.Later(AfterAnAdmin, $"no token: {none.Message}"),
            HttpRequestException { HttpRequestError: var error } when NeverSent(error) => Guess($"{error}"),
            HttpRequestException { HttpRequestError: var error } => Lost(isRepeatable, $"{error}"),
            _ => Lost(isRepeatable, "no answer in time"),
        };

    /// <summary>What a network or a token service does, as opposed to a bug or the caller's own wish to stop.</summary>
    public static bool IsTrouble(Exception exception, CancellationToken ct) =>
        exception is HttpRequestException or IOException or NoTokenException
        || (exception is OperationCanceledException && !ct.IsCancellationRequested);

    private static bool NeverSent(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static DeliveryResult Lost(bool isRepeatable, string reason) =>
        isRepeatable ? Guess(reason) : new DeliveryResult.Unknown(reason);

    private static DeliveryResult.Later Later(HttpResponseMessage response, string reason) =>
        response.Headers.RetryAfter?.Delta is { } told ? new(told, reason) : Guess(reason);

    private static DeliveryResult.Later Guess(string reason) => new(Soon, reason) { IsGuess = true };

    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var failure = await ConnectorHttp.ReadAsync(response, TeamsJson.Default.ConnectorFailure, ct);
        return $"HTTP {(int)response.StatusCode} {failure?.Error?.Code}".TrimEnd();
    }
}
