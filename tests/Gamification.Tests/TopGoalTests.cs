using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>SPEC 8: which goal stands on the dashboard.</summary>
public sealed class TopGoalTests
{
    private const string Now = "2026-11-18 12:00";

    [Fact]
    public void The_highest_attainment_among_active_unfinished_goals() =>
        Assert.Equal("b", Top(Of("a", 50), Of("b", 60), Of("done", 100, GoalState.Completed), Of("paused", 90, GoalState.Paused)));

    [Fact]
    public void Attainments_are_compared_exactly_also_where_both_show_66_percent() =>
        Assert.Equal("b", Top(Of("a", 66_666, target: 100_000), Of("b", 66_667, target: 100_000)));

    [Fact]
    public void Of_equals_the_nearest_end() => Assert.Equal("week", Top(Of("month", 50, kind: PeriodKind.Month), Of("week", 50)));

    [Fact]
    public void Of_equals_that_end_together_the_oldest() =>
        Assert.Equal("old", Top(Of("new", 50, made: "2026-11-17 09:00"), Of("old", 50, made: "2026-11-16 09:00")));

    [Fact]
    public void When_all_are_done_the_latest_completed() =>
        Assert.Equal(
            "late",
            Top(
                Of("early", 100, GoalState.Completed, completed: "2026-11-16 10:00"),
                Of("late", 100, GoalState.Completed, completed: "2026-11-17 10:00"),
                Of("paused", 50, GoalState.Paused)
            )
        );

    [Fact]
    public void Without_an_active_or_completed_goal_there_is_none()
    {
        Assert.Null(Top());
        Assert.Null(Top(Of("paused", 50, GoalState.Paused)));
    }

    [Fact]
    public void A_median_of_too_few_replies_stands_behind_everything_that_has_begun() =>
        Assert.Equal("begun", Top(Of("median", 1) with { Attainment = null }, Of("begun", 1)));

    private static string? Top(params GoalStanding[] goals) => TopGoal.Of(goals)?.Goal.Id.Value;

    private static GoalStanding Of(
        string id,
        long actual,
        GoalState state = GoalState.Active,
        long target = 100,
        PeriodKind kind = PeriodKind.Week,
        string made = "2026-11-16 09:00",
        string? completed = null
    )
    {
        var goal = Company.Goal(id, Metric.Quotes, target, made, kind: kind);
        var period = Time.Period.Of(kind, Company.Organisation.DayOf(Company.At(Now)));
        return new(
            goal,
            period,
            Company.Paris,
            target,
            actual,
            new Attainment(actual, target, LowerIsBetter: false),
            state,
            Replies: null,
            OnTrack: null,
            completed is null ? null : Company.At(completed)
        );
    }
}
