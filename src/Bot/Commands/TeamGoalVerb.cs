using System.Collections.Frozen;

namespace Bot.Commands;

/// <summary>What managers do with goals for others, in the words people use for it.</summary>
internal static class TeamGoalVerb
{
    public const string New = "new";
    public const string Edit = "edit";
    public const string Close = "close";
    public const string Show = "show";
    public const string Grants = "grants";
    public const string Prizes = "prizes";
    public const string Posts = "posts";
    public const string Again = "again";
    public const string Replay = "replay";

    private static readonly FrozenDictionary<string, string> ByWord = new (string Verb, string Words)[]
    {
        (New, "new add create make"),
        (Edit, "edit change adjust"),
        (Close, "close archive delete remove stop end"),
        (Show, "show open details"),
        (Grants, "grants grant granted given"),
        (Prizes, "prizes prize handout hand-out handouts hand-outs"),
        (Posts, "posts post posted told announcements"),
        (Again, "again republish repost announce"),
        (Replay, "replay recount recompute"),
    }
        .SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Verb)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Noise = "the a an goal goals please for of with list all me publish to out"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first word where it is a verb, null for a mere look; and all words that say which goal.</summary>
    public static (string? Verb, IReadOnlyList<string> Words) Of(IReadOnlyList<string> words)
    {
        var at = words.ToList().FindIndex(word => ByWord.ContainsKey(word));
        return at < 0
            ? (null, [.. words.Where(word => !Noise.Contains(word))])
            : (ByWord[words[at]], [.. words.Where((word, i) => i != at && !Noise.Contains(word))]);
    }
}
