using System.Collections.Frozen;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Commands;

/// <summary>Finds the goals that are meant by an id, a type, a period, or all of them, however they are called.</summary>
internal static class GoalWord
{
    private static readonly FrozenDictionary<string, Metric> Metrics = Words(
        (Metric.Quotes, "quotes quote offers offer proposals proposal"),
        (Metric.Revenue, "revenue money sales turnover deals deal amount"),
        (Metric.ResponseTime, "response responsetime response-time reply replies answer answers median speed time"),
        (Metric.ActiveDays, "active days day activedays active-days activity attendance")
    );

    private static readonly FrozenDictionary<string, PeriodKind> Periods = Words(
        (PeriodKind.Week, "week weekly weeks"),
        (PeriodKind.Month, "month monthly months"),
        (PeriodKind.Quarter, "quarter quarterly quarters")
    );

    /// <summary>Every goal that all the words fit; none when a word names nothing.</summary>
    public static IReadOnlyList<GoalStanding> Find(IReadOnlyList<GoalStanding> goals, IReadOnlyList<string> words) =>
        [.. goals.Where(goal => words.All(word => Fits(goal.Goal, word)))];

    /// <summary>The type that the words name first; null when they name none.</summary>
    public static GoalType? TypeOf(IReadOnlyList<string> words) =>
        words.Where(Metrics.ContainsKey).Select(word => GoalType.Of(Metrics[word])).FirstOrDefault();

    /// <param name="word">In lower case.</param>
    public static bool Fits(Goal goal, string word) =>
        goal.Id.Value == word
        || (Metrics.TryGetValue(word, out var metric) && goal.Metric == metric)
        || (Periods.TryGetValue(word, out var kind) && goal.Kind == kind);

    private static FrozenDictionary<string, T> Words<T>(params (T Meaning, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Meaning)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
