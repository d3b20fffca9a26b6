using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Manifests;

/// <summary>A file of the folder <c>manifests</c>, carried in the program.</summary>
internal static class ManifestFile
{
    /// <summary>Where the committed manifests say the host is.</summary>
    public const string Example = "https://medalist.example.com";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="name"><c>slack/manifest.json</c>.</param>
    public static byte[] Bytes(string name)
    {
        using var stream =
            typeof(ManifestFile).Assembly.GetManifestResourceStream($"Manifests.{name}")
            ?? throw new InvalidOperationException($"{name} is not built into the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static JsonObject Json(string name) => JsonNode.Parse(Bytes(name))!.AsObject();

    public static string Text(JsonObject manifest) => manifest.ToJsonString(Readable);
}
