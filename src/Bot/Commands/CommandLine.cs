using Bot.Cards;

namespace Bot.Commands;

/// <summary>A person's words as a command and its arguments, all in lower case.</summary>
/// <param name="Name">Empty when nothing was typed.</param>
/// <param name="IsOutOfDashboard">Whether the answer takes the dashboard's place and leads back to it.</param>
public sealed record CommandLine(string Name, IReadOnlyList<string> Arguments, bool IsOutOfDashboard = false)
{
    /// <summary>The arguments as they were typed.</summary>
    public IReadOnlyList<string> Typed { get; init; } = Arguments;

    /// <summary>The command that takes every other one, where short names belong to another app.</summary>
    public const string Root = "medalist";

    /// <summary>
    /// With or without the slash; <c>/medalist leaderboard month</c> is <c>leaderboard month</c>, and <c>performance goals</c> is
    /// <c>goals</c> out of the dashboard.
    /// </summary>
    public static CommandLine Parse(string line, IReadOnlySet<string> names)
    {
        var words = line.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var typed = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var parsed = Parse(words, names);
        return parsed with { Typed = [.. typed.TakeLast(parsed.Arguments.Count)] };
    }

    private static CommandLine Parse(ReadOnlySpan<string> words, IReadOnlySet<string> names)
    {
        if (words.IsEmpty)
            return new("", []);

        var first = words[0].TrimStart('/');
        var rest = words[1..];
        if (first.Length == 0)
            return Parse(rest, names);

        return (first, IsCommandAfter(first, rest, names)) switch
        {
            (Root, true) => Parse(rest, names),
            (DashboardCard.Line, true) => Parse(rest, names) with { IsOutOfDashboard = true },
            _ => new(first, [.. rest]),
        };
    }

    private static bool IsCommandAfter(string first, ReadOnlySpan<string> rest, IReadOnlySet<string> names) =>
        !rest.IsEmpty && rest[0].TrimStart('/') is var second && second != first && names.Contains(second);
}
