using System.Text.RegularExpressions;

namespace Bot.Tests.Architecture;

/// <summary>What <c>docs/gallery/scenes.mjs</c> draws, read as text.</summary>
internal static partial class GalleryScenes
{
    private static readonly string Text = Repository.Read("docs/gallery/scenes.mjs");

    public static IReadOnlyList<string> Ids { get; } = [.. Scene().Matches(Text).Select(scene => scene.Groups["id"].Value)];

    /// <summary>Lines that are typed.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Line().Matches(Text).Select(scene => scene.Groups["line"].Value)];

    public static IReadOnlySet<string> Forms { get; } = Form().Matches(Text).Select(scene => scene.Groups["form"].Value).ToHashSet();

    public static IReadOnlySet<string> Kinds { get; } = Kind().Matches(Text).Select(scene => scene.Groups["kind"].Value).ToHashSet();

    [GeneratedRegex(@"\bid: '(?<id>[a-z-]+)',\s+(line|form|title): '", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scene();

    [GeneratedRegex(@"\bline: '(?<line>/[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\bform: '(?<form>[a-z-]+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\bkind: '(?<kind>[a-z.]+)',\s+says: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}
