using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Crm;

/// <summary>
/// Finds what is wrong with JSON that a parser refused, or would only stumble over later, and says where.
/// Walks the tokens with the pointer to the present one; most bodies never need it.
/// </summary>
internal ref struct JsonFault
{
    public const int MaxDepth = 64;
    public const string Remedy = "Send one JSON object in UTF-8, each member once, nested at most 64 deep.";

    private readonly Stack<Level> levels;
    private Utf8JsonReader reader;

    private JsonFault(ReadOnlySpan<byte> json)
    {
        levels = new();
        reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>Whether the bytes may hold text that is no text: a parser accepts it and throws when it is read.</summary>
    public static bool IsUnsafe(ReadOnlySpan<byte> json) => json.IndexOf("\\u"u8) >= 0 || !Utf8.IsValid(json);

    /// <summary>Null when the JSON is sound.</summary>
    public static CanonicalBody.Invalid? Find(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) ? new JsonFault(json).Find() : new("", "The body is not valid UTF-8.", Remedy);

    private CanonicalBody.Invalid? Find()
    {
        try
        {
            while (reader.Read())
                if (Visit() is { } reason)
                    return new(Pointer(), reason, Remedy);
            return null;
        }
        catch (JsonException)
        {
            return new(Pointer(), Broken(), Remedy);
        }
        catch (InvalidOperationException)
        {
            return new(Pointer(), "A text holds half of a surrogate pair, which is no character.", Remedy);
        }
    }

    private string? Visit()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Enter();
                levels.Push(new(reader.TokenType is JsonTokenType.StartObject));
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.Pop();
                return null;
            case JsonTokenType.PropertyName:
                return levels.Peek().Name(reader.GetString()!) ? null : "This member is there twice.";
            case JsonTokenType.String:
                Enter();
                _ = reader.GetString();
                return null;
            default:
                Enter();
                return null;
        }
    }

    /// <summary>A value in an array is the next one.</summary>
    private readonly void Enter()
    {
        if (levels.TryPeek(out var level))
            level.Next();
    }

    private readonly string Broken() =>
        levels.Count >= MaxDepth ? "The body is nested more than 64 deep." : $"The body is not JSON from byte {reader.BytesConsumed} on.";

    private readonly string Pointer() => string.Concat(levels.Reverse().Select(level => level.Step));

    /// <summary>An object or array that is open, and which of its members is being read.</summary>
    private sealed class Level(bool isObject)
    {
        private readonly HashSet<string> names = new(StringComparer.Ordinal);
        private string? name;
        private int index = -1;

        public string Step =>
            isObject
                ? name is null
                    ? ""
                    : "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                : index < 0
                    ? ""
                    : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{index}");

        public bool Name(string next) => names.Add(name = next);

        public void Next() => index++;
    }
}
