using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Web;

namespace Bot.Tests.Forms;

/// <summary>A form as text, as each surface draws it.</summary>
internal static class FormRenderers
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly IReadOnlyDictionary<string, Func<Form, IReadOnlyList<FieldError>, string>> All = new Dictionary<
        string,
        Func<Form, IReadOnlyList<FieldError>, string>
    >
    {
        ["slack"] = (form, errors) => SlackModal.Render(form, "{}", errors.Count > 0 ? errors[0].Message : null).ToJsonString(Readable),
        ["teams"] = (form, errors) => AdaptiveForm.Render(form, errors, "1234").ToJsonString(Readable),
        ["html"] = (form, errors) => FormHtml.Render(form, errors, "form-1", Markup.None).Html,
    };
}
