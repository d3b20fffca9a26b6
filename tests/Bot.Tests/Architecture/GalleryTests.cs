using System.Reflection;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Gamification.Announcements;

namespace Bot.Tests.Architecture;

/// <summary>Whatever a person can ask for, fill in or be told has a scene in docs/gallery, and that a picture on each surface.</summary>
public sealed class GalleryTests : IAsyncLifetime
{
    private const string Folder = "docs/gallery/pictures";

    private static readonly string[] Surfaces = ["slack", "teams", "page"];

    /// <summary>Slack alone has such a tab, and the page shows each post by itself.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> NotEverywhere = new Dictionary<string, string[]>
    {
        ["home"] = ["slack"],
        ["digest"] = ["slack", "teams"],
    };

    private static readonly string Table = Repository.Read("docs/gallery/README.md");

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public void Every_command_and_every_word_of_medalist_has_a_scene()
    {
        var root = host.Service<IEnumerable<ICommand>>().Single(command => command.Name == CommandLine.Root);
        var words = root.Usage.Trim('[', ']').Split(" · ").Select(word => $"/{root.Name} {word}");

        Assert.Equal<string?>(
            [],
            host.Service<CommandTable>()
                .Names.Select(name => $"/{name}")
                .Concat(words)
                .Where(line => !GalleryScenes.Lines.Any(Begins(line)))
        );
    }

    [Fact]
    public void Every_form_has_a_scene() => Assert.Equal<string?>([], host.Service<FormTable>().Ids.Except(GalleryScenes.Forms));

    [Fact]
    public void Every_kind_of_announcement_has_a_scene() => Assert.Equal<string?>([], Kinds().Except(GalleryScenes.Kinds));

    /// <summary>A kind that is planned somewhere else would have no scene, and nobody would miss it.</summary>
    [Fact]
    public void Every_kind_that_the_game_announces_is_in_the_list_of_kinds() =>
        Assert.Equal<string?>(
            [],
            typeof(AnnouncementKinds)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(AnnouncementKinds).Namespace)
                .SelectMany(Texts)
                .Where(text => text.Count(letter => letter == '.') == 1 && !text.EndsWith('.'))
                .Except(Kinds())
        );

    [Fact]
    public void Every_scene_has_its_picture_on_each_surface_in_light_and_dark() =>
        Assert.Equal<string?>([], Expected().Where(picture => !File.Exists(Path.Combine(Repository.Root, Folder, picture))));

    [Fact]
    public void Every_picture_is_in_the_table() =>
        Assert.Equal<string?>([], Expected().Where(picture => !Table.Contains($"src=\"pictures/{picture}\"", StringComparison.Ordinal)));

    [Fact]
    public void No_picture_is_of_a_scene_that_is_gone() =>
        Assert.Equal<string?>(
            [],
            Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(Path.GetFileName).Except(Expected())
        );

    private static Func<string, bool> Begins(string line) =>
        scene => scene == line || scene.StartsWith($"{line} ", StringComparison.Ordinal);

    private static IEnumerable<string> Kinds() => Texts(typeof(AnnouncementKinds));

    private static IEnumerable<string> Texts(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Expected() =>
        GalleryScenes
            .Ids.Append("home")
            .SelectMany(id => NotEverywhere.GetValueOrDefault(id, Surfaces).Select(surface => $"{id}-{surface}"))
            .SelectMany(name => new[] { $"{name}-light.webp", $"{name}-dark.webp" });
}
