using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Bot.Cards;

/// <summary>The badge pictures built into the program, served to everybody under <c>/art/</c>: chat clients fetch them without a sign-in.</summary>
internal static class BadgePictures
{
    private const string Prefix = "Badges.";
    private const string ContentType = "image/png";

    private static readonly FrozenDictionary<string, Picture> All = typeof(BadgePictures)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Load, StringComparer.Ordinal);

    /// <summary>File names: <c>first-sale.png</c>, <c>first-sale-locked.png</c>.</summary>
    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The address with the content's hash, so that it may be cached for ever.</summary>
    public static string Path(string name) => $"/art/{name}?v={All[name].Version}";

    /// <summary>A name is looked up among the pictures, never on a disk.</summary>
    public static IResult Serve(string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out var picture))
            return Results.NotFound();

        var isCurrent = context.Request.Query["v"] == picture.Version;
        context.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(picture.Content, ContentType, entityTag: new($"\"{picture.Version}\""));
    }

    private static Picture Load(string resource)
    {
        using var stream = typeof(BadgePictures).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        return new(content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private sealed record Picture(byte[] Content, string Version);
}
