using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Tests.Hosting;

namespace Bot.Tests.Architecture;

/// <summary>The commands of the code, of both manifests and of the README are one set.</summary>
public sealed partial class CommandSetTests : IAsyncLifetime
{
    private RunningHost host = null!;

    private IEnumerable<string> Commands => host.Service<CommandTable>().Names.Order(StringComparer.Ordinal);

    public async Task InitializeAsync() => host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public void The_Slack_manifest_offers_every_command_and_no_other()
    {
        var manifest = JsonDocument.Parse(Repository.Read("manifests/slack/manifest.json"));
        var offered = manifest.RootElement.GetProperty("features").GetProperty("slash_commands").EnumerateArray();

        Assert.Equal(
            Commands,
            offered.Select(command => command.GetProperty("command").GetString()!.TrimStart('/')).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_Teams_manifest_offers_every_command_and_no_other()
    {
        var manifest = JsonDocument.Parse(Repository.Read("manifests/teams/manifest.json"));
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray();

        Assert.All(
            lists,
            list =>
                Assert.Equal(
                    Commands,
                    list.GetProperty("commands")
                        .EnumerateArray()
                        .Select(command => command.GetProperty("title").GetString()!.Split(' ')[0])
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                )
        );
    }

    [Fact]
    public void The_README_lists_every_command_and_no_other() =>
        Assert.Equal(
            Commands,
            CommandRow()
                .Matches(Repository.Read("README.md"))
                .Select(row => row.Groups["command"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    /// <summary>A card of Teams is as wide as 45 letters and cuts a longer word.</summary>
    [Fact]
    public void What_a_command_takes_breaks_into_lines_on_a_phone() =>
        Assert.All(
            host.Service<IEnumerable<ICommand>>().SelectMany(command => command.Usage.Split(' ')),
            word => Assert.InRange(word.Length, 0, 20)
        );

    [GeneratedRegex(@"^\| `/(?<command>[a-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandRow();
}
