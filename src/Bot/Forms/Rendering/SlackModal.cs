using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Texts;

namespace Bot.Forms.Rendering;

/// <summary>
/// A form as a Slack modal. Every field is an input block whose <c>block_id</c> is the field's id; numbers are typed as text, because
/// Slack's own number field takes no thousands. No block holds mrkdwn.
/// </summary>
public static class SlackModal
{
    /// <summary>The <c>action_id</c> inside every input block.</summary>
    public const string Action = "value";

    /// <summary>The <c>action_id</c> of the way back to the step before: unlike the modal's own buttons its press brings what was typed.</summary>
    public const string Back = "back";

    private const int MostCheckboxes = 10;

    /// <param name="metadata">What the modal brings back, at most 3,000 characters.</param>
    /// <param name="problem">What is wrong with the whole form; the fields' own errors are told beside them.</param>
    public static JsonObject Render(Form form, string metadata, string? problem = null) =>
        new()
        {
            ["type"] = "modal",
            ["callback_id"] = form.Id,
            ["private_metadata"] = metadata,
            ["title"] = Words(form.Title, SlackLimits.ModalTitle),
            ["submit"] = Words(form.Submit, SlackLimits.ModalTitle),
            ["close"] = Words(form.Language.Say($"Cancel"), SlackLimits.ModalTitle),
            ["blocks"] = new JsonArray([
                .. problem is null ? Array.Empty<JsonObject>() : [Section(PlainText.Mark(Tone.Warning) + problem)],
                .. form.Drawn.SelectMany(part => Blocks(part, form.Language)),
                .. form.HasBack ? [WayBack(form.Language)] : Array.Empty<JsonObject>(),
            ]),
        };

    /// <summary>A card where a form was expected: a refusal, or what became of it.</summary>
    public static JsonObject Notice(Card card, ReaderFormat format) =>
        new()
        {
            ["type"] = "modal",
            ["title"] = Words(card.Title, SlackLimits.ModalTitle),
            ["close"] = Words(format.Say($"Close", "window"), SlackLimits.ModalTitle),
            ["blocks"] = new JsonArray([.. BlockKit.Render(card)["blocks"]!.AsArray().Where(IsStill).Select(block => block!.DeepClone())]),
        };

    /// <summary>A press inside a modal says no channel, so there would be nowhere to answer.</summary>
    private static bool IsStill(JsonNode? block) => (string?)block!["type"] != "actions";

    private static IEnumerable<JsonObject> Blocks(FormPart part, Language language) =>
        part switch
        {
            FormPart.Text(var value, Tone.Subtle) =>
            [
                new() { ["type"] = "context", ["elements"] = new JsonArray(Words(value, SlackLimits.Context)) },
            ],
            FormPart.Text(var value, var tone) => [Section(PlainText.Mark(tone) + value)],
            FormPart.Facts(var rows) => [BlockKit.Facts(rows)],
            Field field => [Input(field, language)],
            _ => throw new UnreachableException($"SlackModal cannot draw {part.GetType().Name}."),
        };

    private static JsonObject WayBack(Language language) =>
        new()
        {
            ["type"] = "actions",
            ["elements"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "button",
                    ["action_id"] = Back,
                    ["text"] = Words(language.Say($"Back"), SlackLimits.ButtonText),
                    ["value"] = Field.On,
                }
            ),
        };

    private static JsonObject Input(Field field, Language language)
    {
        var input = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Id,
            ["label"] = Words(field.Label, SlackLimits.InputLabel),
            ["element"] = Element(field, language),
            ["optional"] = !field.IsRequired || field.Kind is FieldKind.Toggle,
        };
        if (field.Hint is { } hint)
            input["hint"] = Words(hint, SlackLimits.InputLabel);

        return input;
    }

    private static JsonObject Element(Field field, Language language) =>
        field.Kind switch
        {
            FieldKind.Text or FieldKind.Number or FieldKind.Money => Typed(field, isLong: false),
            FieldKind.LongText => Typed(field, isLong: true),
            FieldKind.Date => With(new() { ["type"] = "datepicker", ["action_id"] = Action }, "initial_date", TextOf(field)),
            FieldKind.Choice(var options) => Select(
                "static_select",
                options,
                "initial_option",
                Chosen(field, options).FirstOrDefault(),
                language
            ),
            FieldKind.Choices(var options) => Many(field, options, language),
            FieldKind.Toggle => Checkboxes([new(Field.On, language.Say($"Yes"))], field.Value),
            _ => throw new UnreachableException($"SlackModal cannot draw {field.Kind.GetType().Name}."),
        };

    private static JsonObject Typed(Field field, bool isLong)
    {
        var element = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = Action,
            ["multiline"] = isLong,
            ["max_length"] = Math.Min(field.Kind.MaxLength, SlackLimits.InputText),
        };
        return With(element, "initial_value", TextOf(field));
    }

    private static JsonObject Many(Field field, IReadOnlyList<FormChoice> options, Language language) =>
        options.Count <= MostCheckboxes
            ? Checkboxes(options, field.Value)
            : Select(
                "multi_static_select",
                options,
                "initial_options",
                Chosen(field, options).ToArray() is { Length: > 0 } chosen ? new JsonArray(chosen) : null,
                language
            );

    private static JsonObject Checkboxes(IReadOnlyList<FormChoice> options, IReadOnlyList<string> value)
    {
        var chosen = options.Where(option => value.Contains(option.Id, StringComparer.Ordinal)).Select(Option).ToArray();
        return With(
            new()
            {
                ["type"] = "checkboxes",
                ["action_id"] = Action,
                ["options"] = new JsonArray([.. options.Select(Option)]),
            },
            "initial_options",
            chosen.Length > 0 ? new JsonArray(chosen) : null
        );
    }

    private static JsonObject Select(string type, IReadOnlyList<FormChoice> options, string initial, JsonNode? chosen, Language language) =>
        With(
            new()
            {
                ["type"] = type,
                ["action_id"] = Action,
                ["placeholder"] = Words(language.Say($"Choose"), SlackLimits.Placeholder),
                ["options"] = new JsonArray([.. options.Take(SlackLimits.Options).Select(Option)]),
            },
            initial,
            chosen
        );

    private static IEnumerable<JsonNode> Chosen(Field field, IReadOnlyList<FormChoice> options) =>
        options.Where(option => field.Value.Contains(option.Id, StringComparer.Ordinal)).Select(Option);

    private static JsonObject Option(FormChoice choice) =>
        new() { ["text"] = Words(choice.Label, SlackLimits.OptionText), ["value"] = choice.Id };

    private static JsonValue? TextOf(Field field) => field.Typed.Length > 0 ? JsonValue.Create(field.Typed) : null;

    private static JsonObject With(JsonObject element, string property, JsonNode? value)
    {
        if (value is not null)
            element[property] = value;
        return element;
    }

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Words(text, SlackLimits.Section) };

    private static JsonObject Words(string text, int limit) => BlockKit.Words(text, limit);
}
