using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace Bot.Api;

/// <summary>What ids, names and instants of the API may look like.</summary>
internal static class ApiText
{
    /// <summary>Ids stand in keys and addresses: letters, digits, <c>- _ .</c> and <c>@</c>, at most 100.</summary>
    public static ProblemHttpResult? ProblemWithId(string id) =>
        id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@')
            ? null
            : Problems.Of(400, "The id cannot be used", "An id has 1 to 100 letters, digits, or - _ . @", "Choose another id.");

    public static ProblemHttpResult? ProblemWithName(string? name, string pointer) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= 200 && !name.Any(char.IsControl)
            ? null
            : JsonBody.Invalid(pointer, "A name has 1 to 200 visible characters.", "Send a name.");

    /// <summary>An optional instant such as <c>2026-11-02T08:00:00Z</c>; null where there is none. False for what is no instant.</summary>
    public static bool TryInstant(string? text, out Instant? instant)
    {
        instant = null;
        if (text is null)
            return true;

        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text);
        instant = parsed.Success ? parsed.Value.ToInstant() : null;
        return parsed.Success;
    }
}
