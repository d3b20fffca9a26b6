using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Manifests;

/// <summary>What the Teams admin center takes: a zip with the manifest and its two icons.</summary>
/// <param name="AppId">Of the bot's registration; the app has the same.</param>
/// <param name="Company">Who offers the app, as Teams shows it; null leaves the example's.</param>
/// <param name="Version">Teams takes an update only with a higher one; null leaves the first.</param>
internal sealed record TeamsPackage(Guid AppId, HttpsAddress Host, string? Company = null, Version? Version = null)
{
    private const string Folder = "teams/";
    private static readonly string[] Icons = ["color.png", "outline.png"];

    public JsonObject Manifest()
    {
        var manifest = ManifestFile.Json(Folder + "manifest.json");
        manifest["id"] = AppId.ToString("D");
        manifest["bots"]![0]!["botId"] = AppId.ToString("D");
        if (Version is not null)
            manifest["version"] = Version.ToString(3);
        var developer = manifest["developer"]!.AsObject();
        if (Company is not null)
            developer["name"] = Company;
        foreach (var address in (string[])["websiteUrl", "privacyUrl", "termsOfUseUrl"])
            developer[address] = Host.InPlaceOf(ManifestFile.Example, developer[address]!.GetValue<string>());
        return manifest;
    }

    public byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", Encoding.UTF8.GetBytes(ManifestFile.Text(Manifest())));
            foreach (var icon in Icons)
                Add(zip, icon, ManifestFile.Bytes(Folder + icon));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
