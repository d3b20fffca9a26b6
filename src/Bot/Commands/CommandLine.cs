namespace Bot.Commands;

/// <summary>A person's words as a command and its arguments, all in lower case.</summary>
/// <param name="Name">Empty when nothing was typed.</param>
public sealed record CommandLine(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>The command that takes every other one, where short names belong to another app.</summary>
    public const string Root = "medalist";

    /// <summary>With or without the slash; <c>/medalist leaderboard month</c> is <c>leaderboard month</c>.</summary>
    public static CommandLine Parse(string line, IReadOnlySet<string> names)
    {
        var words = line.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = words.Length == 0 ? "" : words[0].TrimStart('/');
        if (first.Length == 0)
            return words.Length <= 1 ? new("", []) : Parse(string.Join(' ', words[1..]), names);

        return first == Root && words.Length > 1 && words[1].TrimStart('/') is var second && second != Root && names.Contains(second)
            ? new(second, words[2..])
            : new(first, words[1..]);
    }
}
