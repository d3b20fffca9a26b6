using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Channels;
using Bot.Teams.Tokens;
using Bot.Teams.Wire;

namespace Bot.Teams.Connector;

/// <summary>
/// The Bot Connector's REST interface, one call a method; nothing is ever posted again by itself.
/// What was made is told as <c>{conversation}|{activity}</c>, see <see cref="MessageKey"/>.
/// </summary>
internal sealed class ConnectorClient(ConnectorHttp http, ServiceUrls serviceUrls)
{
    private const int PageSize = 500;

    /// <summary>A team of Teams has 25,000 members at most.</summary>
    private const int MostPages = 50;

    public Task<DeliveryResult> SendAsync(string serviceUrl, string conversation, OutgoingMessage message, CancellationToken ct) =>
        WriteAsync(
            new(HttpMethod.Post, serviceUrl, Activities(conversation), Body(message, TeamsJson.Default.OutgoingMessage)),
            made => new(conversation, made.Id ?? ""),
            ct
        );

    /// <summary>Posts under the message it answers, where the conversation has threads.</summary>
    public Task<DeliveryResult> ReplyAsync(string serviceUrl, MessageKey to, OutgoingMessage message, CancellationToken ct) =>
        WriteAsync(
            new(HttpMethod.Post, serviceUrl, Activity(to), Body(message, TeamsJson.Default.OutgoingMessage)),
            made => new(to.Conversation, made.Id ?? ""),
            ct
        );

    /// <summary>Replaces a message for everyone who sees it.</summary>
    public Task<DeliveryResult> UpdateAsync(string serviceUrl, MessageKey key, OutgoingMessage message, CancellationToken ct) =>
        WriteAsync(
            new(HttpMethod.Put, serviceUrl, Activity(key), Body(message, TeamsJson.Default.OutgoingMessage)) { IsRepeatable = true },
            _ => key,
            ct
        );

    /// <summary>Takes a message away for everyone who sees it.</summary>
    public Task<DeliveryResult> DeleteAsync(string serviceUrl, MessageKey key, CancellationToken ct) =>
        WriteAsync(new(HttpMethod.Delete, serviceUrl, Activity(key), null) { IsRepeatable = true }, _ => key, ct);

    /// <summary>Opens a one-to-one chat, the same one however often it is asked for, or a thread with its first message.</summary>
    public Task<DeliveryResult> CreateAsync(string serviceUrl, NewConversation conversation, CancellationToken ct) =>
        WriteAsync(
            new(HttpMethod.Post, serviceUrl, "v3/conversations", Body(conversation, TeamsJson.Default.NewConversation))
            {
                IsRepeatable = conversation.Activity is null,
            },
            made => new(made.Id ?? "", made.ActivityId ?? ""),
            ct
        );

    /// <summary>A member as the tenant's directory knows them; null when Teams does not say.</summary>
    public Task<Member?> MemberAsync(string serviceUrl, string conversation, string user, CancellationToken ct) =>
        ReadAsync(serviceUrl, $"{Conversation(conversation)}/members/{Uri.EscapeDataString(user)}", TeamsJson.Default.Member, ct);

    /// <summary>Everybody in a conversation; of a channel, everybody in its team. Null when Teams does not say.</summary>
    public async Task<IReadOnlyList<Member>?> MembersAsync(string serviceUrl, string conversation, CancellationToken ct)
    {
        List<Member> members = [];
        var next = "";
        for (var page = 0; page < MostPages; page++)
        {
            var path = $"{Conversation(conversation)}/pagedmembers?pageSize={PageSize}{next}";
            if (await ReadAsync(serviceUrl, path, TeamsJson.Default.MemberPage, ct) is not { } read)
                return null;

            members.AddRange((read.Members ?? []).OfType<Member>());
            if (read.ContinuationToken is not { Length: > 0 } token)
                break;

            next = $"&continuationToken={Uri.EscapeDataString(token)}";
        }

        return members;
    }

    private async Task<T?> ReadAsync<T>(string serviceUrl, string path, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        if (!serviceUrls.Allow(serviceUrl))
            return null;

        try
        {
            using var response = await http.SendAsync(new(HttpMethod.Get, serviceUrl, path, null), ct);
            return response.IsSuccessStatusCode ? await ConnectorHttp.ReadAsync(response, type, ct) : null;
        }
        catch (Exception lost) when (ConnectorVerdict.IsTrouble(lost, ct))
        {
            return null;
        }
    }

    private async Task<DeliveryResult> WriteAsync(ConnectorCall call, Func<Created, MessageKey> key, CancellationToken ct)
    {
        if (!serviceUrls.Allow(call.ServiceUrl))
            return new DeliveryResult.Refused(DeliveryReasons.NotAllowed.Format);

        try
        {
            using var response = await http.SendAsync(call, ct);
            return response.IsSuccessStatusCode
                ? new DeliveryResult.Sent(
                    $"{key(await ConnectorHttp.ReadAsync(response, TeamsJson.Default.Created, ct) ?? new(null, null))}"
                )
                : await ConnectorVerdict.OfAsync(response, call.IsRepeatable, ct);
        }
        catch (Exception lost) when (ConnectorVerdict.IsTrouble(lost, ct))
        {
            return ConnectorVerdict.Of(lost, call.IsRepeatable);
        }
    }

    private static string Conversation(string conversation) => $"v3/conversations/{Uri.EscapeDataString(conversation)}";

    private static string Activities(string conversation) => $"{Conversation(conversation)}/activities";

    private static string Activity(MessageKey key) => $"{Activities(key.Conversation)}/{Uri.EscapeDataString(key.Activity)}";

    private static byte[] Body<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
