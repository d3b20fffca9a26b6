using System.Globalization;
using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>SPEC 7: pauses, edits and closes of goals, in the week of Monday 16 November 2026.</summary>
public sealed class GoalPeriodTests
{
    private const string Monday = "2026-11-16 09:00";
    private const string Friday = "2026-11-20 12:00";
    private static readonly LocalDate Week47 = new(2026, 11, 16);

    [Theory]
    [InlineData(2, false, GoalState.Completed)]
    [InlineData(2, true, GoalState.Completed)]
    [InlineData(1, true, GoalState.Paused)]
    [InlineData(1, false, GoalState.Missed)]
    public void A_period_closes_as_completed_else_paused_else_missed(int quotes, bool isPaused, GoalState state)
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 2, Monday));
        for (var i = 0; i < quotes; i++)
            company.Play(company.Quote("2026-11-17 10:00", Number(i)));
        if (isPaused)
            company.Change("g", goal => goal.PausedFrom(Company.At("2026-11-19 10:00")));

        company.Keeper.Close(PeriodKind.Week, Week47);

        Assert.Equal(state, company.Standing("g", Friday).State);
        Assert.Equal((0L, isPaused ? GoalState.Paused : GoalState.Active), Next(company));
    }

    [Theory]
    [InlineData("2026-11-22 23:59", GoalState.Missed)]
    [InlineData("2026-11-23 00:00", GoalState.Paused)]
    public void Paused_at_its_end_means_in_its_last_moment(string resumed, GoalState state)
    {
        var company = new Company()
            .Has(Company.Goal("g", Metric.Quotes, 2, Monday))
            .Change("g", goal => goal.PausedFrom(Company.At(Monday)))
            .Change("g", goal => goal.ResumedFrom(Company.At(resumed)));

        company.Keeper.Close(PeriodKind.Week, Week47);

        Assert.Equal(state, company.Standing("g", Friday).State);
    }

    [Fact]
    public void A_pause_keeps_the_progress_and_what_comes_after_it_counts_again()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 3, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "before"));
        company.Change("g", goal => goal.PausedFrom(Company.At("2026-11-17 10:00")));
        company.Play(company.Quote("2026-11-17 10:00", "first of the pause"), company.Quote("2026-11-18 09:59", "last of the pause"));
        Assert.Equal(
            (1, GoalState.Paused),
            (company.Standing("g", "2026-11-18 09:59").Actual, company.Standing("g", "2026-11-18 09:59").State)
        );

        company.Change("g", goal => goal.ResumedFrom(Company.At("2026-11-18 10:00")));
        company.Play(company.Quote("2026-11-18 10:00", "after"));

        Assert.Equal((2, GoalState.Active), (company.Standing("g", Friday).Actual, company.Standing("g", Friday).State));
    }

    [Fact]
    public void What_belongs_before_or_into_a_pause_is_put_there_whenever_it_arrives()
    {
        var company = new Company()
            .Has(Company.Goal("g", Metric.Quotes, 9, Monday))
            .Change("g", goal => goal.PausedFrom(Company.At("2026-11-17 10:00")))
            .Change("g", goal => goal.ResumedFrom(Company.At("2026-11-18 10:00")));

        company.Play(company.Quote("2026-11-19 10:00", "after"));
        company.Play(company.Quote("2026-11-17 12:00", "in the pause", received: "2026-11-19 11:00"));
        company.Play(company.Quote("2026-11-16 12:00", "before", received: "2026-11-19 12:00"));
        Assert.Equal(2, company.Standing("g", Friday).Actual);

        company.Play(company.Void("2026-11-19 13:00", "in the pause"));
        Assert.Equal(2, company.Standing("g", Friday).Actual);

        company.Play(company.Void("2026-11-17 13:00", "before", received: "2026-11-19 14:00"));
        Assert.Equal(1, company.Standing("g", Friday).Actual);
    }

    [Fact]
    public void Another_target_holds_at_once_while_the_goal_is_not_completed()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 5, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"), company.Quote("2026-11-16 11:00", "2"));

        company.Change("g", goal => goal.Aiming(2, isCompleted: false, Company.At(Friday), "ann", Company.Organisation));

        var standing = company.Standing("g", Friday);
        Assert.Equal((2, GoalState.Completed, Company.At("2026-11-16 11:00")), (standing.Target, standing.State, standing.CompletedAt));
        Assert.Equal(["goal.completed"], company.Told("g"));
    }

    [Fact]
    public void Once_completed_another_target_holds_from_the_next_period()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 1, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"));

        company.Change("g", goal => goal.Aiming(7, isCompleted: true, Company.At(Friday), "ann", Company.Organisation));

        Assert.Equal((1, GoalState.Completed), (company.Standing("g", Friday).Target, company.Standing("g", Friday).State));
        Assert.Equal(7, company.Standing("g", "2026-11-24 12:00").Target);
        Assert.Equal(7, company.Standing("g", "2027-03-02 12:00").Target);
    }

    [Fact]
    public void An_edit_leaves_the_period_in_grace_as_it_was()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 2, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"));

        company.Change("g", goal => goal.Aiming(1, isCompleted: false, Company.At("2026-11-23 08:00"), "ann", Company.Organisation));
        company.Keeper.Close(PeriodKind.Week, Week47);

        Assert.Equal((2, GoalState.Missed), (company.Standing("g", Friday).Target, company.Standing("g", Friday).State));
        Assert.Equal(1, company.Standing("g", "2026-11-23 09:00").Target);
    }

    [Fact]
    public void A_period_in_grace_still_follows_and_a_closed_one_stays()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 2, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"));
        company.Play(company.Quote("2026-11-22 10:00", "2", received: "2026-11-24 10:00"));
        company.Keeper.Close(PeriodKind.Week, Week47);

        company.Play(company.Void("2026-11-25 10:00", "1"), company.Quote("2026-11-20 10:00", "late", received: "2026-11-25 11:00"));

        Assert.Equal((2, GoalState.Completed), (company.Standing("g", Friday).Actual, company.Standing("g", Friday).State));
        Assert.Equal(0, company.Standing("g", "2026-11-25 12:00").Actual);
        Assert.Equal(["goal.completed"], company.Told("g"));
    }

    [Fact]
    public void Reopened_it_is_counted_again_and_the_next_close_decides_anew()
    {
        var company = new Company()
            .Has(Company.Goal("g", Metric.Quotes, 2, Monday))
            .Has(Company.Goal("m", Metric.ResponseTime, 1_800, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"));
        company.Keeper.Close(PeriodKind.Week, Week47);
        company.Play(company.Quote("2026-11-20 10:00", "late", received: "2026-11-25 11:00"));
        Assert.Equal(GoalState.Missed, company.Standing("g", Friday).State);

        company.Keeper.ReopenAll();
        Assert.Equal((2, GoalState.Completed), (company.Standing("g", Friday).Actual, company.Standing("g", Friday).State));
        Assert.Equal(GoalState.Active, company.Standing("m", Friday).State);

        company.Keeper.Close(PeriodKind.Week, Week47);
        Assert.Equal(GoalState.Completed, company.Standing("g", Friday).State);
        Assert.Equal(GoalState.Missed, company.Standing("m", Friday).State);
        Assert.Equal(["goal.completed"], company.Told("g"));
    }

    [Fact]
    public void A_deleted_goal_stops_in_its_period_keeps_the_earlier_ones_and_has_what_came_meanwhile_when_it_is_had_back()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 2, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"), company.Quote("2026-11-23 10:00", "next"));
        company.Change("g", goal => goal.ArchivedAt(Company.At("2026-11-23 12:00"), replacement: null));
        company.Play(company.Quote("2026-11-23 13:00", "meanwhile"), company.Quote("2026-11-22 13:00", "grace"));
        Assert.Equal((2, GoalState.Completed), (company.Standing("g", Friday).Actual, company.Standing("g", Friday).State));

        company.Change("g", goal => goal.Restored());
        Assert.Equal(
            (2, GoalState.Completed),
            (company.Standing("g", "2026-11-24 12:00").Actual, company.Standing("g", "2026-11-24 12:00").State)
        );
    }

    [Fact]
    public void A_goal_that_was_gone_when_its_period_closed_and_is_had_back_gets_the_periods_result_then()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 1, Monday));
        company.Play(company.Quote("2026-11-16 10:00", "1"));
        company.Change("g", goal => goal.ArchivedAt(Company.At("2026-11-22 20:00"), replacement: null));
        company.Keeper.Close(PeriodKind.Week, Week47);

        company.Change("g", goal => goal.Restored());

        Assert.Equal(GoalState.Completed, company.Standing("g", Friday).State);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData("2026-11-24 20:00", 24, true)]
    [InlineData("2026-11-24 20:00", 25, false)]
    public void A_deleted_goal_can_be_had_back_for_a_day(string deleted, int hours, bool can)
    {
        var goal = Company.Goal("g", Metric.Quotes, 1, Monday).ArchivedAt(Company.At(deleted), replacement: null);

        Assert.Equal(can, goal.IsRestorableAt(Company.At(deleted) + Duration.FromHours(hours)));
        Assert.False((goal with { Replacement = new GoalId("h") }).IsRestorableAt(Company.At(deleted)));
    }

    [Theory]
    [InlineData("2026-11-16 23:59", true)]
    [InlineData("2026-11-17 00:00", false)]
    public void Unchanged_means_made_edited_and_resumed_by_the_end_of_the_first_day(string at, bool isUnchanged)
    {
        var week = Time.Period.Of(PeriodKind.Week, Week47);
        var old = Company.Goal("g", Metric.Quotes, 10, "2026-11-02 09:00");
        var early = Company.At("2026-11-12 09:00");

        Assert.True(old.IsUnchangedIn(week, Company.Paris));
        Assert.Equal(isUnchanged, Company.Goal("g", Metric.Quotes, 10, at).IsUnchangedIn(week, Company.Paris));
        Assert.Equal(
            isUnchanged,
            old.Aiming(9, isCompleted: false, Company.At(at), "ann", Company.Organisation).IsUnchangedIn(week, Company.Paris)
        );
        Assert.True(old.PausedFrom(early).ResumedFrom(Company.At("2026-11-17 00:00")).IsUnchangedIn(week, Company.Paris));
        Assert.False(old.PausedFrom(early).ResumedFrom(Company.At("2026-11-17 00:01")).IsUnchangedIn(week, Company.Paris));
        Assert.True(old.Aiming(9, isCompleted: true, Company.At(at), "ann", Company.Organisation).IsUnchangedIn(week, Company.Paris));
        Assert.False(old.PausedFrom(Company.At(at)).IsUnchangedIn(week, Company.Paris));
        Assert.True(old.PausedFrom(Company.At("2026-11-23 00:00")).IsUnchangedIn(week, Company.Paris));
    }

    [Fact]
    public void Of_the_defaults_only_those_that_are_missing_come_again()
    {
        var quotes = Company.Goal("q", Metric.Quotes, 25, Monday);
        var monthly = Company.Goal("d", Metric.ActiveDays, 20, Monday, kind: PeriodKind.Month);

        Assert.Equal([Metric.Quotes, Metric.ResponseTime, Metric.ActiveDays], DefaultGoals.MissingIn([]).Select(terms => terms.Metric));
        Assert.Equal([Metric.ResponseTime, Metric.ActiveDays], DefaultGoals.MissingIn([quotes, monthly]).Select(terms => terms.Metric));
        Assert.Equal(3, DefaultGoals.MissingIn([quotes.ArchivedAt(Company.At(Friday), null)]).Count);
    }

    private static (long?, GoalState) Next(Company company) =>
        company.Standing("g", "2026-11-24 12:00") is var next ? (next.Actual, next.State) : default;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
