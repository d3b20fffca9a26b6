namespace Bot.Tests.Architecture;

/// <summary>Files of the checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Gamification.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
