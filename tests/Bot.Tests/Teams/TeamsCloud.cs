using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Teams;

/// <summary>Stands for Microsoft's side on a loopback port: the signing keys, the token service and the Connector.</summary>
internal sealed class TeamsCloud : IAsyncDisposable
{
    private readonly WebApplication app;
    private int messages;

    private TeamsCloud(WebApplication app) => this.app = app;

    public List<SigningKey> Keys { get; } = [];

    public int KeyFetches { get; private set; }

    public int TokensGiven { get; private set; }

    /// <summary>Calls of the Connector, in their order.</summary>
    public ConcurrentQueue<ConnectorRequest> Calls { get; } = [];

    /// <summary>Answers a call instead of the usual success; null from it means the usual.</summary>
    public Func<ConnectorRequest, HttpContext, Task<IResult?>> Answer { get; set; } = (_, _) => Task.FromResult<IResult?>(null);

    public JsonObject Member { get; set; } = new() { ["email"] = "ada@example.com", ["userPrincipalName"] = "ada@example.com" };

    public string Url => app.Urls.First();

    public string ServiceUrl => $"{Url}/teams/";

    public TeamsSettings Settings =>
        new()
        {
            AppId = "bot-app",
            AppSecret = "not-a-secret",
            TokenUrl = $"{Url}/token",
            OpenIdMetadataUrl = $"{Url}/metadata",
            AllowedServiceUrls = [ServiceUrl],
        };

    /// <summary>The same as settings of a whole host.</summary>
    public (string, string?)[] HostSettings =>
        [
            ("Teams:AppId", Settings.AppId),
            ("Teams:AppSecret", Settings.AppSecret),
            ("Teams:TokenUrl", Settings.TokenUrl),
            ("Teams:OpenIdMetadataUrl", Settings.OpenIdMetadataUrl),
            ("Teams:AllowedServiceUrls:0", ServiceUrl),
        ];

    public static async Task<TeamsCloud> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var cloud = new TeamsCloud(builder.Build());
        cloud.app.MapGet(
            "/metadata",
            () => new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"{cloud.Url}/keys" }
        );
        cloud.app.MapGet("/keys", cloud.GiveKeys);
        cloud.app.MapPost("/token", cloud.GiveToken);
        cloud.app.Map("/teams/{**path}", (Delegate)cloud.ConnectAsync);
        await cloud.app.StartAsync();
        return cloud;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private JsonObject GiveKeys()
    {
        KeyFetches++;
        return new() { ["keys"] = new JsonArray([.. Keys.Select(key => key.ToJson())]) };
    }

    private JsonObject GiveToken()
    {
        TokensGiven++;
        return new()
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = 3600,
            ["access_token"] = $"token-{TokensGiven}",
        };
    }

    private async Task<IResult> ConnectAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new ConnectorRequest(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget["/teams/".Length..],
            http.Request.Headers.Authorization,
            JsonNode.Parse(await reader.ReadToEndAsync() is { Length: > 0 } body ? body : "{}")!.AsObject()
        );
        Calls.Enqueue(call);
        return await Answer(call, http) ?? Usual(call);
    }

    private IResult Usual(ConnectorRequest call) =>
        call switch
        {
            { Method: "GET" } => Results.Json(Member),
            { Path: "v3/conversations", Body: var body } when body["isGroup"]!.GetValue<bool>() => Made(
                "19:channel@thread.tacv2;messageid=7",
                "7"
            ),
            { Path: "v3/conversations" } => Made("a:ada", null),
            { Method: "PUT" } => Results.Json(new JsonObject { ["id"] = "edited" }),
            _ => Made($"m{Interlocked.Increment(ref messages)}", null),
        };

    private static IResult Made(string id, string? activityId) =>
        Results.Json(new JsonObject { ["id"] = id, ["activityId"] = activityId }, statusCode: StatusCodes.Status201Created);
}

internal sealed record ConnectorRequest(string Method, string Path, string? Authorization, JsonObject Body)
{
    /// <summary>The title of the card it carries, or its text.</summary>
    public string? Says => (string?)Body["summary"] ?? (string?)Body["text"] ?? (string?)Body["activity"]?["summary"];
}
