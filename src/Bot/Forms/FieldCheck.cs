using Bot.Texts;

namespace Bot.Forms;

/// <summary>What holds for every field of a kind, whoever asks for it: something where something is needed, lengths, choices that exist.</summary>
internal static class FieldCheck
{
    public static FieldError? Problem(Field field, IReadOnlyList<string> values, Language language) =>
        field.Kind switch
        {
            FieldKind.Toggle => field.IsRequired && !values.Contains(Field.On, StringComparer.Ordinal)
                ? Wrong(field, language.Say($"Tick this to go on."))
                : null,
            FieldKind.Choice(var options) => OfChoice(field, options, [.. values.Where(value => value.Length > 0)], language),
            FieldKind.Choices(var options) => OfChoices(field, options, values, language),
            _ => OfText(field, values, language),
        };

    private static FieldError? OfChoice(Field field, IReadOnlyList<FormChoice> options, string[] values, Language language) =>
        values switch
        {
            [] => field.IsRequired ? Wrong(field, language.Say($"Choose one.")) : null,
            [var only] when options.Any(option => option.Id == only) => null,
            _ => Wrong(field, language.Say($"Choose one of the list; it may have changed.")),
        };

    private static FieldError? OfChoices(Field field, IReadOnlyList<FormChoice> options, IReadOnlyList<string> values, Language language) =>
        values.Count == 0
            ? field.IsRequired
                ? Wrong(field, language.Say($"Choose at least one."))
                : null
            : values.All(value => options.Any(option => option.Id == value))
                ? null
                : Wrong(field, language.Say($"Choose from the list; it may have changed."));

    private static FieldError? OfText(Field field, IReadOnlyList<string> values, Language language)
    {
        var text = values.Count > 0 ? values[0] : "";
        if (FormReading.IsBlank(text))
            return field.IsRequired ? Wrong(field, language.Say($"Fill this in.")) : null;

        return text.Length <= field.Kind.MaxLength
            ? null
            : Wrong(field, language.Say($"Write at most {field.Kind.MaxLength} characters; these are {text.Length}."));
    }

    private static FieldError Wrong(Field field, string message) => new(field.Id, message);
}
