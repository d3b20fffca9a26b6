using System.Text.Json.Nodes;

namespace Bot.Manifests;

/// <summary>What Slack's <em>From a manifest</em> takes, for one company's host.</summary>
internal static class SlackManifest
{
    private const string File = "slack/manifest.json";

    public static JsonObject Over(HttpsAddress host)
    {
        var manifest = ManifestFile.Json(File);
        foreach (var (place, property) in Addresses(manifest))
            place[property] = host.InPlaceOf(ManifestFile.Example, place[property]!.GetValue<string>());
        return manifest;
    }

    /// <summary>The same app where the host calls Slack: no address of it stands anywhere.</summary>
    public static JsonObject OverSockets()
    {
        var manifest = ManifestFile.Json(File);
        foreach (var (place, property) in Addresses(manifest))
            place.Remove(property);
        manifest["settings"]!["socket_mode_enabled"] = true;
        return manifest;
    }

    private static List<(JsonObject Place, string Property)> Addresses(JsonObject manifest) =>
        [
            .. manifest["features"]!["slash_commands"]!.AsArray().Select(command => (command!.AsObject(), "url")),
            (manifest["settings"]!["event_subscriptions"]!.AsObject(), "request_url"),
            (manifest["settings"]!["interactivity"]!.AsObject(), "request_url"),
        ];
}
