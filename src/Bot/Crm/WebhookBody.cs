using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Crm;

/// <summary>What came of reading a request's body.</summary>
internal abstract record WebhookBody
{
    private WebhookBody() { }

    /// <summary>The bytes the sender wrote and signed, with any content encoding undone.</summary>
    public sealed record Read(byte[] Bytes) : WebhookBody;

    public sealed record TooLarge : WebhookBody;

    public sealed record UnknownEncoding(string Name) : WebhookBody;

    /// <summary>Cut off on the way, or not what its content encoding says.</summary>
    public sealed record Broken : WebhookBody;

    /// <summary>Holds before and after decompression, so that a small body cannot become a large one.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Chunks have heads of their own, and compressed blocks may hold nothing: even those come to an end.</summary>
    private const int MaxOnTheWire = 4 * MaxBytes;

    public static async Task<WebhookBody> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBytes)
            return new TooLarge();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxOnTheWire;

        try
        {
            await using var decoded = Decode(request);
            return decoded is null
                ? new UnknownEncoding(request.Headers.ContentEncoding.ToString())
                : await ReadAsync(decoded, (int)(request.ContentLength ?? 0), ct);
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? new TooLarge() : new Broken();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return new Broken();
        }
    }

    private static Stream? Decode(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
        {
            "" or "identity" => request.Body,
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            "br" => new BrotliStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => null,
        };

    /// <param name="expected">The length on the wire; a plain body is then read into one buffer of just that size.</param>
    private static async Task<WebhookBody> ReadAsync(Stream stream, int expected, CancellationToken ct)
    {
        var buffer = new byte[Math.Max(expected, 256)];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), ct) is > 0 and var read)
        {
            length += read;
            if (length > MaxBytes)
                return new TooLarge();
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxBytes + 1));
        }
        return new Read(length == buffer.Length ? buffer : buffer[..length]);
    }
}
