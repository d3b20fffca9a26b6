namespace Bot.Commands;

/// <summary>A person named in a command by an at-sign and a name, as one types it where the platform makes no mention of it: <c>@ana alvarez</c>.</summary>
/// <param name="Readings">How it may be meant, the longest name first, each with what is left of the line.</param>
public sealed record TypedName(IReadOnlyList<(string Who, string Others)> Readings)
{
    private const int LongestName = 3;

    /// <summary>The shortest reading: one word.</summary>
    public (string Who, string Others) Shortest => Readings[^1];

    /// <summary>Null where nobody is named so.</summary>
    public static TypedName? In(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word is ['@', _, ..]);
        if (at < 0)
            return null;

        var longest = Math.Min(LongestName, words.Length - at);
        return new([
            .. Enumerable
                .Range(0, longest)
                .Select(shorter => longest - shorter)
                .Select(length =>
                    (string.Join(' ', words[at..(at + length)]), string.Join(' ', [.. words[..at], .. words[(at + length)..]]))
                ),
        ]);
    }
}
