using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Teams.Wire;

/// <summary>What Teams posts to <c>/api/messages</c>, as far as the bot reads it.</summary>
internal sealed record Activity
{
    public required string Type { get; init; }

    public required string ServiceUrl { get; init; }

    public required Conversation Conversation { get; init; }

    public required Account From { get; init; }

    /// <summary>The bot itself.</summary>
    public required Account Recipient { get; init; }

    public string? Id { get; init; }

    /// <summary>Names an invoke: <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What an <c>installationUpdate</c> did: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>The message a pressed button stands on.</summary>
    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public IReadOnlyList<Entity?>? Entities { get; init; }

    public ChannelData? ChannelData { get; init; }

    public IReadOnlyList<Account?>? MembersAdded { get; init; }

    public IReadOnlyList<Account?>? MembersRemoved { get; init; }

    /// <summary>What a card sends.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Who and where, without what was asked.</summary>
    [JsonIgnore]
    public Activity Bare => this with { Text = null, Entities = null, Value = null };

    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id ?? Conversation.TenantId;
}

internal sealed record Account
{
    public required string Id { get; init; }

    public string? AadObjectId { get; init; }
}

internal sealed record Conversation
{
    public const string Personal = "personal";
    public const string Channel = "channel";
    private const string ThreadMark = ";messageid=";

    public required string Id { get; init; }

    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    /// <summary>Without the thread of a channel, so that a channel is one conversation.</summary>
    [JsonIgnore]
    public string Root => RootOf(Id);

    [JsonIgnore]
    public string Scope => ConversationType ?? (IsGroup is true ? "groupChat" : Personal);

    [JsonIgnore]
    public bool IsPersonal => Scope == Personal;

    public static string RootOf(string id) => id.IndexOf(ThreadMark, StringComparison.Ordinal) is > 0 and var mark ? id[..mark] : id;
}

internal sealed record Entity
{
    public string? Type { get; init; }

    public Account? Mentioned { get; init; }

    public string? Text { get; init; }
}

internal sealed record ChannelData
{
    public Named? Tenant { get; init; }

    public Named? Team { get; init; }

    public Named? Channel { get; init; }

    /// <summary>What became of a team or a channel: <c>channelDeleted</c>.</summary>
    public string? EventType { get; init; }
}

internal sealed record Named(string? Id);
