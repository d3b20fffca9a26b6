using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Goals;

/// <summary>A goal in one period as a card shows it.</summary>
/// <param name="Zone">The organisation's: its days are the period's.</param>
/// <param name="Target">Quotes, minor units, whole seconds, days.</param>
/// <param name="Actual">In the same unit; null for a median of no replies.</param>
/// <param name="Attainment">Exact, and more than 100 % as it is. Of a median of fewer than five replies it is nothing yet.</param>
/// <param name="Replies">Measured replies so far; null where they are not counted.</param>
/// <param name="OnTrack">Whether the median would be enough if the period ended now; null for sums and once it is decided.</param>
/// <param name="CompletedAt">When it came to stand at its target; of a median, the end of the period.</param>
public sealed record GoalStanding(
    Goal Goal,
    Period Period,
    DateTimeZone Zone,
    long Target,
    long? Actual,
    Attainment? Attainment,
    GoalState State,
    int? Replies,
    bool? OnTrack,
    Instant? CompletedAt
)
{
    /// <summary>Whose; of a goal of a team's members the person.</summary>
    public SubjectId Subject { get; init; } = Goal.Subject;

    public Instant Starts => Period.StartIn(Zone)!.Value;

    /// <summary>The first instant after the period.</summary>
    public Instant Ends => Period.EndIn(Zone)!.Value;

    /// <summary>Hundredths of a percent, rounded down.</summary>
    public long BasisPoints => Attainment?.BasisPoints ?? 0;

    /// <summary>Whole percent, rounded down: 100 only where it is reached.</summary>
    public long Percent => BasisPoints / 100;

    /// <param name="progress">What is stored; null before anything counted.</param>
    /// <param name="median">Of the replies so far, for a median that is not decided.</param>
    public static GoalStanding Of(Goal goal, Period period, GoalProgress? progress, MedianReply median, Instant now, DateTimeZone zone) =>
        Of(goal, goal.Subject, period, progress, median, now, zone);

    /// <param name="subject">Whose progress and replies these are; of a goal of a team's members a person.</param>
    public static GoalStanding Of(
        Goal goal,
        SubjectId subject,
        Period period,
        GoalProgress? progress,
        MedianReply median,
        Instant now,
        DateTimeZone zone
    )
    {
        var standing =
            progress?.Result is { } result ? Decided(goal, period, progress, result, zone)
            : goal.TargetIn(period, subject) is not { } target
                ? throw new ArgumentException($"{goal.Id} is not in {period.Key}.", nameof(period))
            : goal.Type.IsMedian ? Running(goal, period, target, median, now, zone)
            : Running(goal, period, target, progress, now, zone);
        return standing with { Subject = subject };
    }

    private static GoalStanding Decided(Goal goal, Period period, GoalProgress progress, GoalResult result, DateTimeZone zone)
    {
        var isMedian = goal.Type.IsMedian;
        return new(
            goal,
            period,
            zone,
            result.Target,
            isMedian && result.Replies == 0 ? null : progress.Actual,
            isMedian && result.Replies < MedianReply.Least ? null : new(progress.Actual, result.Target, isMedian),
            result.State,
            isMedian ? result.Replies : null,
            OnTrack: null,
            result.State is not GoalState.Completed ? null
                : isMedian ? period.EndIn(zone)
                : progress.Crossed?.Credited
        );
    }

    private static GoalStanding Running(Goal goal, Period period, long target, MedianReply median, Instant now, DateTimeZone zone)
    {
        return new(
            goal,
            period,
            zone,
            target,
            median.Count == 0 ? null : median.Seconds,
            median.IsDecisive ? new(median.Seconds, target, LowerIsBetter: true) : null,
            goal.IsPausedAt(AtMost(now, period, zone)) ? GoalState.Paused : GoalState.Active,
            median.Count,
            median.IsDecisive && median.Seconds <= target,
            CompletedAt: null
        );
    }

    private static GoalStanding Running(Goal goal, Period period, long target, GoalProgress? progress, Instant now, DateTimeZone zone)
    {
        return new(
            goal,
            period,
            zone,
            target,
            progress?.Actual ?? 0,
            new(progress?.Actual ?? 0, target, LowerIsBetter: false),
            progress is { Crossed: not null } ? GoalState.Completed
                : goal.IsPausedAt(AtMost(now, period, zone)) ? GoalState.Paused
                : GoalState.Active,
            Replies: null,
            OnTrack: null,
            progress?.Crossed?.Credited
        );
    }

    /// <summary>A period that ended is paused or not as it was at its end.</summary>
    private static Instant AtMost(Instant now, Period period, DateTimeZone zone) =>
        Instant.Min(now, period.EndIn(zone)!.Value - Duration.Epsilon);
}
