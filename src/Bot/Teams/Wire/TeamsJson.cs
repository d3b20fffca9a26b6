using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Teams.Wire;

/// <summary>How the wire is read and written: camelCase, nulls left out, a key twice refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(MemberPage))]
[JsonSerializable(typeof(ConnectorFailure))]
[JsonSerializable(typeof(InvokeAnswer))]
internal sealed partial class TeamsJson : JsonSerializerContext;
