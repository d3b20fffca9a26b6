using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>The <c>payload</c> of an interaction, as far as it is read.</summary>
internal sealed record InteractionPayload(
    string? Type,
    UserReference? User,
    ContainerReference? Channel,
    ContainerPart? Container,
    string? ResponseUrl,
    string? TriggerId,
    IReadOnlyList<ActionPart>? Actions,
    ViewPart? View = null
);

/// <param name="CallbackId">The id of the form.</param>
/// <param name="Hash">Of the view as it stands, so that a later answer does not write over what came meanwhile.</param>
internal sealed record ViewPart(
    string? CallbackId,
    string? PrivateMetadata,
    ViewState? State,
    string? Type = null,
    string? Id = null,
    string? Hash = null
);

/// <param name="Values">By block and action.</param>
internal sealed record ViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, InputPart?>?>? Values);

internal sealed record InputPart(
    string? Type,
    string? Value,
    string? SelectedDate,
    OptionPart? SelectedOption,
    IReadOnlyList<OptionPart?>? SelectedOptions
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

/// <summary>A person looks at the app's own tabs.</summary>
/// <param name="Tab"><c>home</c> or <c>messages</c>.</param>
/// <param name="View">What the home tab shows; null before the first time.</param>
internal sealed record HomeEvent(string? Type, string? User, string? Tab, HomeViewPart? View);

internal sealed record HomeViewPart(string? Hash);

/// <summary>What became of a channel, or of somebody in it.</summary>
/// <param name="Channel">An id, except where Slack tells of a renamed or a new channel.</param>
internal sealed record ChannelEvent(string? Type, JsonElement Channel, string? User);

/// <summary>Somebody came, changed or left.</summary>
internal sealed record UserEvent(string? Type, UserPart? User);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(EventPayload))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(HomeEvent))]
[JsonSerializable(typeof(UserEvent))]
[JsonSerializable(typeof(ChannelEvent))]
[JsonSerializable(typeof(FormOrigin))]
internal sealed partial class SlackPayloads : JsonSerializerContext;
