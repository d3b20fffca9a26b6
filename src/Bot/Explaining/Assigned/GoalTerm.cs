using Bot.Commands;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Period = Gamification.Time.Period;

namespace Bot.Explaining.Assigned;

/// <summary>The words that name a manager's goal: its id, words of its name, its metric or kind of period, and a tier or a period of it.</summary>
internal static class GoalTerm
{
    private static readonly string[] Noise = ["tier", "level", "goal", "in", "for"];

    /// <summary>Null where a word fits nothing of the goal. No words fit every goal.</summary>
    public static AskedGoal? Match(AskedGoal goal, IReadOnlyList<string> words)
    {
        var left = words.Where(word => !Noise.Contains(word, StringComparer.OrdinalIgnoreCase)).ToList();
        var period = left.Select(word => PeriodOf(goal.Goal, word)).FirstOrDefault(key => key is not null);
        left.RemoveAll(word => PeriodOf(goal.Goal, word) is not null);
        var found = goal with { Period = period };
        if (left.TrueForAll(word => Names(goal, word)))
            return found;

        foreach (var tier in goal.Plan.Tiers.OrderByDescending(tier => tier.Label?.Length ?? 0))
            if (left.Exists(word => IsTier(tier, word)) && left.TrueForAll(word => Names(goal, word) || IsTier(tier, word)))
                return found with { Tier = tier.Kind };

        return TierOf(left) is { } absent && left.TrueForAll(word => Names(goal, word) || Same(word, absent.ToString()))
            ? found with
            {
                Tier = absent,
            }
            : null;
    }

    /// <summary>Whether the words are its id, or its whole name.</summary>
    public static bool IsExactly(Goal goal, IReadOnlyList<string> words) =>
        words.Count > 0
        && (Same(words[0], goal.Id.Value) || Same(string.Join(' ', words), string.Join(' ', Split(PlanTerms.Of(goal).Plan.Name))));

    public static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool Names(AskedGoal goal, string word) =>
        Same(goal.Goal.Id.Value, word)
        || Split(goal.Plan.Name).Any(part => Same(part.Trim('“', '”', '"', ',', '.', '!', '?'), word.Trim('“', '”', '"')))
        || GoalWord.Fits(goal.Goal, word.ToLowerInvariant());

    private static bool IsTier(Tier tier, string word) =>
        Same(tier.Kind.ToString(), word) || (tier.Label is { } label && Split(label).Any(part => Same(part, word)));

    private static TierKind? TierOf(IEnumerable<string> words) =>
        words
            .Select(word =>
                (TierKind?)(Enum.TryParse<TierKind>(word, ignoreCase: true, out var kind) && char.IsLetter(word[0]) ? kind : null)
            )
            .FirstOrDefault(kind => kind is not null);

    /// <summary>The key of a period of the goal's kind, whatever the case of its letters; null where the word is none.</summary>
    public static PeriodKey? PeriodOf(Goal goal, string word)
    {
        var key = new PeriodKey(
            word.StartsWith("c:", StringComparison.OrdinalIgnoreCase) ? word.ToLowerInvariant() : word.ToUpperInvariant()
        );
        return Period.Parse(key) is { First: not null } period && period.Kind == goal.Kind ? key : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
