using Bot.Cards;
using Bot.Texts;
using Gamification.Announcements;
using Gamification.People;

namespace Bot.Commands;

/// <summary>One thing a person decides for themselves.</summary>
public abstract record SettingsEdit
{
    private SettingsEdit() { }

    public sealed record Hints(bool On) : SettingsEdit;

    public sealed record Notices(NoticeKinds Kinds, bool On) : SettingsEdit;

    public sealed record Ranked(bool On) : SettingsEdit;

    /// <param name="Alias">Null takes it away.</param>
    public sealed record Named(string? Alias) : SettingsEdit;

    public sealed record Shown(Publicity Publicity) : SettingsEdit;

    /// <param name="Language">Null: as the chat says.</param>
    public sealed record Spoken(string? Language) : SettingsEdit;

    private static readonly string[] OnWords = ["on", "yes", "true", "1", "enable", "start"];
    private static readonly string[] OffWords = ["off", "no", "false", "0", "disable", "stop"];

    /// <summary>Null where the words are no setting.</summary>
    /// <param name="words">In any order, lower-case: <c>notices rewards off</c>.</param>
    /// <param name="typed">The same as they were typed, for an alias.</param>
    public static SettingsEdit? Parse(IReadOnlyList<string> words, IReadOnlyList<string> typed)
    {
        bool? on =
            words.Any(word => OnWords.Contains(word, StringComparer.Ordinal)) ? true
            : words.Any(word => OffWords.Contains(word, StringComparer.Ordinal)) ? false
            : null;
        return words switch
        {
            ["alias", var only] when only is "off" or "none" => new Named(null),
            ["alias", _, ..] => new Named(string.Join(' ', typed.Skip(1))),
            ["language" or "lang", "auto" or "default"] => new Spoken(null),
            ["language" or "lang", var name] when Language.Named(name) is { } language => new Spoken(language.Name),
            ["publicity" or "shown", var shown] when PublicityOf(shown) is { } publicity => new Shown(publicity),
            ["unranked", ..] when on is { } unranked => new Ranked(!unranked),
            ["ranked", ..] when on is { } ranked => new Ranked(ranked),
            ["notices" or "notice", ..] when on is { } wanted && KindsOf(words) is { } kinds => new Notices(kinds, wanted),
            _ when on is { } hints && words.Any(word => word is "hints" or "hint" or "near") => new Hints(hints),
            _ when on is { } wanted && KindsOf(words) is { } kinds and not NoticeKinds.None => new Notices(kinds, wanted),
            _ => null,
        };
    }

    private static Publicity? PublicityOf(string word) =>
        word switch
        {
            "named" or "name" => Publicity.Named,
            "alias" => Publicity.Alias,
            "none" or "hidden" => Publicity.None,
            _ => null,
        };

    /// <summary>All where none is named; null where a word is no kind.</summary>
    private static NoticeKinds? KindsOf(IReadOnlyList<string> words)
    {
        var named = words
            .Where(word => word is not ("notices" or "notice" or "all"))
            .Where(word => !OnWords.Contains(word, StringComparer.Ordinal) && !OffWords.Contains(word, StringComparer.Ordinal))
            .Select(word => NoticeKind.All.FirstOrDefault(kind => kind.ToString().ToLowerInvariant().TrimEnd('s') == word.TrimEnd('s')))
            .ToList();
        return named.Contains(NoticeKinds.None) ? null
            : named.Count == 0 ? NoticeKind.All.Aggregate((one, other) => one | other)
            : named.Aggregate((one, other) => one | other);
    }
}
