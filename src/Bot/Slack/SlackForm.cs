using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Bot.Slack;

/// <summary>The fields of a form, read from the same bytes the signature was checked over.</summary>
internal sealed class SlackForm
{
    private readonly Dictionary<string, StringValues> fields;

    private SlackForm(Dictionary<string, StringValues> fields) => this.fields = fields;

    /// <summary>The field's only value; null when it is absent, empty or given twice.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name) is [{ Length: > 0 } value] ? value : null;

    /// <summary>Null when the form has more or longer fields than any form of Slack.</summary>
    public static SlackForm? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return new(new FormReader(Encoding.UTF8.GetString(body)).ReadForm());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
