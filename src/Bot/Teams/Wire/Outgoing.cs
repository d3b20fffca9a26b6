using System.Text.Json.Nodes;

namespace Bot.Teams.Wire;

/// <summary>A message of the bot: a card, or a line of text.</summary>
internal sealed record OutgoingMessage
{
    public string Type { get; } = "message";

    /// <summary>What a notification shows.</summary>
    public string? Summary { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public static OutgoingMessage Line(string text) => new() { Text = text };
}

internal sealed record Attachment(string ContentType, JsonObject Content)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}

/// <summary>Opens a one-to-one chat (members) or a thread of a channel (channel data and its first message).</summary>
internal sealed record NewConversation(
    bool IsGroup,
    OutgoingAccount Bot,
    string? TenantId,
    OutgoingChannelData ChannelData,
    IReadOnlyList<OutgoingAccount>? Members = null,
    OutgoingMessage? Activity = null
);

internal sealed record OutgoingAccount(string Id);

internal sealed record OutgoingChannelData(Named? Tenant = null, Named? Channel = null);

/// <summary>What the Connector says it made: the message's id, or that of a conversation and its first message.</summary>
internal sealed record Created(string? Id, string? ActivityId);

/// <summary>A member of a conversation, as the tenant's directory knows them.</summary>
internal sealed record Member(string? AadObjectId, string? Email, string? UserPrincipalName, string? TenantId)
{
    /// <summary>Who the person is to this bot: <c>29:…</c>.</summary>
    public string? Id { get; init; }

    /// <summary>What some lists call the directory's id.</summary>
    public string? ObjectId { get; init; }

    /// <summary><c>guest</c> for who is invited from elsewhere.</summary>
    public string? UserRole { get; init; }

    public string? DirectoryId => AadObjectId ?? ObjectId;
}

/// <param name="ContinuationToken">Null on the last page.</param>
internal sealed record MemberPage(IReadOnlyList<Member?>? Members, string? ContinuationToken);

internal sealed record ConnectorFailure(ConnectorError? Error);

internal sealed record ConnectorError(string? Code);
