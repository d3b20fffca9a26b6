using Microsoft.AspNetCore.Http.Features;

namespace Bot.Web;

/// <summary>A form of the page, read within limits.</summary>
internal sealed class PageForm(IFormCollection fields)
{
    private const int MaxBytes = 32 * 1024;

    /// <summary>The last value that says something: a button's comes after the command box's.</summary>
    public string Text(string name) => fields[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";

    /// <summary>Null when it is too large, or no form at all.</summary>
    public static async Task<PageForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        if (!request.HasFormContentType)
            return null;

        try
        {
            return new(await request.ReadFormAsync(new FormOptions { ValueCountLimit = 16, KeyLengthLimit = 64, BufferBodyLengthLimit = MaxBytes }, ct));
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }
}
