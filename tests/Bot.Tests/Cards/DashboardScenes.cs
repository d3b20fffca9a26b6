using Bot.Cards;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Time;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Cards;

/// <summary>Dashboards of a company in Paris in all their states.</summary>
internal static class DashboardScenes
{
    private static readonly GoalStanding Quotes = Goal(Metric.Quotes, 6, 10);
    private static readonly GoalStanding Revenue = Goal(Metric.Revenue, 8_200_00, 10_000_00, PeriodKind.Month);

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        yield return ("dashboard", Of(Board(9), BadgeScenes.Standings(), [Quotes, Revenue]));
        yield return ("dashboard-on-podium-us", Of(Board(2), BadgeScenes.Standings(), [Quotes], "en-US"));
        yield return ("dashboard-no-badge", Of(Board(9), BadgeScenes.Standings(earned: 0), [Quotes]));
        yield return ("dashboard-no-badge-to-earn", Of(Board(9), [], [Quotes]));
        yield return ("dashboard-no-goal", Of(Board(9), BadgeScenes.Standings(), []));
        yield return ("dashboard-goals-paused", Of(Board(9), BadgeScenes.Standings(), [Quotes with { State = GoalState.Paused }]));
        yield return ("dashboard-goals-done", Of(Board(9), BadgeScenes.Standings(), [Done(Revenue, 12_300_00, 18), Done(Quotes, 12, 17)]));
        yield return ("dashboard-median", Of(Board(9), BadgeScenes.Standings(), [Median(25 * 60, 6)]));
        yield return ("dashboard-median-of-few", Of(Board(9), BadgeScenes.Standings(), [Median(null, 0)]));
        yield return ("dashboard-not-yet-on-board", Of(Board(null), BadgeScenes.Standings(), [Quotes]));
        yield return ("dashboard-unranked", Of(Unranked(), BadgeScenes.Standings(), [Quotes]));
        yield return ("dashboard-alias", Of(Board(9, Aliases()), BadgeScenes.Standings(), [Quotes]));
        yield return ("dashboard-empty-company", Of(Board(null, []), BadgeScenes.Standings(earned: 0), []));
        yield return ("dashboard-by-target", Of(ByTarget(), BadgeScenes.Standings(), [Quotes]));
        yield return ("dashboard-store-away", DashboardCard.Compose(new(null, null, null, Format())));
    }

    public static GoalStanding Goal(
        Metric metric,
        long actual,
        long target,
        PeriodKind kind = PeriodKind.Week,
        GoalState state = GoalState.Active
    )
    {
        var person = Id(9);
        var goal = new Goal(
            default,
            person,
            SubjectId.Of(person),
            metric,
            kind,
            Now,
            null,
            null,
            false,
            1,
            [new(1, new(2026, 11, 1), target, Now, "p9")],
            []
        );
        return new(
            goal,
            Period.Of(kind, Paris.DayOf(Now)),
            Paris.Zone,
            target,
            actual,
            new(actual, target, goal.Type.IsMedian),
            state,
            null,
            null,
            null
        );
    }

    private static GoalStanding Median(long? seconds, int replies) =>
        Goal(Metric.ResponseTime, seconds ?? 0, 30 * 60) with
        {
            Actual = seconds,
            Attainment = replies < 5 ? null : new(seconds ?? 0, 30 * 60, LowerIsBetter: true),
            Replies = replies,
            OnTrack = replies >= 5,
        };

    private static GoalStanding Done(GoalStanding goal, long actual, int day) =>
        goal with
        {
            Actual = actual,
            Attainment = new(actual, goal.Target, LowerIsBetter: false),
            State = GoalState.Completed,
            CompletedAt = Instant.FromUtc(2026, 11, day, 9, 0),
        };

    private static Card Of(
        DashboardBoard board,
        IReadOnlyList<BadgeStanding> badges,
        IReadOnlyList<GoalStanding> goals,
        string culture = "en-GB"
    ) => DashboardCard.Compose(new(board, BadgeScenes.Own(badges, culture), goals, Format(culture)));

    private static DashboardBoard Board(int? viewer, IReadOnlyList<BoardRow>? rows = null)
    {
        var slice = Slice(rows ?? Rows(), viewer);
        var glance = slice with { Around = slice.Viewer is { } own ? [own] : [] };
        return new(View(glance), Reader(viewer ?? 13, before: viewer is null ? null : 60) with { MayShare = false });
    }

    private static DashboardBoard Unranked()
    {
        var board = Board(null);
        return board with { Reader = board.Reader with { Ranked = false } };
    }

    private static DashboardBoard ByTarget() => new(View(Slice([], null), by: BoardBy.Target), Reader(9, BoardMode.Target, before: null));

    private static IReadOnlyList<BoardRow> Aliases() =>
        [.. Rows().Select((row, i) => i == 0 ? row with { Alias = "Night Owl", Publicity = Publicity.Alias } : row)];
}
