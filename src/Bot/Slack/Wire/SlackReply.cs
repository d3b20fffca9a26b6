using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>What every Web API method answers; each method adds what is read of it.</summary>
internal record SlackReply
{
    public bool Ok { get; init; }

    public string? Error { get; init; }
}

/// <param name="IsEnterpriseInstall">Whether the app is installed for a whole Enterprise organisation and not for one workspace.</param>
internal sealed record IdentityReply(string? TeamId, string? UserId, string? EnterpriseId, bool IsEnterpriseInstall) : SlackReply;

/// <param name="Url">Holds a ticket that is good for one connection.</param>
internal sealed record SocketReply(string? Url) : SlackReply;

internal sealed record PostedReply(string? Channel, string? Ts) : SlackReply;

internal sealed record PublishedReply(PublishedView? View) : SlackReply;

internal sealed record PublishedView(string? Hash);

internal sealed record OpenedReply(ConversationPart? Channel) : SlackReply;

internal sealed record ConversationPart(string? Id);

internal sealed record UserReply(UserPart? User) : SlackReply;

/// <param name="IsStranger">Seen through a shared channel, not a member of this workspace.</param>
/// <param name="IsEmailConfirmed">Null where Slack does not say.</param>
internal sealed record UserPart(
    string? Id,
    string? TeamId,
    bool Deleted,
    bool IsBot,
    bool IsStranger,
    bool? IsEmailConfirmed,
    string? Locale,
    ProfilePart? Profile,
    EnterprisePart? EnterpriseUser
)
{
    /// <summary>A guest of some channels.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }
}

internal sealed record UsersReply(IReadOnlyList<UserPart?>? Members, CursorPart? ResponseMetadata) : SlackReply;

internal sealed record ProfilePart(string? Email);

internal sealed record EnterprisePart(IReadOnlyList<string>? Teams, string? EnterpriseId = null);

internal sealed record HistoryReply(IReadOnlyList<MessagePart>? Messages, bool HasMore, CursorPart? ResponseMetadata) : SlackReply;

internal sealed record MessagePart(string? Ts, MetadataPart? Metadata);

/// <param name="EventPayload">Any app's own shape.</param>
internal sealed record MetadataPart(string? EventType, JsonElement EventPayload);

internal sealed record CursorPart(string? NextCursor);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackReply))]
[JsonSerializable(typeof(IdentityReply))]
[JsonSerializable(typeof(SocketReply))]
[JsonSerializable(typeof(PostedReply))]
[JsonSerializable(typeof(OpenedReply))]
[JsonSerializable(typeof(PublishedReply))]
[JsonSerializable(typeof(UserReply))]
[JsonSerializable(typeof(UsersReply))]
[JsonSerializable(typeof(HistoryReply))]
internal sealed partial class SlackReplies : JsonSerializerContext;
