using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Time;
using NodaTime;
using static Bot.Tests.Cards.BoardScenes;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Cards;

/// <summary>Goals of a person in Paris, on Wednesday 18 November 2026 at noon.</summary>
internal static class GoalScenes
{
    private static readonly Period Week = Period.Of(PeriodKind.Week, new(2026, 11, 18));
    private static readonly Period Month = Period.Of(PeriodKind.Month, new(2026, 11, 18));

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        yield return ("goals", List(Several()));
        yield return ("goals-us", GoalsCard.Compose(View(Several()), Format("en-US")));
        yield return ("goals-empty", List([]));
        yield return ("goals-paused", GoalsCard.Compose(View([Paused()]) with { Done = "Paused: 10 quotes a week." }, Format()));
        yield return ("goals-deleted", GoalsCard.Compose(View([Active()]) with { Deleted = Paused().Goal }, Format()));
        yield return ("goals-refused", GoalsCard.Compose(View([Active()]) with { Refusal = "This goal is not paused." }, Format()));
        yield return ("goals-twenty", List(Twenty));
        yield return ("goals-twenty-last", GoalsCard.Compose(View(Twenty) with { Page = new(4, []) }, Format()));
        yield return ("goals-which", GoalsCard.Which("pause", null, Several(), Format()));
        yield return ("goals-which-unknown", GoalsCard.Which("delete", "*zzz* <!here>", Several(), Format()));
        yield return ("goal-hint", GoalHintCard.Compose([new(Metric.Quotes, 4, 10, Week, DaysLeft: 3)], Format()));
        yield return (
            "goal-hint-several",
            GoalHintCard.Compose(
                [
                    new(Metric.Revenue, 3_250_50, 10_000_00, Month, DaysLeft: 1),
                    new(Metric.ResponseTime, 42 * 60, 30 * 60, Week, DaysLeft: 3),
                    new(Metric.ActiveDays, 1, 4, Week, DaysLeft: 3),
                ],
                Format()
            )
        );
        yield return (
            "goal-completed-suggestion",
            GoalNoticeCard.Compose(
                [
                    new(Metric.Quotes, 12, 10, Week, IsCompleted: true, new("own-1")),
                    new(Metric.Revenue, 12_300_00, 10_000_00, Month, IsCompleted: true, new("own-2")),
                ],
                [],
                Format()
            )
        );
    }

    /// <summary>The longest that numbers can make.</summary>
    public static IReadOnlyList<GoalStanding> Twenty =>
        [
            .. Enumerable
                .Range(0, 20)
                .Select(i => Standing(i, Metric.Revenue, PeriodKind.Quarter, 999_999_999_999_999, 1_000_000_000_000_000 - i)),
        ];

    public static GoalsView View(IReadOnlyList<GoalStanding> goals) =>
        new(goals, goals.ToDictionary(goal => goal.Goal.Id, goal => Past(goal.Goal)), new(1, []));

    private static Card List(IReadOnlyList<GoalStanding> goals) => GoalsCard.Compose(View(goals), Format());

    private static IReadOnlyList<GoalStanding> Several() =>
        [
            Active(),
            Standing(2, Metric.Revenue, PeriodKind.Month, 12_750_00, 10_000_00, GoalState.Completed, next: 12_000_00),
            Replies(3, 6, 25 * 60 + 30, isOnTrack: true),
            Replies(4, 6, 45 * 60, isOnTrack: false),
            Replies(5, 3, 12 * 60, isOnTrack: false),
            Standing(6, Metric.ActiveDays, PeriodKind.Week, 2, 4, GoalState.Missed),
        ];

    private static GoalStanding Active() => Standing(1, Metric.Quotes, PeriodKind.Week, 7, 10);

    private static GoalStanding Paused()
    {
        var goal = Standing(7, Metric.Quotes, PeriodKind.Week, 3, 10, GoalState.Paused);
        return goal with { Goal = goal.Goal.PausedFrom(Now) };
    }

    private static GoalStanding Replies(int id, int count, long median, bool isOnTrack) =>
        Standing(id, Metric.ResponseTime, PeriodKind.Week, median, 30 * 60) with
        {
            Attainment = count < MedianReply.Least ? null : new(median, 30 * 60, LowerIsBetter: true),
            Replies = count,
            OnTrack = isOnTrack,
        };

    private static GoalStanding Standing(
        int id,
        Metric metric,
        PeriodKind kind,
        long actual,
        long target,
        GoalState state = GoalState.Active,
        long? next = null
    )
    {
        var goal = GoalChanges.Made(new($"own-{id}"), new("ana"), new(metric, kind, target), Now, "ana", Paris);
        if (next is { } aim)
            goal = goal.Aiming(aim, isCompleted: true, Now, "ana", Paris);
        return new(
            goal with
            {
                Shared = id == 6,
            },
            Period.Of(kind, new(2026, 11, 18)),
            Paris.Zone,
            target,
            actual,
            new(actual, target, LowerIsBetter: false),
            state,
            null,
            null,
            null
        );
    }

    private static IReadOnlyList<GoalStanding> Past(Goal goal) =>
        goal.Kind is PeriodKind.Month
            ? []
            :
            [
                .. new[] { GoalState.Paused, GoalState.Missed, GoalState.Completed, GoalState.Completed }.Select(state => new GoalStanding(
                    goal,
                    Week,
                    Paris.Zone,
                    10,
                    0,
                    null,
                    state,
                    null,
                    null,
                    null
                )),
            ];
}
