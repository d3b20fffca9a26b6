using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;

namespace Storage;

/// <summary>
/// What a manager's goal asks and promises, as JSON in one column. It is read strictly: a member too many, too few or of another type
/// is a damage that nobody may guess at, because coins are paid by it.
/// </summary>
internal static class StoredPlan
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(AddKinds),
        Converters = { new PersonIds(), new GoalIds(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        IgnoreReadOnlyProperties = true,
    };

    public static string Text(GoalPlan plan) => JsonSerializer.Serialize(plan, Options);

    /// <exception cref="FormatException">The text is damaged; the message names the goal, the version and the place.</exception>
    public static GoalPlan Parse(string text, GoalId goal, int version)
    {
        try
        {
            return JsonSerializer.Deserialize<GoalPlan>(text, Options) ?? throw new JsonException("It is null.");
        }
        catch (Exception damage) when (damage is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new FormatException(
                $"The stored plan of version {version} of goal {goal} is damaged: {damage.Message} Restore the row from a backup.",
                damage
            );
        }
    }

    /// <summary>The names of the cases of closed families; they stay as they are, whatever the types are called.</summary>
    private static void AddKinds(JsonTypeInfo type)
    {
        JsonDerivedType[] kinds =
            type.Type == typeof(TierTrigger) ? [new(typeof(TierTrigger.Percent), "percent"), new(typeof(TierTrigger.Amount), "amount")]
            : type.Type == typeof(Reward)
                ?
                [
                    new(typeof(Reward.Points), "points"),
                    new(typeof(Reward.Coins), "coins"),
                    new(typeof(Reward.Badge), "badge"),
                    new(typeof(Reward.Prize), "prize"),
                ]
            : type.Type == typeof(Accelerator)
                ?
                [
                    new(typeof(Accelerator.Marginal), "marginal"),
                    new(typeof(Accelerator.Retroactive), "retroactive"),
                    new(typeof(Accelerator.Step), "step"),
                    new(typeof(Accelerator.Multiplier), "multiplier"),
                ]
            : [];
        if (kinds.Length == 0)
            return;

        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in kinds)
            type.PolymorphismOptions.DerivedTypes.Add(kind);
    }

    private sealed class PersonIds : JsonConverter<PersonId>
    {
        public override PersonId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(TextOf(ref reader));

        public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override PersonId ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value);
    }

    private sealed class GoalIds : JsonConverter<GoalId>
    {
        public override GoalId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(TextOf(ref reader));

        public override void Write(Utf8JsonWriter writer, GoalId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    private static string TextOf(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException("An id is a text.");
}
