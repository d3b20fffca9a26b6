using Microsoft.AspNetCore.Http.Features;

namespace Bot.Web;

/// <summary>A form of the page, read within limits.</summary>
internal sealed class PageForm(IFormCollection fields)
{
    private const int MaxBytes = 32 * 1024;
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 16,
        KeyLengthLimit = 64,
        BufferBodyLengthLimit = MaxBytes,
    };

    /// <summary>The last value that says something: a button's comes after the command box's.</summary>
    public string Text(string name) => fields[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";

    /// <summary>The form, or the status that says why it is none: too large, or unreadable.</summary>
    public static async Task<(PageForm? Form, int Status)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        if (!request.HasFormContentType)
            return (null, StatusCodes.Status415UnsupportedMediaType);

        try
        {
            return (new(await request.ReadFormAsync(Limits, ct)), StatusCodes.Status200OK);
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
