using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using NodaTime;
using NodaTime.Text;

namespace Bot.Forms.TeamGoals;

/// <summary>
/// A goal for others while its form is filled in: what was typed so far. It goes with the form from step to step, packed into its state,
/// and comes back from the client: nothing in it is trusted, all of it is checked again where it is used.
/// </summary>
/// <param name="Goal">The id it has, or will have: made with the form, so that two submissions end as one goal.</param>
/// <param name="Version">The revision that was read; 0 for a new goal.</param>
internal sealed record PlanDraft(GoalId Goal, int Version, PlanWish Plan)
{
    /// <summary>By field, what was typed in steps that somebody left backwards and that the plan cannot hold: it may be wrong.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>With what stands in some fields of a step that is left backwards.</summary>
    public PlanDraft Left(FormReading values, IEnumerable<string> fields) =>
        this with
        {
            Typed = new Dictionary<string, string>(
                Typed.Concat(fields.Distinct(StringComparer.Ordinal).Select(field => KeyValuePair.Create(field, values.Typed(field)))),
                StringComparer.Ordinal
            ),
        };

    /// <summary>Without what was kept of a step that is gone through now.</summary>
    public PlanDraft Gone(Form step) =>
        this with
        {
            Typed = Typed
                .Where(field => step.Find(field.Key) is null)
                .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal),
        };

    /// <summary>A step with what was kept of it.</summary>
    public Form Fill(Form step) =>
        step with
        {
            Parts =
            [
                .. step.Parts.Select(part =>
                    part is Field field && Typed.TryGetValue(field.Id, out var typed) ? field with { Value = field.Kept([typed]) } : part
                ),
            ],
        };

    private const char Mark = '~';

    /// <summary>More than a form can hold; a text that unpacks to more was not packed here.</summary>
    private const int MostBytes = 32 * 1024;

    private static readonly PlanWish Empty = new(Name: null, Subject: null, SubjectId: null, Metric: null, Target: null, Period: null);

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(), new DayConverter() },
    };

    public static PlanDraft New() => new(new($"team-{Guid.NewGuid().ToString("N")[..8]}"), 0, Empty);

    /// <summary>A goal as it is stored.</summary>
    public static PlanDraft Of(Goal stored, Organisation organisation) => new(stored.Id, stored.Revision, WishOf(stored, organisation));

    /// <summary>Whether the state of a form is a draft, and not the id of a goal.</summary>
    public static bool IsPacked(string state) => state.StartsWith(Mark);

    /// <summary>Null for what was not packed here.</summary>
    public static PlanDraft? Parse(string state)
    {
        try
        {
            var packed = Base64Url.DecodeFromChars(state.AsSpan(1));
            var json = new byte[MostBytes];
            return
                BrotliDecoder.TryDecompress(packed, json, out var written)
                && JsonSerializer.Deserialize<Packed>(json.AsSpan(0, written), Options)
                    is { Goal.Length: > 0 and <= 100, Version: >= 0, Plan: { } plan } read
                ? new(new(read.Goal), read.Version, plan) { Typed = read.Typed ?? new Dictionary<string, string>(StringComparer.Ordinal) }
                : null;
        }
        catch (Exception bad) when (bad is FormatException or JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>As the state of a form; null where it is more than one carries. The plan is more than what was typed beside it.</summary>
    public string? ToState() => Pack(Typed.Count == 0 ? null : Typed) ?? (Typed.Count == 0 ? null : Pack(typed: null));

    private string? Pack(IReadOnlyDictionary<string, string>? typed)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Packed(Goal.Value, Version, Plan, typed), Options);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return
            json.Length <= MostBytes
            && BrotliEncoder.TryCompress(json, packed, out var written)
            && Mark + Base64Url.EncodeToString(packed.AsSpan(0, written)) is var state
            && state.Length <= Form.LongestState
            ? state
            : null;
    }

    /// <summary>The newest version, as its manager would write it.</summary>
    private static PlanWish WishOf(Goal goal, Organisation organisation)
    {
        using var written = JsonDocument.Parse(WrittenGoal.Of(goal, organisation).ToJson());
        return Api.GoalReading.Of(written.RootElement, stored: null).Wish.Plan;
    }

    private sealed record Packed(string Goal, int Version, PlanWish Plan, IReadOnlyDictionary<string, string>? Typed = null);

    private sealed class DayConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } day
                ? day.Value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
