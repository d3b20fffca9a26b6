using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;
using static Bot.Cards.Rendering.AdaptiveText;

namespace Bot.Forms.Rendering;

/// <summary>
/// A form as the Adaptive Card of a Teams dialog. The inputs' ids are <see cref="InputPrefix"/> and the field's id; what is sent carries
/// the form's line as <see cref="FormData"/> beside them. Errors stand under their fields, in words and colour.
/// </summary>
public static class AdaptiveForm
{
    public const string FormData = AdaptiveCards.FormData;
    public const string OriginData = "origin";
    public const string InputPrefix = "f-";

    /// <summary>What <c>Input.ChoiceSet</c> puts between several choices.</summary>
    private const char Comma = ',';

    /// <summary>More choices than these fold into a list.</summary>
    private const int MostExpanded = 8;

    /// <param name="origin">The message the form was opened from; empty for none.</param>
    public static JsonObject Render(Form form, IReadOnlyList<FieldError> errors, string origin = "") =>
        new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["body"] = new JsonArray([
                .. errors.Where(error => form.Find(error.Field) is null).Select(Problem),
                .. form.Drawn.SelectMany(part => Elements(part, errors, form)),
            ]),
            ["actions"] = new JsonArray([.. Actions(form, origin)]),
        };

    private static IEnumerable<JsonObject> Actions(Form form, string origin)
    {
        yield return Action(form.Submit, form.Confirm is null ? "positive" : "destructive", Data());
        if (!form.HasBack)
            yield break;

        var back = Data();
        back[InputPrefix + Form.BackField] = Field.On;
        yield return Action(form.Language.Say($"Back"), "default", back);

        JsonObject Data() => new() { [FormData] = $"{new FormLine(form.Id, form.State)}", [OriginData] = origin };
    }

    private static JsonObject Action(string title, string style, JsonObject data) =>
        new()
        {
            ["type"] = "Action.Submit",
            ["title"] = Literal(title),
            ["style"] = style,
            ["data"] = data,
        };

    private static IEnumerable<JsonObject> Elements(FormPart part, IReadOnlyList<FieldError> errors, Form form) =>
        part switch
        {
            FormPart.Text(var value, Tone.Subtle) => [Text(Subtle(value))],
            FormPart.Text(var value, Tone.Warning) => [Text(Coloured(PlainText.Mark(Tone.Warning) + value, "attention"))],
            FormPart.Text(var value, var tone) => [Text(Run(PlainText.Mark(tone) + value))],
            FormPart.Facts(var rows) =>
            [
                Stack([.. rows.Select(row => Columns(Column("stretch", Text(Run(row.Label))), Column("auto", Text(Bold(row.Value)))))]),
            ],
            Field field => Asked(field, errors.FirstOrDefault(error => error.Field == field.Id), form),
            _ => throw new UnreachableException($"AdaptiveForm cannot draw {part.GetType().Name}."),
        };

    /// <summary>Teams would hold back a way back too while a required field is empty: then the server alone asks for it.</summary>
    private static IEnumerable<JsonObject> Asked(Field field, FieldError? error, Form form)
    {
        var input = Input(field);
        input["id"] = InputPrefix + field.Id;
        if (field.Kind is not FieldKind.Toggle)
            input["label"] = Literal(field.Label);
        if (field.IsRequired && !form.HasBack && field.Kind is not FieldKind.Toggle)
        {
            input["isRequired"] = true;
            input["errorMessage"] = field.Kind is FieldKind.Choice or FieldKind.Choices
                ? form.Language.Say($"Choose one.")
                : form.Language.Say($"Fill this in.");
        }

        yield return input;
        if (error is not null)
            yield return Under(Problem(error));
        if (field.Hint is { } hint)
            yield return Under(Text(Subtle(hint)));
    }

    private static JsonObject Input(Field field) =>
        field.Kind switch
        {
            FieldKind.Text or FieldKind.Number or FieldKind.Money => Typed(field, isLong: false),
            FieldKind.LongText => Typed(field, isLong: true),
            FieldKind.Date => new() { ["type"] = "Input.Date", ["value"] = field.Typed },
            FieldKind.Choice(var options) => ChoiceSet(field, options, isMany: false),
            FieldKind.Choices(var options) => ChoiceSet(field, options, isMany: true),
            FieldKind.Toggle => new()
            {
                ["type"] = "Input.Toggle",
                ["title"] = Literal(field.Label),
                ["valueOn"] = Field.On,
                ["valueOff"] = "",
                ["value"] = field.Typed,
            },
            _ => throw new UnreachableException($"AdaptiveForm cannot draw {field.Kind.GetType().Name}."),
        };

    private static JsonObject Typed(Field field, bool isLong) =>
        new()
        {
            ["type"] = "Input.Text",
            ["isMultiline"] = isLong,
            ["maxLength"] = field.Kind.MaxLength,
            ["value"] = field.Typed,
        };

    private static JsonObject ChoiceSet(Field field, IReadOnlyList<FormChoice> options, bool isMany) =>
        new()
        {
            ["type"] = "Input.ChoiceSet",
            ["isMultiSelect"] = isMany,
            ["style"] = isMany && options.Count <= MostExpanded ? "expanded" : "compact",
            ["choices"] = new JsonArray([.. options.Select(Choice)]),
            ["value"] = string.Join(Comma, field.Value),
        };

    private static JsonObject Choice(FormChoice choice) => new() { ["title"] = Literal(choice.Label), ["value"] = choice.Id };

    private static JsonObject Problem(FieldError error) => Text(Coloured(PlainText.Mark(Tone.Warning) + error.Message, "attention"));

    private static JsonObject Under(JsonObject element)
    {
        element["spacing"] = "small";
        return element;
    }
}
