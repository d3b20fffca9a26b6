using System.Text.Json;
using Bot.Settings;
using Gamification.Goals;
using NodaTime;
using NodaTime.Text;

namespace Bot.Api;

/// <summary>
/// Reads the members of one object of a body. Every wrong one is kept as a fault at its pointer and reading goes on, so that all of them
/// are told at once. A member that is <c>null</c> is not there.
/// </summary>
internal sealed class JsonFields(JsonElement element, string pointer, List<JsonFieldFault> faults)
{
    /// <summary>More digits than a decimal can hold would be rounded silently.</summary>
    private const int LongestNumber = 28;

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Of the member itself: <c>/tiers/1/label</c>.</summary>
    public string PointerOf(string name) => $"{pointer}/{Escaped(name)}";

    public string? Text(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value => value.GetString(),
            _ => Wrong<string?>(name, "This is no text.", "Send a text."),
        };

    public decimal? Number(string name) => Find(name) is { } value ? NumberOf(value, name) : null;

    public int? Whole(string name) =>
        Number(name) switch
        {
            null => null,
            >= int.MinValue and <= int.MaxValue and var number when number == decimal.Truncate(number) => (int)number,
            _ => Wrong<int?>(name, "This is no whole number.", "Send a whole number."),
        };

    public bool? Flag(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => Wrong<bool?>(name, "This is neither true nor false.", "Send true or false."),
        };

    /// <summary>One of the names of an enum, as they are written in JSON.</summary>
    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum =>
        Text(name) is not { } text ? null
        : JsonNames.Parse<TEnum>(text) is { } value ? value
        : Wrong<TEnum?>(name, "This is none of the choices.", $"Send one of {JsonNames.All<TEnum>()}.");

    public LocalDate? Date(string name) =>
        Text(name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day
        : Wrong<LocalDate?>(name, "This is no date.", "Send a date like 2026-11-25.");

    public JsonFields? Object(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Object } value => new(value, PointerOf(name), faults),
            _ => Wrong<JsonFields?>(name, "This is no object.", "Send an object."),
        };

    /// <summary>A list of objects, each read in its place.</summary>
    public IReadOnlyList<T>? List<T>(string name, int most, Func<JsonFields, T> read)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() > most)
            return Wrong<IReadOnlyList<T>?>(name, $"This is no list of at most {most} objects.", "Send a list of objects.");

        var items = new List<T>();
        foreach (var (at, item) in value.EnumerateArray().Index())
            items.Add(read(new(item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PointerOf(name)}/{at}"), faults)));
        return items;
    }

    public IReadOnlyList<string>? Texts(string name, int most)
    {
        if (Find(name) is not { } value)
            return null;

        return
            value.ValueKind is JsonValueKind.Array
            && value.GetArrayLength() <= most
            && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : Wrong<IReadOnlyList<string>?>(name, $"This is no list of at most {most} texts.", "Send a list of texts.");
    }

    /// <summary>An object whose members are all numbers.</summary>
    public IReadOnlyDictionary<string, decimal>? Numbers(string name)
    {
        if (Object(name) is not { } numbers)
            return null;

        var read = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var member in numbers.Names())
            if (numbers.Number(member) is { } number)
                read[member] = number;
        return read;
    }

    /// <summary>Names every member that nobody asked for; to be called when all were.</summary>
    public void Close()
    {
        if (element.ValueKind is not JsonValueKind.Object)
            faults.Add(new(pointer, "This is no object.", "Send an object."));
        else
            foreach (var name in Names().Where(name => !asked.Contains(name)))
                Wrong<bool>(
                    name,
                    "This member is not known.",
                    $"Leave it out, or use one of {string.Join(", ", asked.Order(StringComparer.Ordinal))}."
                );
    }

    private IEnumerable<string> Names() =>
        element.ValueKind is JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Name) : [];

    private decimal? NumberOf(JsonElement value, string name) =>
        value.ValueKind is not JsonValueKind.Number ? Wrong<decimal?>(name, "This is no number.", "Send a number, without quotes.")
        : value.GetRawText().Length <= LongestNumber && value.TryGetDecimal(out var number) ? number
        : Wrong<decimal?>(name, $"This number is out of range: at most {LongestNumber} digits.", "Send a shorter number.");

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return
            element.ValueKind is JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;
    }

    private T? Wrong<T>(string name, string reason, string remedy)
    {
        faults.Add(new(PointerOf(name), reason, remedy));
        return default;
    }

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <param name="Pointer">A JSON pointer to the member.</param>
internal sealed record JsonFieldFault(string Pointer, string Reason, string Remedy)
{
    private const string Targets = "targets.";

    /// <summary><c>tiers[1].triggerPercent</c> stands at <c>/tiers/1/triggerPercent</c>; ids in targets may hold a dot themselves.</summary>
    public static JsonFieldFault Of(GoalFault fault) =>
        new(
            fault.Field.StartsWith(Targets, StringComparison.Ordinal)
                ? $"/targets/{fault.Field[Targets.Length..].Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"
                : "/"
                    + fault
                        .Field.Replace("].", "/", StringComparison.Ordinal)
                        .Replace("]", "", StringComparison.Ordinal)
                        .Replace('[', '/')
                        .Replace('.', '/'),
            FormattableString.Invariant(fault.Message),
            FormattableString.Invariant(fault.Remedy)
        );
}
