using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Api;

/// <summary>Reads a request body strictly: a wrong one is a 400 that names the member by JSON pointer, never an exception.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 256 * 1024;
    private const string Remedy = "Compare the body with /openapi/v1.json and send it again.";

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 64,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };

    /// <summary>The body, or the problem to answer; exactly one of them is null.</summary>
    public static async Task<(T? Body, ProblemHttpResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class
    {
        if (!request.HasJsonContentType())
            return (
                null,
                Problems.Of(415, "Not JSON", "The body's media type is not application/json.", "Send Content-Type: application/json.")
            );

        try
        {
            var bytes = await ReadBytesAsync(request, ct);
            return bytes is null ? (null, TooLarge()) : Parse<T>(bytes);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == 413)
        {
            return (null, TooLarge());
        }
    }

    public static ProblemHttpResult Invalid(string pointer, string reason, string remedy = Remedy) =>
        Problems.Of(400, "The body cannot be used", reason, remedy, pointer);

    private static (T?, ProblemHttpResult?) Parse<T>(byte[] bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) is { } body ? (body, null) : (null, Invalid("", "The body is null."));
        }
        catch (JsonException wrong)
        {
            return (null, Invalid(Pointer(wrong.Path), Reason(wrong)));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            // Some accepted JSON cannot become a .NET string or number: a lone surrogate, 1e999.
            return (null, Invalid("", "A text or number in the body cannot be represented."));
        }
    }

    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, ct)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private static ProblemHttpResult TooLarge() =>
        Problems.Of(413, "Too large", "The body is larger than 256 KB.", "Send less in one request.");

    /// <summary><c>$.memberships[1].from</c> → <c>/memberships/1/from</c>.</summary>
    private static string Pointer(string? path) =>
        path is null or "$"
            ? ""
            : path[1..]
                .Replace('[', '/')
                .Replace("]", "", StringComparison.Ordinal)
                .Replace('.', '/')
                .Replace("//", "/", StringComparison.Ordinal);

    private static string Reason(JsonException wrong)
    {
        var end = wrong.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? wrong.Message : wrong.Message[..end];
    }
}
