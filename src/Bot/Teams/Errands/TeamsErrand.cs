using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Teams.Wire;

namespace Bot.Teams.Errands;

/// <summary>What is still to be done for somebody in Teams, as it is stored.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Give), "give")]
[JsonDerivedType(typeof(Greet), "greet")]
internal abstract record TeamsErrand
{
    private TeamsErrand() { }

    /// <summary>A message, a pressed button, a form that was sent, or what became of the app or the members of a chat.</summary>
    public sealed record Asked(Activity Activity) : TeamsErrand;

    /// <summary>The app was added to a chat or team, which is greeted.</summary>
    public sealed record Greet(Activity Activity) : TeamsErrand;

    /// <summary>An answer that is known already.</summary>
    /// <param name="To">Whom and where it answers; without what was asked.</param>
    /// <param name="Edits">The message of the person's own chat that it takes the place of; null for a message of its own.</param>
    public sealed record Give(Activity To, OutgoingMessage Message, string? Edits) : TeamsErrand;

    public string ToBody() => JsonSerializer.Serialize(this, TeamsErrands.Default.TeamsErrand);

    /// <summary>Null for what another version of this program stored.</summary>
    public static TeamsErrand? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TeamsErrands.Default.TeamsErrand);
        }
        catch (Exception other) when (other is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamsErrand))]
internal sealed partial class TeamsErrands : JsonSerializerContext;
