using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Manifests;
using Bot.Tests.Architecture;
using Bot.Tests.Hosting;

namespace Bot.Tests.Manifests;

/// <summary>The Slack app says of itself what the code does, and asks for nothing more.</summary>
public sealed partial class SlackManifestTests
{
    private static readonly JsonNode Manifest = JsonNode.Parse(Repository.Read("manifests/slack/manifest.json"))!;
    private static readonly JsonArray Commands = Manifest["features"]!["slash_commands"]!.AsArray();

    /// <summary>All code that speaks with Slack.</summary>
    private static readonly string Code = string.Join(
        '\n',
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src/Bot/Slack"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
    );

    [Fact]
    public async Task Each_command_is_described_as_the_help_describes_it()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(
            host.Service<IEnumerable<ICommand>>()
                .OrderBy(command => command.Name)
                .Select(command => $"/{command.Name} {command.Usage}: {command.Help}"),
            Commands
                .OrderBy(command => Text(command, "command"))
                .Select(command => $"{Text(command, "command")} {Text(command, "usage_hint")}: {Text(command, "description")}")
        );
    }

    [Fact]
    public void It_asks_for_the_scopes_that_its_methods_events_and_commands_need_and_for_no_other() =>
        Assert.Equal(
            Methods()
                .SelectMany(method => SlackGrants.OfMethods[method])
                .Concat(Events().SelectMany(name => SlackGrants.OfEvents[name]))
                .Append("commands")
                .Distinct()
                .Order(StringComparer.Ordinal),
            Scopes().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void It_subscribes_to_the_events_that_the_code_handles_and_to_no_other() =>
        Assert.Equal(SlackGrants.OfEvents.Keys.Where(IsHandled).Order(StringComparer.Ordinal), Events().Order(StringComparer.Ordinal));

    [Fact]
    public void Why_each_scope_and_each_event_is_needed_stands_on_its_page()
    {
        Assert.Equal(Scopes().Order(StringComparer.Ordinal), Explained("## Why each scope"));
        Assert.Equal(Events().Order(StringComparer.Ordinal), Explained("## Why each event"));
    }

    [Fact]
    public void With_an_address_everything_of_Slack_arrives_there()
    {
        var filled = SlackManifest.Over(HttpsAddress.Parse("https://bot.acme.example/medalist/")!);

        Assert.Equal(
            ["/commands", "/events", "/interactions"],
            Address()
                .Matches(filled.ToJsonString())
                .Select(found => found.Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(address => address["https://bot.acme.example/medalist/slack".Length..])
        );
        Assert.False(filled["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public void With_Socket_Mode_it_is_the_same_app_without_any_address()
    {
        var filled = SlackManifest.OverSockets();

        Assert.Empty(Address().Matches(filled.ToJsonString()));
        Assert.True(filled["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        Assert.Equal(Manifest["oauth_config"]!.ToJsonString(), filled["oauth_config"]!.ToJsonString());
        Assert.Equal(
            Events(),
            filled["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(name => name!.GetValue<string>())
        );
    }

    [Fact]
    public void It_keeps_the_limits_of_Slack()
    {
        Assert.InRange(Text(Manifest["display_information"], "name").Length, 1, 35);
        Assert.InRange(Text(Manifest["display_information"], "description").Length, 1, 140);
        Assert.InRange(Text(Manifest["features"]!["bot_user"], "display_name").Length, 1, 80);
        Assert.InRange(Commands.Count, 1, 50);
        Assert.InRange(Events().Count, 1, 100);
        Assert.All(
            Commands,
            command =>
            {
                Assert.Matches("^/[a-z-]{1,31}$", Text(command, "command"));
                Assert.InRange(Text(command, "description").Length, 1, 2000);
                Assert.InRange(Text(command, "usage_hint").Length, 0, 1000);
            }
        );
    }

    [Fact]
    public void Its_icon_is_large_enough_for_Slack()
    {
        var icon = PngHeader.Of("manifests/slack/icon.png");

        Assert.Equal(icon.Width, icon.Height);
        Assert.InRange(icon.Width, 512, 2000);
    }

    private static List<string> Methods() => [.. Method().Matches(Code).Select(found => found.Groups["name"].Value).Distinct()];

    private static List<string> Events() =>
        [.. Manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(name => name!.GetValue<string>())];

    private static IEnumerable<string> Scopes() =>
        Manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => scope!.GetValue<string>());

    /// <summary>The names in the first column of the table under a heading.</summary>
    private static IEnumerable<string> Explained(string heading) =>
        FirstCell()
            .Matches(Repository.Read("manifests/slack/README.md").Split(heading)[1].Split("\n## ")[0])
            .SelectMany(row => Quoted().Matches(row.Value))
            .Select(found => found.Groups["name"].Value)
            .Order(StringComparer.Ordinal);

    /// <summary>Of <c>message.im</c> the code knows <c>"message"</c> and <c>"im"</c>.</summary>
    private static bool IsHandled(string name) => name.Split('.').All(word => Code.Contains($"\"{word}\"", StringComparison.Ordinal));

    private static string Text(JsonNode? of, string property) => of![property]?.GetValue<string>() ?? "";

    [GeneratedRegex(
        @"""(?<name>(apps|auth|chat|conversations|files|oauth|team|users|views)(\.[a-zA-Z]+)+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Method();

    [GeneratedRegex(@"^\| `[^|]+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"https?://[^""]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
