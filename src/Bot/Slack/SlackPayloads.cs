using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack;

/// <summary>The <c>payload</c> of an interaction, as far as it is read.</summary>
internal sealed record InteractionPayload(
    string? Type,
    UserReference? User,
    ContainerReference? Channel,
    ContainerPart? Container,
    string? ResponseUrl,
    string? TriggerId,
    IReadOnlyList<ActionPart>? Actions
);

internal sealed record UserReference(string? Id);

internal sealed record ContainerReference(string? Id);

internal sealed record ContainerPart(string? ChannelId, bool? IsEphemeral);

internal sealed record ActionPart(string? ActionId, string? ActionTs, string? Value, OptionPart? SelectedOption);

internal sealed record OptionPart(string? Value);

/// <summary>The envelope of the Events API.</summary>
/// <param name="Event">Its shape depends on its type, so it is read in a second step.</param>
internal sealed record EventPayload(
    string? Type,
    string? Challenge,
    string? EventId,
    IReadOnlyList<AuthorizationPart>? Authorizations,
    JsonElement Event
);

internal sealed record AuthorizationPart(string? UserId, bool IsBot);

/// <summary>A message to the bot: in a conversation of two, or with its name in a channel.</summary>
internal sealed record MessageEvent(
    string? Type,
    string? Subtype,
    string? BotId,
    string? User,
    string? Text,
    string? Channel,
    string? ChannelType,
    string? ThreadTs
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(EventPayload))]
[JsonSerializable(typeof(MessageEvent))]
internal sealed partial class SlackPayloads : JsonSerializerContext;
