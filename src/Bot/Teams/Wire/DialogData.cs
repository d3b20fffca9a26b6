using System.Text.Json;
using Bot.Forms;
using Bot.Forms.Rendering;

namespace Bot.Teams.Wire;

/// <summary>What <c>task/fetch</c> and <c>task/submit</c> carry: <c>{"data": {"form": "person ana", "origin": …, "f-name": …}}</c>.</summary>
/// <param name="Origin">The message the form was opened from; the client's word, empty for none.</param>
internal sealed record DialogData(FormLine Line, FormValues Values, string Origin)
{
    private const int LongestId = 200;

    /// <summary>Null when it is none of our forms.</summary>
    public static DialogData? Of(JsonElement? value)
    {
        if (
            value is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
        )
            return null;

        var members = data.EnumerateObject().ToList();
        return TextOf(members, AdaptiveForm.FormData) is { Length: > 0 } line
            ? new(
                FormLine.Parse(line),
                new(
                    members
                        .Where(member => member.Name.StartsWith(AdaptiveForm.InputPrefix, StringComparison.Ordinal))
                        .ToDictionary(
                            member => member.Name[AdaptiveForm.InputPrefix.Length..],
                            member => (IReadOnlyList<string>)(Text(member.Value) is { } text ? [text] : []),
                            StringComparer.Ordinal
                        )
                ),
                TextOf(members, AdaptiveForm.OriginData) is { Length: <= LongestId } origin ? origin : ""
            )
            : null;
    }

    private static string? TextOf(List<JsonProperty> members, string name) =>
        members.Where(member => member.NameEquals(name)).Select(member => Text(member.Value)).LastOrDefault();

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.Number => element.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: valid JSON, but no text
        }
    }
}
