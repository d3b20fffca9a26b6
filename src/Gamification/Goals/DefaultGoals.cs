using Gamification.Time;

namespace Gamification.Goals;

/// <summary>What everybody starts with at the first visit: 10 quotes, a median reply within 30 minutes and 4 active days a week.</summary>
public static class DefaultGoals
{
    public static readonly IReadOnlyList<GoalTerms> All =
    [
        new(Metric.Quotes, PeriodKind.Week, 10),
        new(Metric.ResponseTime, PeriodKind.Week, 30 * 60),
        new(Metric.ActiveDays, PeriodKind.Week, 4),
    ];

    /// <summary>Those of which a person has no goal of the same type and kind of period any more.</summary>
    public static IReadOnlyList<GoalTerms> MissingIn(IReadOnlyCollection<Goal> goals) =>
        [.. All.Where(terms => !goals.Any(goal => goal is { Archived: null } && (goal.Metric, goal.Kind) == (terms.Metric, terms.Period)))];
}
