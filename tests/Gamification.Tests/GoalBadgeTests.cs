using System.Globalization;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;

namespace Gamification.Tests;

/// <summary>SPEC 6: the badges that rest on goals, from the activities on. Monday 2 November 2026 begins <c>2026-W45</c> in Paris.</summary>
public sealed class GoalBadgeTests
{
    private const string Getter = "goal-getter";
    private const string Breaker = "target-breaker";
    private static readonly LocalDate First = new(2026, 11, 2);

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 4, true)]
    [InlineData(5, 4, true)]
    public void A_weekly_goal_completed_in_4_closed_weeks_in_a_row_is_a_Goal_Getter(int weeks, long value, bool isHeld)
    {
        var company = Weekly();
        for (var week = 0; week < weeks; week++)
            Complete(company, week);

        Assert.Equal((value, isHeld), (Row(company, Getter).Actual, Row(company, Getter).IsHeld));
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void It_is_decided_by_the_close_of_the_fourth_week_and_stands_at_its_end()
    {
        var company = Weekly();
        for (var week = 0; week < 3; week++)
            Complete(company, week);
        company.Play(company.Quote(Day(3), "q3"));
        Assert.False(Row(company, Getter).IsHeld);

        company.Keeper.Close(PeriodKind.Week, First.PlusWeeks(3));

        Assert.Equal(Company.At("2026-11-30 00:00"), Row(company, Getter).Crossed?.Credited);
        var told = Assert.Single(company.Keeper.Announcements, told => told.Kind == "badge.unlocked" && told.Data["badge"] == Getter);
        Assert.Equal("goals:2026-W48", told.Post);
        Assert.False(company.Keeper.RecountEverything());
    }

    [Theory]
    [InlineData(2, false, 2)]
    [InlineData(3, true, 4)]
    public void A_missed_week_begins_again_and_4_after_it_are_enough(int after, bool isHeld, long value)
    {
        var company = Weekly();
        Complete(company, 0);
        Complete(company, 1);
        company.Keeper.Close(PeriodKind.Week, First.PlusWeeks(2));
        for (var week = 3; week < 3 + after + (isHeld ? 1 : 0); week++)
            Complete(company, week);

        Assert.Equal((value, isHeld), (Row(company, Getter).Actual, Row(company, Getter).IsHeld));
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void A_week_of_leave_is_skipped()
    {
        var leave = Enumerable.Range(0, 7).Select(First.PlusWeeks(2).PlusDays).ToHashSet();
        var calendar = WorkingCalendar.Default(Company.Paris) with { TimeOff = leave };
        var company = Weekly(Company.Person("ann") with { Calendars = [calendar] });
        foreach (var week in new[] { 0, 1, 3, 4 })
            Complete(company, week);

        Assert.True(Row(company, Getter).IsHeld);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData("2026-11-23 23:59", true)]
    [InlineData("2026-11-24 00:00", false)]
    public void An_own_goal_edited_after_the_first_day_of_a_week_does_not_count_in_it(string edited, bool isHeld)
    {
        var company = Weekly();
        for (var week = 0; week < 3; week++)
            Complete(company, week);
        company.Change("g", goal => Edited(goal, 2, edited));
        company.Play(company.Quote(Day(3), "q3"), company.Quote(Day(3), "q3b"));
        company.Keeper.Close(PeriodKind.Week, First.PlusWeeks(3));

        Assert.Equal(isHeld, Row(company, Getter).IsHeld);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void A_week_that_is_reopened_takes_the_badge_only_when_its_new_close_misses_the_goal()
    {
        var company = Weekly();
        for (var week = 0; week < 4; week++)
            Complete(company, week);

        company.Keeper.ReopenAll();
        Assert.True(Row(company, Getter).IsHeld);
        Assert.Empty(company.Keeper.Verify());

        company.Play(company.Void("2026-11-26 10:00", "q3"));
        CloseFour(company);
        Assert.False(Row(company, Getter).IsHeld);
        Assert.Empty(company.Keeper.Verify());

        company.Keeper.ReopenAll();
        company.Play(company.Quote("2026-11-26 11:00", "again"));
        CloseFour(company);
        Assert.True(Row(company, Getter).IsHeld);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData(9_999_00, 99, false)]
    [InlineData(9_999_99, 99, false)]
    [InlineData(10_000_00, 100, true)]
    [InlineData(13_750_00, 137, true)]
    public void A_monthly_revenue_goal_of_ten_thousand_breaks_at_100_percent(long cents, long percent, bool isHeld)
    {
        var company = Monthly(10_000_00);
        company.Play(Win(company, "2026-11-10 10:00", "a", cents / 2), Win(company, "2026-11-12 10:00", "b", cents - cents / 2));

        Assert.Equal((percent, isHeld), (Month(company).Actual, Month(company).IsHeld));
        Assert.Equal(isHeld ? Company.At("2026-11-12 10:00") : null, Month(company).Crossed?.Credited);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData(9_999_99, false)]
    [InlineData(10_000_00, true)]
    public void An_own_target_counts_from_10_units_on(long target, bool isHeld)
    {
        var company = Monthly(target).Play();
        company.Play(Win(company, "2026-11-10 10:00", "a", 20_000_00));

        Assert.Equal(isHeld, company.Keeper.Badges.GetValueOrDefault((Breaker, new("ann"), "2026-11")) is { IsHeld: true });
    }

    [Theory]
    [InlineData("2026-11-12 10:01")]
    [InlineData("2026-11-30 10:00")]
    public void What_falls_below_by_a_reopened_deal_is_taken_in_any_order_of_arrival(string at)
    {
        foreach (var isBackwards in new[] { false, true })
        {
            var company = Monthly(10_000_00);
            Reported[] facts =
            [
                Win(company, "2026-11-10 10:00", "a", 6_000_00),
                Win(company, "2026-11-12 10:00", "b", 6_000_00),
                company.Reopen(at, "b"),
            ];
            foreach (var fact in isBackwards ? facts.Reverse() : facts)
                company.Play(fact);

            Assert.Equal((60, false), (Month(company).Actual, Month(company).IsHeld));
            Assert.Empty(company.Keeper.Verify());
        }
    }

    [Fact]
    public void Two_months_are_earned_twice_and_told_once()
    {
        var company = Monthly(10_000_00);
        company.Play(Win(company, "2026-11-10 10:00", "a", 12_000_00));
        company.Play(Win(company, "2026-12-10 10:00", "b", 12_000_00));

        Assert.Equal(2, company.Keeper.Badges.Values.Count(row => row is { Badge: Breaker, IsHeld: true }));
        Assert.Single(company.Keeper.Announcements, told => told.Kind == "badge.unlocked" && told.Data["badge"] == Breaker);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void A_goal_edited_or_deleted_after_it_was_reached_keeps_the_badge_and_a_deal_taken_back_takes_it()
    {
        var company = Monthly(10_000_00);
        company.Play(Win(company, "2026-11-10 10:00", "a", 12_000_00));

        company.Change("m", goal => Edited(goal, 50_000_00, "2026-11-15 10:00"));
        Assert.True(Month(company).IsHeld);
        company.Play(Win(company, "2026-11-16 10:00", "late", 1_000_00));
        Assert.Empty(company.Keeper.Verify());

        company.Change("m", goal => goal with { Archived = Company.At("2026-11-17 10:00"), Revision = goal.Revision + 1 });
        Assert.True(Month(company).IsHeld);
        Assert.Empty(company.Keeper.Verify());

        company.Play(company.Reopen("2026-11-18 10:00", "a"));
        Assert.False(Month(company).IsHeld);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void A_goal_that_was_edited_in_the_month_before_it_was_reached_breaks_nothing()
    {
        var company = Monthly(10_000_00);
        company.Change("m", goal => Edited(goal, 11_000_00, "2026-11-05 10:00"));
        company.Play(Win(company, "2026-11-10 10:00", "a", 12_000_00));

        Assert.False(company.Keeper.Badges.GetValueOrDefault((Breaker, new("ann"), "2026-11")) is { IsHeld: true });
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void One_deal_that_is_the_first_is_25_units_and_completes_a_goal_tells_three_things_with_one_cause()
    {
        var company = Monthly(20_000_00);
        company.Keeper.Channels.Add(new(new("slack:T:C"), null));
        var deal = Win(company, "2026-11-10 10:00", "a", 25_000_00);

        company.Play(deal);

        Assert.Equal(["big-fish", "first-sale", Breaker], company.Keeper.Awards.Select(award => award.Badge).Order(StringComparer.Ordinal));
        Assert.Single(company.Keeper.Announcements.Select(told => told.Post).Distinct());
        Assert.Single(company.Keeper.Announcements, told => told.Kind == "goal.completed");
    }

    private static Company Weekly(params Person[] people)
    {
        var company = people.Length == 0 ? new Company() : new Company(people);
        return company.Has(Company.Goal("g", Metric.Quotes, 1, "2026-11-02 09:00"));
    }

    private static Company Monthly(long target) =>
        new Company().Has(Company.Goal("m", Metric.Revenue, target, "2026-11-01 09:00", kind: PeriodKind.Month));

    private static void Complete(Company company, int week)
    {
        company.Play(company.Quote(Day(week), string.Create(CultureInfo.InvariantCulture, $"q{week}")));
        company.Keeper.Close(PeriodKind.Week, First.PlusWeeks(week));
    }

    private static void CloseFour(Company company)
    {
        for (var week = 0; week < 4; week++)
            company.Keeper.Close(PeriodKind.Week, First.PlusWeeks(week));
    }

    /// <summary>The Wednesday of a week.</summary>
    private static string Day(int week) => LocalDatePattern.Iso.Format(First.PlusWeeks(week).PlusDays(2)) + " 10:00";

    private static Goal Edited(Goal goal, long target, string at) =>
        goal with
        {
            Revision = goal.Revision + 1,
            Versions =
            [
                .. goal.Versions,
                new(
                    goal.Versions.Count + 1,
                    Gamification.Time.Period.Of(goal.Kind, Company.Organisation.DayOf(Company.At(at))).First!.Value,
                    target,
                    Company.At(at),
                    "ann"
                ),
            ],
        };

    private static Reported Win(Company company, string at, string deal, long cents) =>
        company.Happens(at, new Activity.DealClosed(deal, Company.Mail("ann"), true, Money.Of(cents, "EUR")));

    private static BadgeProgress Row(Company company, string badge) => company.Keeper.Badges[(badge, new("ann"), "")];

    private static BadgeProgress Month(Company company) => company.Keeper.Badges[(Breaker, new("ann"), "2026-11")];
}
