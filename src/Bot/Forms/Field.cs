using Bot.Cards;

namespace Bot.Forms;

/// <param name="Id">Letters and dashes; the name of the value.</param>
/// <param name="Label">A few words; people read it before they type.</param>
public sealed record Field(string Id, string Label, FieldKind Kind) : FormPart
{
    /// <summary>As typed or chosen: one text, the ids of the choices, <see cref="On"/> of a toggle; empty for nothing.</summary>
    public IReadOnlyList<string> Value { get; init; } = [];

    /// <summary>An example or a unit, under the label.</summary>
    public string? Hint { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>The value of a toggle that is on.</summary>
    public const string On = "on";

    /// <summary>The value of a field that has one; empty for none.</summary>
    public string Typed => Value.Count > 0 ? Value[0] : "";

    /// <summary>What came for it; Teams sends several choices as one text with commas.</summary>
    internal IReadOnlyList<string> ValueIn(FormValues values) =>
        Kind is FieldKind.Choices
            ?
            [
                .. values
                    .Of(Id)
                    .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries))
                    .Distinct(StringComparer.Ordinal),
            ]
            : values.Of(Id);

    /// <summary>What can be shown again of what came back: texts up to their length, choices that exist.</summary>
    internal IReadOnlyList<string> Kept(IReadOnlyList<string> typed) =>
        Kind switch
        {
            FieldKind.Choice(var choices) => [.. typed.Where(value => choices.Any(choice => choice.Id == value)).Take(1)],
            FieldKind.Choices(var choices) => [.. choices.Select(choice => choice.Id).Where(typed.Contains)],
            FieldKind.Toggle => typed.Contains(On, StringComparer.Ordinal) ? [On] : [],
            _ => typed is [{ Length: > 0 } text, ..] ? [CleanText.Fit(text, Kind.MaxLength)] : [],
        };
}

/// <summary>What a field takes. A closed family: every renderer draws every case.</summary>
public abstract record FieldKind
{
    private const int LongestNumber = 40;
    private const int LongestDate = 40;

    private FieldKind() { }

    public sealed record Text(int Longest = 200) : FieldKind;

    /// <summary>Several lines.</summary>
    public sealed record LongText(int Longest = 3000) : FieldKind;

    public sealed record Number : FieldKind;

    /// <summary>An amount in major units of a currency.</summary>
    public sealed record Money(string Currency) : FieldKind;

    /// <summary>A local day; shown and sent as <c>2026-11-25</c> where the surface has a calendar.</summary>
    public sealed record Date : FieldKind;

    /// <summary>One of at most <see cref="MostChoices"/>.</summary>
    public sealed record Choice(IReadOnlyList<FormChoice> Options) : FieldKind;

    /// <summary>Any of at most <see cref="MostChoices"/>.</summary>
    public sealed record Choices(IReadOnlyList<FormChoice> Options) : FieldKind;

    /// <summary>Ticked or not. A required one has to be ticked.</summary>
    public sealed record Toggle : FieldKind;

    /// <summary>What every surface takes in one list; more are asked for by a text.</summary>
    public const int MostChoices = 100;

    /// <summary>In UTF-16 units.</summary>
    public int MaxLength =>
        this switch
        {
            Text(var longest) => longest,
            LongText(var longest) => longest,
            Number or Money => LongestNumber,
            Date => LongestDate,
            _ => 0,
        };
}

/// <param name="Id">Sent back when chosen: no comma, at most 150 characters.</param>
public sealed record FormChoice(string Id, string Label);
