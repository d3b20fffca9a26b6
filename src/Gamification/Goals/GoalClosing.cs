using NodaTime;

namespace Gamification.Goals;

/// <summary>
/// What becomes of a goal's period at its close: completed at 100 %, else skipped where it was never unlocked, else paused if it is
/// paused at its end, else missed.
/// </summary>
internal static class GoalClosing
{
    /// <summary>Of a sum.</summary>
    public static GoalProgress Close(GoalAim aim, GoalProgress progress, DateTimeZone zone) =>
        Close(aim, progress, progress.Actual >= aim.Target && IsOpen(aim, progress, zone), replies: 0, zone);

    /// <summary>Of a median: at least five replies decide.</summary>
    public static GoalProgress Close(GoalAim aim, GoalProgress progress, MedianReply median, DateTimeZone zone) =>
        Close(aim, progress with { Actual = median.Seconds }, median.IsDecisive && median.Seconds <= aim.Target, median.Count, zone);

    private static GoalProgress Close(GoalAim aim, GoalProgress progress, bool isComplete, int replies, DateTimeZone zone) =>
        progress with
        {
            Result = new(
                isComplete ? GoalState.Completed
                    : !IsOpen(aim, progress, zone) ? GoalState.Skipped
                    : aim.Goal.IsPausedAtEndOf(aim.Period, zone) ? GoalState.Paused
                    : GoalState.Missed,
                aim.Target,
                replies,
                aim.Goal.IsUnchangedIn(aim.Period, zone)
            ),
        };

    private static bool IsOpen(GoalAim aim, GoalProgress progress, DateTimeZone zone) =>
        aim.Plan?.After is null || (progress.Unlocked is { } at && !aim.IsOver(at.Credited, zone));
}
