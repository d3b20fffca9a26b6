using Bot.Settings;
using Microsoft.Identity.Client;

namespace Bot.Teams.Tokens;

/// <summary>The bot's own token, for calls to the Connector. MSAL keeps it until shortly before it expires.</summary>
internal sealed class OutboundTokens(TeamsSettings settings, IHttpClientFactory http)
{
    private readonly string[] scopes = [MicrosoftCloud.Of(settings).Scope];
    private readonly Lazy<IConfidentialClientApplication> application = new(() =>
        ConfidentialClientApplicationBuilder
            .Create(settings.AppId)
            .WithClientSecret(settings.AppSecret)
            .WithAuthority(MicrosoftCloud.Of(settings).AuthorityOf(settings.TenantId), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new TokenHttpClient(http))
            .Build()
    );

    /// <param name="force">The last one was refused: asks for a new one.</param>
    /// <exception cref="NoTokenException">There is none to be had; nothing was sent to Teams.</exception>
    public async Task<string> GetAsync(bool force, CancellationToken ct)
    {
        try
        {
            return (await application.Value.AcquireTokenForClient(scopes).WithForceRefresh(force).ExecuteAsync(ct)).AccessToken;
        }
        catch (MsalServiceException denied)
        {
            throw new NoTokenException($"{denied.ErrorCode}: check Teams:AppId, Teams:AppSecret and Teams:TenantId", denied);
        }
        catch (Exception away) when (away is MsalException or HttpRequestException || !ct.IsCancellationRequested)
        {
            throw new NoTokenException("the token service did not answer", away);
        }
    }

    private sealed class TokenHttpClient(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(TeamsSetup.TokenClientName);
    }
}

/// <summary>The token service gave no token, with the remedy where it said why.</summary>
internal sealed class NoTokenException(string reason, Exception inner) : Exception(reason, inner);

/// <summary>Sends token requests to <c>Teams:TokenUrl</c>: MSAL itself only speaks to the addresses it derives from a tenant.</summary>
internal sealed class TokenAddress(TeamsSettings settings) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (settings.TokenUrl is { Length: > 0 } url)
            request.RequestUri = new(url);

        return base.SendAsync(request, cancellationToken);
    }
}
