using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>What becomes of a goal's period at its close: completed at 100 %, else paused if it is paused at its end, else missed.</summary>
internal static class GoalClosing
{
    /// <summary>Of a sum.</summary>
    public static GoalProgress Close(Goal goal, Period period, GoalProgress progress, DateTimeZone zone) =>
        Close(goal, period, progress, progress.Actual >= goal.TargetIn(period), replies: 0, zone);

    /// <summary>Of a median: at least five replies decide.</summary>
    public static GoalProgress Close(Goal goal, Period period, GoalScope scope, MedianReply median, DateTimeZone zone) =>
        Close(
            goal,
            period,
            GoalProgress.Start(scope) with
            {
                Actual = median.Seconds,
            },
            median.IsDecisive && median.Seconds <= goal.TargetIn(period),
            median.Count,
            zone
        );

    private static GoalProgress Close(Goal goal, Period period, GoalProgress progress, bool isComplete, int replies, DateTimeZone zone) =>
        progress with
        {
            Result = new(
                isComplete ? GoalState.Completed
                    : goal.IsPausedAtEndOf(period, zone) ? GoalState.Paused
                    : GoalState.Missed,
                goal.TargetIn(period)!.Value,
                replies,
                goal.IsUnchangedIn(period, zone)
            ),
        };
}
