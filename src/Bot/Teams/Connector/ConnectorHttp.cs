using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Settings;
using Bot.Teams.Tokens;

namespace Bot.Teams.Connector;

/// <param name="ServiceUrl">With or without a slash at its end: Teams gives both.</param>
internal sealed record ConnectorCall(HttpMethod Method, string ServiceUrl, string Path, byte[]? Body)
{
    /// <summary>Doing it twice is the same as once, so a lost answer may be asked for again.</summary>
    public bool IsRepeatable { get; init; }

    public Uri Address => new($"{ServiceUrl.TrimEnd('/')}/{Path}");
}

/// <summary>Sends a call under the bot's token. A token that Teams no longer takes is renewed once: it was refused before anything was done.</summary>
internal sealed class ConnectorHttp(TeamsSettings settings, OutboundTokens tokens, IHttpClientFactory http)
{
    public async Task<HttpResponseMessage> SendAsync(ConnectorCall call, CancellationToken ct)
    {
        var response = await OnceAsync(call, renewed: false, ct);
        if (response.StatusCode != HttpStatusCode.Unauthorized || settings.Development)
            return response;

        response.Dispose();
        return await OnceAsync(call, renewed: true, ct);
    }

    /// <summary>Null for a body that says nothing: some answers are empty or a proxy's page.</summary>
    public static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(ct), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> OnceAsync(ConnectorCall call, bool renewed, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        if (call.Body is { } body)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } };
        if (!settings.Development)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(renewed, ct));

        using var client = http.CreateClient(TeamsSetup.HttpClientName);
        return await client.SendAsync(request, ct);
    }
}
