using Bot.Cards;

namespace Bot.Forms;

/// <summary>What is wrong with a form that the person does not see any more.</summary>
internal static class NotSaved
{
    public static Card Of(Form form, IReadOnlyList<FieldError> errors) =>
        new(
            form.Language.Say($"Not saved"),
            [
                .. errors.Select(error => new CardPart.Text(Line(form, error), Tone.Warning)),
                new CardPart.Buttons([new(form.Language.Say($"Open the form again"), $"{new FormLine(form.Id, form.State)}", Answer.Form)]),
            ]
        );

    /// <summary>The message with the name of its field: <c>Last day: …</c>.</summary>
    public static string Line(Form form, FieldError error) =>
        form.Find(error.Field) is { } field ? $"{field.Label}: {error.Message}" : error.Message;
}
