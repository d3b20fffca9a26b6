using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Bot.Channels;
using Bot.Settings;
using Bot.Slack.Wire.Limits;

namespace Bot.Slack.Wire;

/// <summary>The Web API methods this bot uses. The token travels in the header only, and only to <c>Slack:ApiUrl</c>.</summary>
internal sealed class SlackClient(
    HttpClient http,
    SlackSettings settings,
    SlackLimits limits,
    PlatformHealth health,
    Urgency urgency = Urgency.Interactive
)
{
    /// <summary>The type of the metadata on every message that the outbox planned.</summary>
    public const string MetadataType = "medalist_announcement";

    private readonly Uri api = new(settings.ApiUrl.TrimEnd('/') + "/");
    private readonly SlackWire wire = new(http);

    /// <summary>For calls that nobody waits for.</summary>
    public SlackClient InBackground() => new(http, settings, limits, health, Urgency.Background);

    public Task<SlackAnswer<IdentityReply>> IdentifyAsync(CancellationToken ct) =>
        AskAsync("auth.test", [], SlackReplies.Default.IdentityReply, ct);

    /// <summary>A fresh address for one connection of Socket Mode. It takes the app's own token.</summary>
    public Task<SlackAnswer<SocketReply>> OpenSocketAsync(CancellationToken ct) =>
        CallAsync("apps.connections.open", null, OutgoingContent.Form([]), SlackReplies.Default.SocketReply, settings.AppToken, ct);

    /// <param name="id">The outbox id, to find the message again by; null for an answer that nobody will look for.</param>
    public Task<SlackAnswer<PostedReply>> PostAsync(string channel, JsonObject message, string? id, CancellationToken ct) =>
        PostAsync(channel, thread: null, message, id, ct);

    /// <param name="thread">The thread it belongs to; null for none.</param>
    public Task<SlackAnswer<PostedReply>> PostAsync(string channel, string? thread, JsonObject message, string? id, CancellationToken ct) =>
        TellAsync("chat.postMessage", InThread(Quiet(Addressed(message, channel, id)), thread), SlackReplies.Default.PostedReply, ct);

    /// <remarks>An update without blocks takes away those that are there, so the whole message is always sent.</remarks>
    public Task<SlackAnswer<PostedReply>> UpdateAsync(string channel, string ts, JsonObject message, string id, CancellationToken ct)
    {
        var body = Addressed(message, channel, id);
        body["ts"] = ts;
        return TellAsync("chat.update", body, SlackReplies.Default.PostedReply, ct);
    }

    public Task<SlackAnswer<SlackReply>> DeleteAsync(string channel, string ts, CancellationToken ct) =>
        TellAsync("chat.delete", new JsonObject { ["channel"] = channel, ["ts"] = ts }, SlackReplies.Default.SlackReply, ct);

    /// <summary>Shows a message in a channel to one person.</summary>
    public Task<SlackAnswer<SlackReply>> WhisperAsync(string channel, string user, string? thread, JsonObject message, CancellationToken ct)
    {
        var body = InThread(Quiet(Addressed(message, channel, null)), thread);
        body["user"] = user;
        return TellAsync("chat.postEphemeral", body, SlackReplies.Default.SlackReply, ct);
    }

    /// <summary>Within three seconds of the press that brought the trigger.</summary>
    public Task<SlackAnswer<SlackReply>> OpenViewAsync(string trigger, JsonObject view, CancellationToken ct) =>
        TellAsync("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, SlackReplies.Default.SlackReply, ct);

    /// <summary>Puts another view in the place of an open one.</summary>
    /// <param name="hash">Of the view that is thought to be there: where another one is, Slack refuses with <c>hash_conflict</c>.</param>
    public Task<SlackAnswer<SlackReply>> UpdateViewAsync(string id, string? hash, JsonObject view, CancellationToken ct)
    {
        var body = new JsonObject { ["view_id"] = id, ["view"] = view };
        if (hash is not null)
            body["hash"] = hash;
        return TellAsync("views.update", body, SlackReplies.Default.SlackReply, ct);
    }

    /// <summary>Shows a person their home tab.</summary>
    /// <param name="hash">Of the view that is thought to be there: where another one is, Slack refuses with <c>hash_conflict</c>.</param>
    public Task<SlackAnswer<PublishedReply>> PublishAsync(string user, JsonObject view, string? hash, CancellationToken ct)
    {
        var body = new JsonObject { ["user_id"] = user, ["view"] = view.DeepClone() };
        if (hash is not null)
            body["hash"] = hash;
        return TellAsync("views.publish", body, SlackReplies.Default.PublishedReply, ct);
    }

    public Task<SlackAnswer<OpenedReply>> OpenAsync(string user, CancellationToken ct) =>
        TellAsync("conversations.open", new JsonObject { ["users"] = user }, SlackReplies.Default.OpenedReply, ct);

    public Task<SlackAnswer<UserReply>> UserAsync(string user, CancellationToken ct) =>
        AskAsync("users.info", [("user", user), ("include_locale", "true")], SlackReplies.Default.UserReply, ct);

    /// <summary>A page of everybody in the workspace, with their languages.</summary>
    public Task<SlackAnswer<UsersReply>> UsersAsync(string? cursor, CancellationToken ct) =>
        AskAsync("users.list", [("limit", "200"), ("include_locale", "true"), .. Cursor(cursor)], SlackReplies.Default.UsersReply, ct);

    public Task<SlackAnswer<HistoryReply>> HistoryAsync(string channel, DateTimeOffset oldest, string? cursor, CancellationToken ct) =>
        AskAsync(
            "conversations.history",
            [
                ("channel", channel),
                ("oldest", oldest.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                ("include_all_metadata", "true"),
                ("limit", "100"),
                .. Cursor(cursor),
            ],
            SlackReplies.Default.HistoryReply,
            ct
        );

    /// <summary>Answers through the address Slack sent with a command or an action; it needs no token and gets none.</summary>
    /// <remarks>Those addresses answer with plain words as well as with JSON; the status says what counts.</remarks>
    public Task<SlackAnswer<SlackReply>> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken ct) =>
        wire.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, responseUrl),
            OutgoingContent.Json(message),
            body => Parse(body, SlackReplies.Default.SlackReply) ?? new SlackReply { Ok = true },
            ct
        );

    private static (string, string)[] Cursor(string? cursor) => cursor is null ? [] : [("cursor", cursor)];

    private static JsonObject Addressed(JsonObject message, string channel, string? id)
    {
        var body = (JsonObject)message.DeepClone();
        body["channel"] = channel;
        if (id is not null)
            body["metadata"] = new JsonObject
            {
                ["event_type"] = MetadataType,
                ["event_payload"] = new JsonObject { ["id"] = id },
            };
        return body;
    }

    private static JsonObject InThread(JsonObject body, string? thread)
    {
        if (thread is not null)
            body["thread_ts"] = thread;
        return body;
    }

    private static JsonObject Quiet(JsonObject body)
    {
        body["unfurl_links"] = false;
        body["unfurl_media"] = false;
        return body;
    }

    /// <summary>Methods that write take JSON.</summary>
    private Task<SlackAnswer<T>> TellAsync<T>(string method, JsonObject body, JsonTypeInfo<T> type, CancellationToken ct)
        where T : SlackReply =>
        CallAsync(method, body["channel"]?.GetValue<string>(), OutgoingContent.Json(body), type, settings.BotToken, ct);

    /// <summary>Methods that read take forms only.</summary>
    private Task<SlackAnswer<T>> AskAsync<T>(string method, (string, string)[] fields, JsonTypeInfo<T> type, CancellationToken ct)
        where T : SlackReply => CallAsync(method, null, OutgoingContent.Form(fields), type, settings.BotToken, ct);

    /// <remarks>A call that would be one too many is not made: Slack took nothing, and the answer says when to come again.</remarks>
    private async Task<SlackAnswer<T>> CallAsync<T>(
        string method,
        string? channel,
        OutgoingContent content,
        JsonTypeInfo<T> type,
        string? token,
        CancellationToken ct
    )
        where T : SlackReply
    {
        if (token is not { Length: > 0 })
            return new SlackAnswer<T>.Refused("no_token");
        if (await limits.AdmitAsync(method, channel, urgency, ct) is { } wait)
            return new SlackAnswer<T>.Later(wait, SlackWire.RateLimited);

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, method));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await wire.SendAsync(request, content, body => Parse(body, type), ct);
        if (answer is SlackAnswer<T>.Later(var after, SlackWire.RateLimited))
            limits.Hold(method, after);
        if (token == settings.BotToken)
            Note(answer);
        return answer;
    }

    /// <summary>The token is no longer good for anything: nothing is lost, and a new one mends it.</summary>
    public static bool IsLockedOut(string error) =>
        error is "token_revoked" or "token_expired" or "account_inactive" or "invalid_auth" or "not_authed";

    private void Note<T>(SlackAnswer<T> answer)
    {
        if (answer is SlackAnswer<T>.Refused(var error) && IsLockedOut(error))
            health.Fails(
                "slack",
                $"Slack does not take the bot's token any more ({error}): what is planned for Slack waits. Install the app again and set Slack__BotToken."
            );
        else if (answer is SlackAnswer<T>.Ok)
            health.Works("slack");
    }

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> type)
        where T : SlackReply
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
