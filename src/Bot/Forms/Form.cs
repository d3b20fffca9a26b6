using Bot.Cards;
using Bot.Texts;

namespace Bot.Forms;

/// <summary>
/// Something to fill in, by its meaning: a modal in Slack, a dialog in Teams, a form on the page. It knows no channel.
/// All texts are plain, already in the reader's language; they are escaped where they become mark-up.
/// </summary>
/// <param name="Id">The registered name of the <see cref="IForm"/> that made it.</param>
/// <param name="State">What it is about, and what earlier steps left: it comes back from the client and is not trusted.</param>
public sealed record Form(string Id, string Title, IReadOnlyList<FormPart> Parts, string Submit, string State = "")
{
    /// <summary>The id of the box that has to be ticked before something that is hard to take back.</summary>
    public const string ConfirmField = "confirm";

    /// <summary>What a press of the way back sends, with everything that was typed.</summary>
    public const string BackField = "back";

    /// <summary>Slack carries 3,000 characters with a modal, also what is ours to find the card again.</summary>
    public const int LongestState = 2400;

    /// <summary>The sentence somebody has to tick first; null where nothing is lost.</summary>
    public string? Confirm { get; init; }

    /// <summary>What the words that every form has are said in.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether there is a step before it to go back to.</summary>
    public bool HasBack { get; init; }

    /// <summary>The parts with the confirmation as the last field, so that every surface asks for it alike.</summary>
    public IReadOnlyList<FormPart> Drawn =>
        Confirm is { } sentence ? [.. Parts, new Field(ConfirmField, sentence, new FieldKind.Toggle())] : Parts;

    public IEnumerable<Field> Fields => Drawn.OfType<Field>();

    public Field? Find(string field) => Fields.FirstOrDefault(candidate => candidate.Id == field);

    /// <summary>The same form with what was typed in its fields.</summary>
    public Form With(FormValues values) =>
        this with
        {
            Parts = [.. Parts.Select(part => part is Field field ? field with { Value = field.Kept(field.ValueIn(values)) } : part)],
        };
}

/// <summary>One part of a form: words, or a <see cref="Field"/>.</summary>
public abstract record FormPart
{
    private protected FormPart() { }

    public sealed record Text(string Value, Tone Tone = Tone.Normal) : FormPart;

    /// <summary>What is there already, or what will come of it: label and value.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Rows) : FormPart;
}
