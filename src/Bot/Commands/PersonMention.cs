using System.Text.RegularExpressions;

namespace Bot.Commands;

/// <summary>
/// A person named in a command by the platform's own mention, <c>&lt;@U012AB3CD&gt;</c> or <c>&lt;@U012AB3CD|ana&gt;</c> as Slack writes it and as
/// a mention in Teams is rewritten, or by an id of ours, <c>person:ana</c>, as buttons do.
/// </summary>
public sealed partial record PersonMention(string? User, string? Person)
{
    /// <summary>The first mention of a line, and the line without it; null when there is none.</summary>
    public static (PersonMention Who, string Words)? In(string line)
    {
        if (Pattern().Match(line) is not { Success: true } match)
            return null;

        var (user, person) = (match.Groups["user"], match.Groups["person"]);
        var rest = string.Concat(line.AsSpan(0, match.Index), " ", line.AsSpan(match.Index + match.Length));
        return (new(user.Success ? user.Value : null, person.Success ? person.Value : null), rest.Trim());
    }

    [GeneratedRegex(
        @"<@(?<user>[a-z0-9:_.-]{1,100})(\|[^>]{0,200})?>|(?<![^\s])person:(?<person>[a-z0-9_.@-]{1,100})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Pattern();
}
