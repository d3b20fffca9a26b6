using System.Reflection;

namespace Bot.Tests.Architecture;

/// <summary>Which way the arrows point: Gamification ← Storage ← Bot, and nothing back.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Rules = typeof(Gamification.Engine).Assembly;
    private static readonly Assembly Store = typeof(Storage.PlayStore).Assembly;

    [Fact]
    public void The_rules_know_the_base_library_and_NodaTime_only() =>
        Assert.All(Referenced(Rules), name => Assert.True(name is "NodaTime" || name.StartsWith("System", StringComparison.Ordinal), name));

    [Fact]
    public void The_rules_do_no_io_and_no_json() =>
        Assert.DoesNotContain(Referenced(Rules), name => name is "System.Text.Json" or "System.Net.Http" or "System.IO.FileSystem");

    [Fact]
    public void Storage_knows_the_rules_and_not_the_host()
    {
        Assert.Contains("Gamification", Referenced(Store));
        Assert.DoesNotContain("Bot", Referenced(Store));
        Assert.DoesNotContain(Referenced(Store), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Namespaces_are_folders_of_their_project() =>
        Assert.All(
            new[] { Rules, Store }.SelectMany(assembly => assembly.GetExportedTypes()),
            type => Assert.StartsWith(type.Assembly.GetName().Name!, type.Namespace!, StringComparison.Ordinal)
        );

    private static List<string> Referenced(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];
}
