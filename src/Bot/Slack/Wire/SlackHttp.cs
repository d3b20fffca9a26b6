namespace Bot.Slack.Wire;

/// <summary>
/// The connection to Slack, made here and not by the client factory: nothing set for other clients (retries, request logs
/// with response addresses in them) may reach a post that must not be repeated.
/// </summary>
internal static class SlackHttp
{
    public static HttpClient Create() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseCookies = false,
            }
        )
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 8 * 1024 * 1024,
        };
}
