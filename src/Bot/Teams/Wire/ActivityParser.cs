using System.Text.Json;

namespace Bot.Teams.Wire;

internal abstract record ParsedActivity
{
    private ParsedActivity() { }

    public sealed record Valid(Activity Activity) : ParsedActivity;

    /// <param name="Pointer">The JSON pointer of what could not be read; empty for the whole body.</param>
    public sealed record Malformed(string Pointer, string Reason) : ParsedActivity;
}

/// <summary>Reads the bytes of an activity. Whatever they are, the answer is a value.</summary>
internal static class ActivityParser
{
    public static ParsedActivity Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(WithoutMark(body), TeamsJson.Default.Activity) is { } activity
                ? Checked(activity)
                : new ParsedActivity.Malformed("", "The body is null.");
        }
        catch (JsonException refused)
        {
            return new ParsedActivity.Malformed(Pointer(refused.Path), "The body is not a Bot Framework activity.");
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body;

    /// <summary>A required member may still be present as null or empty.</summary>
    private static ParsedActivity Checked(Activity activity) =>
        activity switch
        {
            { Type: null or "" } => Missing("/type"),
            { ServiceUrl: null or "" } => Missing("/serviceUrl"),
            { Conversation: null or { Id: null or "" } } => Missing("/conversation/id"),
            { From: null or { Id: null or "" } } => Missing("/from/id"),
            { Recipient: null or { Id: null or "" } } => Missing("/recipient/id"),
            _ => new ParsedActivity.Valid(activity),
        };

    private static ParsedActivity.Malformed Missing(string pointer) => new(pointer, "A value is required here.");

    private static string Pointer(string? path) =>
        path is null
            ? ""
            : path.TrimStart('$').Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
