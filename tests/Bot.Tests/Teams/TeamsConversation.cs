using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Settings;
using Bot.Tests.Hosting;

namespace Bot.Tests.Teams;

/// <summary>The whole host with Teams connected to a <see cref="TeamsCloud"/>, and a person who writes to the bot.</summary>
internal sealed class TeamsConversation : IAsyncDisposable
{
    private readonly SigningKey key = new("key-1", "msteams");

    private TeamsConversation(TeamsCloud cloud, RunningHost host) => (Cloud, Host) = (cloud, host);

    public TeamsCloud Cloud { get; }

    public RunningHost Host { get; }

    public static async Task<TeamsConversation> StartAsync()
    {
        var cloud = await TeamsCloud.StartAsync();
        var conversation = new TeamsConversation(cloud, await RunningHost.StartAsync(cloud.HostSettings));
        cloud.Keys.Add(conversation.key);
        return conversation;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    /// <summary>Ada's chat with the bot.</summary>
    public JsonObject Personal(string type) => Activity(type, "a:ada", "personal");

    /// <summary>Ada in a thread of a channel.</summary>
    public JsonObject InChannel(string type)
    {
        var activity = Activity(type, "19:sales@thread.tacv2;messageid=5", "channel");
        activity["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" },
            ["channel"] = new JsonObject { ["id"] = "19:sales@thread.tacv2" },
        };
        return activity;
    }

    public Task<HttpResponseMessage> SendAsync(JsonObject activity) =>
        PostAsync(activity.ToJsonString(), $"Bearer {key.Sign(Claims((string?)activity["serviceUrl"]))}");

    public Task<HttpResponseMessage> SendAsync(string body) => PostAsync(body, $"Bearer {key.Sign(Claims(Cloud.ServiceUrl))}");

    public async Task<HttpResponseMessage> PostAsync(string body, string? authorization, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body))
        {
            Headers = { ContentType = new MediaTypeHeaderValue(mediaType) },
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Host.Client.SendAsync(request);
    }

    public JsonObject Claims(string? serviceUrl)
    {
        var now = Host.Service<HostClock>().GetUtcNow();
        return new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = "bot-app",
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(59).ToUnixTimeSeconds(),
            ["serviceurl"] = serviceUrl,
        };
    }

    private JsonObject Activity(string type, string conversation, string scope) =>
        new()
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString("N"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = Cloud.ServiceUrl,
            ["locale"] = "de-DE",
            ["from"] = new JsonObject { ["id"] = "29:ada", ["aadObjectId"] = "aad-ada" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = scope },
        };
}
