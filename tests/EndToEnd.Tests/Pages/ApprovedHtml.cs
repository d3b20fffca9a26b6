namespace EndToEnd.Tests.Pages;

/// <summary>The approved HTML of every card and form, as the tests of the renderers keep it.</summary>
internal static class ApprovedHtml
{
    private const string Of = "_html";

    public static IReadOnlyList<string> Cards { get; } = [.. Read(content => !IsForm(content))];

    public static IReadOnlyList<string> Forms { get; } = [.. Read(IsForm)];

    private static bool IsForm(string content) => content.Contains("<form", StringComparison.Ordinal);

    private static IEnumerable<string> Read(Func<string, bool> isWanted) =>
        Directory
            .EnumerateFiles(Path.Combine(Root(AppContext.BaseDirectory), "tests/Bot.Tests"), "*.snap", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).Contains(Of, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(isWanted);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Gamification.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
