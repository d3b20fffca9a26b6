using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Crm;
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
    public static Task<(T? Body, ProblemHttpResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class => ReadAsync(request, Parse<T>, ct);

    /// <summary>The body as it is written, for what names every fault of it and not only the first.</summary>
    public static Task<(JsonDocument? Body, ProblemHttpResult? Problem)> ReadObjectAsync(HttpRequest request, CancellationToken ct) =>
        ReadAsync(request, ParseObject, ct);

    private static async Task<(T? Body, ProblemHttpResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        Func<byte[], (T?, ProblemHttpResult?)> parse,
        CancellationToken ct
    )
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
            return bytes is null ? (null, TooLarge()) : parse(bytes);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == 413)
        {
            return (null, TooLarge());
        }
    }

    /// <summary>Names all that is wrong; the first of it as everywhere.</summary>
    public static ProblemHttpResult Invalid(
        IReadOnlyList<JsonFieldFault> faults,
        int status = 400,
        string title = "The body cannot be used"
    )
    {
        var problem = Problems.Details(status, title, faults[0].Reason, faults[0].Remedy, faults[0].Pointer);
        problem.Extensions["faults"] = faults;
        return TypedResults.Problem(problem);
    }

    public static ProblemHttpResult Invalid(string pointer, string reason, string remedy = Remedy) =>
        Problems.Of(400, "The body cannot be used", reason, remedy, pointer);

    private static (JsonDocument?, ProblemHttpResult?) ParseObject(byte[] bytes)
    {
        if (JsonFault.Find(bytes) is { } fault)
            return (null, Invalid(fault.Pointer, fault.Reason, fault.Remedy));

        var document = JsonDocument.Parse(bytes, new() { MaxDepth = JsonFault.MaxDepth });
        return document.RootElement.ValueKind is JsonValueKind.Object ? (document, null) : (null, Invalid("", "The body is no object."));
    }

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
