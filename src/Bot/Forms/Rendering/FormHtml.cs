using System.Diagnostics;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Texts;
using Bot.Web;

namespace Bot.Forms.Rendering;

/// <summary>
/// A form as HTML of the page. The fields' names are <see cref="InputPrefix"/> and their id; <c>form</c> carries the form's line.
/// Every field has a label, and names its hint and its error as its description.
/// </summary>
internal static class FormHtml
{
    public const string InputPrefix = "f-";
    public const string FormName = "form";

    /// <param name="key">Makes the ids of this form its own on the page.</param>
    /// <param name="hidden">Fields of the page itself.</param>
    public static Markup Render(Form form, IReadOnlyList<FieldError> errors, string key, Markup hidden) =>
        Markup.Of(
            $"""
            <article class="card">
            <form class="card-form" method="post" action="/page/forms" aria-labelledby="{key}-title">
            {hidden}<input type="hidden" name="{FormName}" value="{new FormLine(form.Id, form.State).ToString()}">
            <h2 class="card-title" id="{key}-title" dir="auto">{form.Title}</h2>
            {Problems(form, errors)}
            {Markup.Join(form.Drawn.Select(part => Part(part, errors, key, form.Language)))}
            <div class="buttons"><button type="submit" class="{(
                form.Confirm is null ? "primary" : "danger"
            )}">{form.Submit}</button> {Back(form)}<button type="button" class="cancel">{form.Language.Say($"Cancel")}</button></div>
            </form>
            </article>
            """
        );

    /// <summary>With what was typed, right or not.</summary>
    private static Markup Back(Form form) =>
        form.HasBack
            ? Markup.Of(
                $"""<button type="submit" name="{InputPrefix}{Form.BackField}" value="{Field.On}" formnovalidate>{form.Language.Say($"Back")}</button> """
            )
            : Markup.None;

    private static Markup Problems(Form form, IReadOnlyList<FieldError> errors) =>
        errors.Count == 0
            ? Markup.None
            : Markup.Of(
                $"""<div class="text tone-warning" role="alert">{Markup.Join(Whole(form, errors).Select(message => Markup.Of($"<p>{PlainText.Mark(Tone.Warning)}{message}</p>")))}</div>"""
            );

    private static string[] Whole(Form form, IReadOnlyList<FieldError> errors) =>
        errors.Where(error => form.Find(error.Field) is null).Select(error => error.Message).ToArray() is { Length: > 0 } whole
            ? whole
            :
            [
                errors.Count == 1
                    ? form.Language.Say($"One field needs another look. Nothing was saved yet.")
                    : form.Language.Say($"{errors.Count} fields need another look. Nothing was saved yet."),
            ];

    private static Markup Part(FormPart part, IReadOnlyList<FieldError> errors, string key, Language language) =>
        part switch
        {
            FormPart.Text text => new(Html.Part(new CardPart.Text(text.Value, text.Tone))),
            FormPart.Facts facts => new(Html.Part(new CardPart.Facts(facts.Rows))),
            Field field => Asked(field, errors.FirstOrDefault(error => error.Field == field.Id), $"{key}-{field.Id}", language),
            _ => throw new UnreachableException($"FormHtml cannot draw {part.GetType().Name}."),
        };

    private static Markup Asked(Field field, FieldError? error, string id, Language language)
    {
        var wrong = error is null ? "" : " is-wrong";
        var below = Markup.Of(
            $"{(field.Hint is { } hint ? Markup.Of($"""<p class="hint" id="{id}-hint">{hint}</p>""") : Markup.None)}{(error is null ? Markup.None : Markup.Of($"""<p class="error" id="{id}-error">{PlainText.Mark(Tone.Warning)}{error.Message}</p>"""))}"
        );
        var described = Described(field, error, id);
        return field.Kind switch
        {
            FieldKind.Toggle => Markup.Of(
                $"""<div class="field{wrong}">{Box(field, new(Field.On, field.Label), described)}{below}</div>"""
            ),
            FieldKind.Choices(var options) => Markup.Of(
                $"""<fieldset class="field{wrong}"{described}><legend>{field.Label}{Optional(field, language)}</legend><div class="boxes">{Markup.Join(options.Select(option => Box(field, option, Markup.None)))}</div>{below}</fieldset>"""
            ),
            _ => Markup.Of(
                $"""<div class="field{wrong}"><label for="{id}">{field.Label}{Optional(field, language)}</label>{Input(field, id, described, language)}{below}</div>"""
            ),
        };
    }

    private static Markup Optional(Field field, Language language) =>
        field.IsRequired ? Markup.None : Markup.Of($""" <span class="optional">{language.Say($"optional")}</span>""");

    private static Markup Described(Field field, FieldError? error, string id)
    {
        string[] ids =
        [
            .. field.Hint is null ? Array.Empty<string>() : [$"{id}-hint"],
            .. error is null ? Array.Empty<string>() : [$"{id}-error"],
        ];
        return Markup.Of(
            $"{(ids.Length == 0 ? Markup.None : Markup.Of($""" aria-describedby="{string.Join(' ', ids)}" """))}{(error is null ? Markup.None : Markup.Of($" aria-invalid=\"true\""))}"
        );
    }

    private static Markup Input(Field field, string id, Markup described, Language language) =>
        field.Kind switch
        {
            FieldKind.Text => Typed(field, id, described, "text", "text"),
            FieldKind.Number or FieldKind.Money => Typed(field, id, described, "text", "decimal"),
            FieldKind.Date => Typed(field, id, described, "date", "text"),
            FieldKind.LongText => Markup.Of(
                $"""<textarea id="{id}" name="{InputPrefix}{field.Id}" rows="5" maxlength="{field.Kind.MaxLength}"{Required(field)}{described}>{"\n"}{field.Typed}</textarea>"""
            ),
            FieldKind.Choice(var options) => Markup.Of(
                $"""<select id="{id}" name="{InputPrefix}{field.Id}"{Required(field)}{described}>{Empty(field, language)}{Markup.Join(options.Select(option => Option(field, option)))}</select>"""
            ),
            _ => throw new UnreachableException($"FormHtml cannot draw {field.Kind.GetType().Name}."),
        };

    private static Markup Typed(Field field, string id, Markup described, string type, string keyboard) =>
        Markup.Of(
            $"""<input id="{id}" name="{InputPrefix}{field.Id}" type="{type}" inputmode="{keyboard}" maxlength="{field.Kind.MaxLength}" value="{field.Typed}" autocomplete="off"{Required(field)}{described}>"""
        );

    /// <summary>A choice that has to be made is not made by looking at the form.</summary>
    private static Markup Empty(Field field, Language language) =>
        field.IsRequired && field.Value.Count > 0
            ? Markup.None
            : Markup.Of($"""<option value="">{(field.IsRequired ? language.Say($"Choose") : language.Say($"None"))}</option>""");

    private static Markup Option(Field field, FormChoice option) =>
        Markup.Of(
            $"""<option value="{option.Id}"{Markup.Flag("selected", field.Value.Contains(option.Id, StringComparer.Ordinal))}>{option.Label}</option>"""
        );

    private static Markup Box(Field field, FormChoice option, Markup described) =>
        Markup.Of(
            $"""<label class="box"><input type="checkbox" name="{InputPrefix}{field.Id}" value="{option.Id}"{Markup.Flag("checked", field.Value.Contains(option.Id, StringComparer.Ordinal))}{described}> <span>{option.Label}</span></label>"""
        );

    private static Markup Required(Field field) => Markup.Flag("required", field.IsRequired);
}
