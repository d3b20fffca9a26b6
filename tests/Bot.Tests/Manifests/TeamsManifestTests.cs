using System.Text.Json.Nodes;
using Bot.Commands;
using Bot.Tests.Architecture;
using Bot.Tests.Hosting;

namespace Bot.Tests.Manifests;

/// <summary>The Teams app says of itself what the code does, within the limits of Teams.</summary>
public sealed class TeamsManifestTests
{
    private static readonly JsonNode Manifest = JsonNode.Parse(Repository.Read("manifests/teams/manifest.json"))!;
    private static readonly JsonNode Bot = Manifest["bots"]!.AsArray().Single()!;
    private static readonly JsonArray Lists = Bot["commandLists"]!.AsArray();

    public static TheoryData<string, int> Limits =>
        new()
        {
            { "developer.name", 32 },
            { "name.short", 30 },
            { "name.full", 100 },
            { "description.short", 80 },
            { "description.full", 4000 },
        };

    [Theory]
    [MemberData(nameof(Limits))]
    public void It_keeps_the_limits_of_Teams(string path, int most) =>
        Assert.InRange(path.Split('.').Aggregate(Manifest, (node, name) => node[name]!).GetValue<string>().Length, 1, most);

    [Fact]
    public void Each_scope_of_the_bot_has_one_list_of_at_most_ten_commands()
    {
        Assert.Equal(
            Bot["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()),
            Lists.Select(list => list!["scopes"]!.AsArray().Single()!.GetValue<string>())
        );
        Assert.All(Lists, list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 10));
        Assert.All(
            Offered(),
            command =>
            {
                Assert.InRange(command.Title.Length, 1, 32);
                Assert.InRange(command.Description.Length, 1, 128);
            }
        );
    }

    [Fact]
    public async Task Each_command_is_described_as_the_help_describes_it_and_Medalists_own_words_are_among_its_words()
    {
        await using var host = await RunningHost.StartAsync();
        var commands = host.Service<IEnumerable<ICommand>>().ToDictionary(command => command.Name);

        Assert.All(
            Offered(),
            offered =>
            {
                if (offered.Title.Split(' ') is [CommandLine.Root, var word])
                    Assert.Contains(word, commands[CommandLine.Root].Usage.Trim('[', ']').Split('·', StringSplitOptions.TrimEntries));
                else
                    Assert.Equal($"{commands[offered.Title].Help}", offered.Description);
            }
        );
    }

    [Fact]
    public void It_asks_for_no_permission_and_for_no_domain()
    {
        Assert.Empty(Manifest["validDomains"]!.AsArray());
        Assert.Null(Manifest["webApplicationInfo"]);
        Assert.Null(Manifest["authorization"]);
        Assert.Null(Manifest["permissions"]);
    }

    [Fact]
    public void Its_icons_have_the_sizes_of_Teams_and_the_outline_is_see_through()
    {
        var color = PngHeader.Of("manifests/teams/color.png");
        var outline = PngHeader.Of("manifests/teams/outline.png");

        Assert.Equal((192, 192), (color.Width, color.Height));
        Assert.Equal((32, 32, true), (outline.Width, outline.Height, outline.HasClearCorner));
    }

    private static IEnumerable<(string Title, string Description)> Offered() =>
        Lists
            .SelectMany(list => list!["commands"]!.AsArray())
            .Select(command => (command!["title"]!.GetValue<string>(), command["description"]!.GetValue<string>()));
}
