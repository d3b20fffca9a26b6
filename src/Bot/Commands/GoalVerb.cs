using System.Collections.Frozen;

namespace Bot.Commands;

/// <summary>What can be done with goals, in the words people use for it.</summary>
internal static class GoalVerb
{
    public const string New = "new";
    public const string Edit = "edit";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Delete = "delete";
    public const string Undo = "undo";
    public const string Defaults = "defaults";

    private static readonly FrozenDictionary<string, string> ByWord = new (string Verb, string Words)[]
    {
        (New, "new add create make set"),
        (Edit, "edit change adjust"),
        (Pause, "pause stop hold suspend break"),
        (Resume, "resume continue unpause start go"),
        (Delete, "delete remove drop cancel"),
        (Undo, "undo undelete"),
        (Defaults, "defaults default restore reset"),
    }
        .SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Verb)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Noise = "my the a an goal goals please for of with show list all me to"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first verb wherever it stands, null for a mere look; and all words that say which goal.</summary>
    public static (string? Verb, IReadOnlyList<string> Words) Of(IReadOnlyList<string> words)
    {
        var verb = words.FirstOrDefault(ByWord.ContainsKey);
        return (verb is null ? null : ByWord[verb], [.. words.Where(word => !ByWord.ContainsKey(word) && !Noise.Contains(word))]);
    }
}
