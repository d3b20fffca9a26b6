using Microsoft.AspNetCore.Http.Features;

namespace Bot.Web;

/// <summary>A form of the page, read within limits.</summary>
internal sealed class PageForm(IFormCollection fields)
{
    private const int MaxBytes = 32 * 1024;

    /// <summary>Two long texts of letters that take nine bytes each on the way.</summary>
    private const int MaxBytesToFillIn = 128 * 1024;

    private const int MaxValues = 16;

    /// <summary>Two lists with everything chosen, and the other fields.</summary>
    private const int MaxValuesToFillIn = 256;

    /// <summary>The last value that says something: a button's comes after the command box's.</summary>
    public string Text(string name) => fields[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";

    /// <summary>The fields whose names start so, by the rest of their names, with line breaks as one character.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> After(string prefix) =>
        fields
            .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(
                field => field.Key[prefix.Length..],
                field =>
                    (IReadOnlyList<string>)
                        [.. field.Value.OfType<string>().Select(value => value.Replace("\r\n", "\n", StringComparison.Ordinal))],
                StringComparer.Ordinal
            );

    /// <summary>The form, or the status that says why it is none: too large, or unreadable.</summary>
    public static Task<(PageForm? Form, int Status)> ReadAsync(HttpRequest request, CancellationToken ct) =>
        ReadAsync(request, MaxBytes, MaxValues, ct);

    /// <summary>A form of <see cref="Bot.Forms"/>, which may be longer.</summary>
    public static Task<(PageForm? Form, int Status)> ReadFilledInAsync(HttpRequest request, CancellationToken ct) =>
        ReadAsync(request, MaxBytesToFillIn, MaxValuesToFillIn, ct);

    private static async Task<(PageForm? Form, int Status)> ReadAsync(
        HttpRequest request,
        int maxBytes,
        int maxValues,
        CancellationToken ct
    )
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;
        if (!request.HasFormContentType)
            return (null, StatusCodes.Status415UnsupportedMediaType);

        try
        {
            var limits = new FormOptions
            {
                ValueCountLimit = maxValues,
                KeyLengthLimit = 64,
                BufferBodyLengthLimit = maxBytes,
            };
            return (new(await request.ReadFormAsync(limits, ct)), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException bad)
        {
            return (null, bad.StatusCode);
        }
        catch (InvalidDataException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
