using System.Text.Json;
using Gamification;
using Gamification.Activities;
using NodaTime;

namespace Bot.Crm;

/// <summary>
/// Reads the members of one object of the body. The first that is wrong is kept as <see cref="Fault"/>, and reading goes on with a value
/// nobody will see; so the shapes of the events stay one line each.
/// </summary>
internal sealed class CanonicalFields(JsonElement element, string pointer, string currency)
{
    private const int MaxId = 200;

    /// <summary>The longest email address there can be.</summary>
    private const int MaxOwner = 254;

    /// <summary>What is read after a fault.</summary>
    private const string Unusable = "?";

    public CanonicalBody.Invalid? Fault { get; private set; }

    public ActivityKind Kind(string name)
    {
        var known = $"Send one of: {string.Join(", ", ActivityKinds.All)}.";
        return ActivityKinds.Parse(Text(name, known)) ?? Wrong(name, "This type is not known.", known, default(ActivityKind));
    }

    public Instant Timestamp(string name) =>
        Rfc3339.Parse(Text(name, Rfc3339.Remedy))
        ?? Wrong(name, "This is no instant of RFC 3339 with an offset, in the years 1900 to 2199.", Rfc3339.Remedy, default(Instant));

    public CanonicalFields Object(string name)
    {
        const string Remedy = "Send an object with the members of this type.";
        var value = Find(name);
        if (value is null)
            Missing(name, Remedy);
        else if (value is { ValueKind: not JsonValueKind.Object })
            Wrong(name, "This is no object.", Remedy, Unusable);

        return new(value ?? default, $"{pointer}/{name}", currency);
    }

    public string Id(string name) => OptionalId(name) ?? Missing(name, "Send the CRM's own id, as a text.");

    public string? OptionalId(string name) => Identifier(name, MaxId);

    public string Owner() => Identifier("owner", MaxOwner) ?? Missing("owner", "Send the owner's email or the CRM's owner id.");

    public bool Won(string name) =>
        Text(name, "Send won or lost.") switch
        {
            "won" => true,
            "lost" => false,
            _ => Wrong(name, "This is neither won nor lost.", "Send won or lost.", fallback: false),
        };

    public bool OptionalFlag(string name) =>
        Find(name) switch
        {
            null or { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.True } => true,
            _ => Wrong(name, "This is neither true nor false.", "Send true or false.", fallback: false),
        };

    /// <summary>An amount that has to be there, with its currency.</summary>
    public Money Amount()
    {
        if (Find("amount") is null)
            Missing("amount", MajorUnits.Remedy);
        if (Find("currency") is null)
            Missing("currency", "Send the ISO 4217 code, such as EUR.");
        return OptionalAmount() ?? Money.Of(0, currency);
    }

    public Money? OptionalAmount()
    {
        var code = Currency();
        return Find("amount") is { } amount ? Money.Of(MinorUnits(amount, code), code) : null;
    }

    private string Currency()
    {
        if (Find("currency") is null)
            return currency;

        var code = Text("currency", "Send the ISO 4217 code, such as EUR.").ToUpperInvariant();
        return code is { Length: 3 } && code.All(char.IsAsciiLetterUpper)
            ? code
            : Wrong("currency", "This is no ISO 4217 code.", "Send three letters, such as EUR.", currency);
    }

    private long MinorUnits(JsonElement amount, string code)
    {
        var text = amount.ValueKind switch
        {
            JsonValueKind.Number => amount.GetRawText(),
            JsonValueKind.String => amount.GetString()!,
            _ => null,
        };
        return text is null ? Wrong("amount", "This is neither a number nor a text.", MajorUnits.Remedy, 0L)
            : MajorUnits.Parse(text, code) is var units && units.Wrong is { } reason ? Wrong("amount", reason, MajorUnits.Remedy, 0L)
            : units.Minor;
    }

    private string? Identifier(string name, int max)
    {
        if (Find(name) is null)
            return null;

        var text = Text(name, "Send the CRM's own id, as a text.");
        return string.IsNullOrWhiteSpace(text) ? Wrong(name, "This is empty.", "Send the CRM's own id.", Unusable)
            : text.Length > max ? Wrong(name, $"This has more than {max} characters.", "Send a shorter id.", Unusable)
            : text.Any(char.IsControl) ? Wrong(name, "This has control characters.", "Send an id of printable characters.", Unusable)
            : text;
    }

    private string Text(string name, string remedy) =>
        Find(name) switch
        {
            null => Missing(name, remedy),
            { ValueKind: JsonValueKind.String } value => value.GetString()!,
            _ => Wrong(name, "This is no text.", remedy, Unusable),
        };

    /// <summary>Null when absent; many senders write an absent member as <c>null</c>.</summary>
    private JsonElement? Find(string name) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;

    private string Missing(string name, string remedy) => Wrong(name, "This member is missing.", remedy, Unusable);

    private T Wrong<T>(string name, string reason, string remedy, T fallback)
    {
        Fault ??= new($"{pointer}/{name}", reason, remedy);
        return fallback;
    }
}
