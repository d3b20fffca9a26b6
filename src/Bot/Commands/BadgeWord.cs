using Gamification.Badges;

namespace Bot.Commands;

/// <summary>Finds the badge that is meant by its id or its name, however it is written.</summary>
internal static class BadgeWord
{
    private const int LongestGuess = 60;

    /// <summary>Null when no badge is called so.</summary>
    public static Badge? Find(IEnumerable<Badge> badges, string words)
    {
        var key = Key(words);
        return key.Length == 0 ? null : badges.FirstOrDefault(badge => Key(badge.Id) == key || Key(badge.Name) == key);
    }

    /// <summary>Badges whose name begins so, holds it, or differs in at most a third of its letters; the nearest first.</summary>
    public static IReadOnlyList<Badge> Near(IEnumerable<Badge> badges, string words)
    {
        var key = Key(words);
        return key.Length is < 3 or > LongestGuess
            ? []
            :
            [
                .. badges
                    .Select(badge => (Badge: badge, Distance: Distance(Key(badge.Name), key)))
                    .Where(near => near.Distance * 3 <= Key(near.Badge.Name).Length)
                    .OrderBy(near => near.Distance)
                    .Take(3)
                    .Select(near => near.Badge),
            ];
    }

    private static int Distance(string name, string key) =>
        name.Length > LongestGuess ? LongestGuess
        : name.Contains(key, StringComparison.Ordinal) ? 1
        : EditDistance.Between(name, key);

    /// <summary>Letters and digits only: <c>First Sale</c>, <c>first-sale</c> and <c>firstsale</c> are one.</summary>
    private static string Key(string words) => string.Concat(words.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
