using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Bot.Web;

/// <summary>The page's own files, carried in the program so that it can be started from any folder.</summary>
internal static class Assets
{
    private static readonly FrozenDictionary<string, Asset> All = new[]
    {
        Load("page.css", "text/css; charset=utf-8"),
        Load("page.js", "text/javascript; charset=utf-8"),
        Load("mark.svg", "image/svg+xml"),
    }.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The address with the content's hash, so that it may be cached for ever.</summary>
    public static string Url(string name) => $"/page/{name}?v={All[name].Version}";

    public static IResult Serve(string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out var asset))
            return Results.NotFound();

        var isCurrent = context.Request.Query["v"] == asset.Version;
        context.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new($"\"{asset.Version}\""));
    }

    private static Asset Load(string name, string contentType)
    {
        using var stream =
            typeof(Assets).Assembly.GetManifestResourceStream($"Web.{name}")
            ?? throw new InvalidOperationException($"{name} is not built into the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        return new(name, contentType, content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private sealed record Asset(string Name, string ContentType, byte[] Content, string Version);
}
