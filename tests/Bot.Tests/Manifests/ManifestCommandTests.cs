using System.IO.Compression;
using System.Text.Json.Nodes;
using Bot.Manifests;

namespace Bot.Tests.Manifests;

public sealed class ManifestCommandTests : IDisposable
{
    private const string AppId = "5f1c2d3e-1111-4222-8333-444455556666";

    private readonly string folder = Directory.CreateTempSubdirectory("medalist-manifest-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_manifest_of_Slack_is_printed_to_be_pasted()
    {
        var (code, said, _) = await RunAsync("slack", "--url", "https://bot.acme.example");

        Assert.Equal(0, code);
        Assert.Equal(
            "https://bot.acme.example/slack/events",
            JsonNode.Parse(said)!["settings"]!["event_subscriptions"]!["request_url"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task For_Socket_Mode_no_address_is_needed()
    {
        var (code, said, _) = await RunAsync("slack", "--socket");

        Assert.Equal(0, code);
        Assert.True(JsonNode.Parse(said)!["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_package_of_Teams_has_the_filled_in_manifest_and_both_icons()
    {
        var file = Path.Combine(folder, "acme.zip");

        var (code, said, _) = await RunAsync(
            "teams",
            "--app-id",
            AppId,
            "--url",
            "https://bot.acme.example/",
            "--company",
            "Acme, Inc.",
            "--app-version",
            "1.4.2",
            "--out",
            file
        );

        Assert.Equal((0, $"{file} is ready to be uploaded."), (code, said.Trim()));
        using var zip = ZipFile.OpenRead(file);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        var manifest = await JsonNode.ParseAsync(zip.Entries[0].Open());
        Assert.Equal(
            [AppId, AppId, "1.4.2", "Acme, Inc.", "https://bot.acme.example/privacy"],
            new[]
            {
                manifest!["id"],
                manifest["bots"]![0]!["botId"],
                manifest["version"],
                manifest["developer"]!["name"],
                manifest["developer"]!["privacyUrl"],
            }.Select(node => node!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("http://bot.acme.example")]
    [InlineData("https://localhost:3978")]
    [InlineData("https://127.0.0.1")]
    [InlineData("bot.acme.example")]
    [InlineData("https://user:secret@bot.acme.example")]
    [InlineData("https://bot.acme.example/?a=b")]
    [InlineData("https://bot.acme.example/#top")]
    [InlineData("ftp://bot.acme.example")]
    [InlineData(" ")]
    public async Task An_address_that_no_platform_would_take_is_refused_with_the_remedy(string url)
    {
        Assert.Contains("Write the public address", await RefusedAsync("slack", "--url", url), StringComparison.Ordinal);
        Assert.Contains("Write the public address", await RefusedAsync("teams", "--app-id", AppId, "--url", url), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--app-id", "medalist", "Copy it from the bot's registration")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "Copy it from the bot's registration")]
    [InlineData("--company", "A company with a name of 33 signs", "--company has 1 to 32 characters")]
    [InlineData("--company", " ", "--company has 1 to 32 characters")]
    [InlineData("--app-version", "1.2", "Write three numbers")]
    [InlineData("--app-version", "1.2.3.4", "Write three numbers")]
    [InlineData("--app-version", "one", "Write three numbers")]
    [InlineData("--out", "", "Name another file with --out")]
    public async Task What_is_wrong_is_named_with_the_remedy(string option, string value, string remedy)
    {
        string[] right = ["--app-id", AppId, "--url", "https://bot.acme.example", "--out", Path.Combine(folder, "x.zip")];
        string[] rest = [.. right.Chunk(2).Where(pair => pair[0] != option).SelectMany(pair => pair)];

        Assert.Contains(remedy, await RefusedAsync(["teams", .. rest, option, value]), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("slack", "--url is missing")]
    [InlineData("teams", "--app-id")]
    [InlineData("zoom", "zoom")]
    public async Task What_is_missing_or_unknown_is_named(string command, string named) =>
        Assert.Contains(named, await RefusedAsync(command), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_that_is_not_there_is_told() =>
        Assert.Contains(
            "The package cannot be written",
            await RefusedAsync(
                "teams",
                "--app-id",
                AppId,
                "--url",
                "https://bot.acme.example",
                "--out",
                Path.Combine(folder, "no", "x.zip")
            ),
            StringComparison.Ordinal
        );

    private static async Task<string> RefusedAsync(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);
        Assert.Equal(1, code);
        return error;
    }

    private static async Task<(int Code, string Said, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (await ManifestCommand.RunAsync(args, output, error), output.ToString(), error.ToString());
    }
}
