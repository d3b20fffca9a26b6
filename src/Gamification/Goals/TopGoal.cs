using NodaTime;

namespace Gamification.Goals;

/// <summary>
/// SPEC 8: the highest attainment among what is active and unfinished; of equals the one that ends first, then the oldest. When all
/// are done, the latest completed.
/// </summary>
public static class TopGoal
{
    /// <summary>Null when nothing is active and nothing completed.</summary>
    public static GoalStanding? Of(IReadOnlyCollection<GoalStanding> goals) => Nearest(goals) ?? LatestCompleted(goals);

    private static GoalStanding? Nearest(IReadOnlyCollection<GoalStanding> goals) =>
        goals
            .Where(goal => goal.State is GoalState.Active)
            .OrderByDescending(goal => goal.Attainment ?? new Attainment(0, 1, LowerIsBetter: false))
            .ThenBy(goal => goal.Ends)
            .ThenBy(goal => goal.Goal.Created)
            .ThenBy(goal => goal.Goal.Id)
            .FirstOrDefault();

    private static GoalStanding? LatestCompleted(IReadOnlyCollection<GoalStanding> goals) =>
        goals
            .Where(goal => goal.State is GoalState.Completed)
            .OrderByDescending(goal => goal.CompletedAt ?? Instant.MinValue)
            .ThenBy(goal => goal.Goal.Created)
            .ThenBy(goal => goal.Goal.Id)
            .FirstOrDefault();
}
