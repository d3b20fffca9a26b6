using Gamification.Announcements;
using Gamification.Goals;
using Gamification.People;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Tests;

/// <summary>
/// The hint in the middle of a period, for Ann who works 45 hours in the week of 16 to 22 November 2026: half of them are over on
/// Wednesday 13:30, three quarters on Thursday 15:45.
/// </summary>
public sealed class HalfTimeTests
{
    private const string Noon = "2026-11-19 12:00";
    private static readonly Person Ann = Company.Person("ann");
    private readonly Company company = new(Ann);

    [Theory]
    [InlineData("2026-11-18 13:29", false)]
    [InlineData("2026-11-18 13:30", true)]
    [InlineData("2026-11-19 15:44", true)]
    [InlineData("2026-11-19 15:45", false)]
    [InlineData("2026-11-22 23:59", false)]
    public void It_is_half_time_from_a_half_to_three_quarters_of_the_working_time(string now, bool isNow) =>
        Assert.Equal(isNow, IsNow(Quotes(10), Ann, now));

    [Theory]
    [InlineData("2026-11-16 17:59", false)]
    [InlineData("2026-11-16 18:00", true)]
    [InlineData("2026-11-17 13:29", true)]
    [InlineData("2026-11-17 13:30", false)]
    public void Who_works_on_Monday_and_Tuesday_only_has_half_time_between_them(string now, bool isNow) =>
        Assert.Equal(isNow, IsNow(Quotes(10), Off(new(2026, 11, 18), new(2026, 11, 19), new(2026, 11, 20)), now));

    [Fact]
    public void A_week_off_has_no_half_time() =>
        Assert.False(IsNow(Quotes(10), Off([.. Enumerable.Range(16, 5).Select(day => new LocalDate(2026, 11, day))]), Noon));

    [Theory]
    [InlineData("2026-11-18 09:00", true)]
    [InlineData("2026-11-19 09:00", false)]
    public void A_goal_that_was_made_today_is_left_alone(string made, bool isNow) =>
        Assert.Equal(isNow, IsNow(Quotes(10, made), Ann, Noon));

    [Fact]
    public void A_goal_that_was_resumed_or_aimed_higher_today_is_left_alone_and_an_archived_one_too()
    {
        var goal = Quotes(10);

        Assert.False(IsNow(goal.PausedFrom(At("2026-11-18 09:00")).ResumedFrom(At("2026-11-19 09:00")), Ann, Noon));
        Assert.True(IsNow(goal.PausedFrom(At("2026-11-17 09:00")).ResumedFrom(At("2026-11-18 09:00")), Ann, Noon));
        Assert.False(IsNow(goal.Aiming(20, isCompleted: false, At("2026-11-19 09:00"), "ann", Company.Organisation), Ann, Noon));
        Assert.False(IsNow(goal.ArchivedAt(At("2026-11-19 09:00"), replacement: null), Ann, Noon));
    }

    [Theory]
    [InlineData(0, 10, true)]
    [InlineData(4, 10, true)]
    [InlineData(5, 10, false)]
    [InlineData(4, 9, true)]
    [InlineData(5, 9, false)]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    public void Less_than_half_of_the_quotes_is_behind(int sent, long target, bool isBehind)
    {
        var goal = Quotes(target);
        company.Has(goal);
        for (var i = 0; i < sent; i++)
            company.Play(company.Quote("2026-11-17 10:00", $"q{i}"));

        var half = Judge(goal);

        Assert.Equal(isBehind, half is not null);
        if (half is not null)
            Assert.Equal((sent, target, 2), (half.Actual, half.Target, half.DaysLeft));
    }

    [Theory]
    [InlineData(49_99, true)]
    [InlineData(50_00, false)]
    public void Revenue_is_compared_to_the_cent(long cents, bool isBehind)
    {
        var goal = Company.Goal("g", Metric.Revenue, 100_00, "2026-11-16 09:00");
        company.Has(goal);
        company.Play(
            company.Happens("2026-11-17 10:00", new Activities.Activity.DealClosed("d", Company.Mail("ann"), true, Money.Of(cents, "EUR")))
        );

        Assert.Equal(isBehind, Judge(goal) is not null);
    }

    [Theory]
    [InlineData(new[] { "2026-11-16" }, 4, "2026-11-18 14:00", true)] // 3 to go: Wednesday, Thursday, Friday
    [InlineData(new[] { "2026-11-18" }, 4, "2026-11-18 14:00", false)] // 3 to go, and Wednesday is counted already
    [InlineData(new string[0], 4, "2026-11-18 14:00", false)] // 4 to go in 3 days
    [InlineData(new string[0], 3, "2026-11-18 14:00", true)]
    [InlineData(new[] { "2026-11-16", "2026-11-17" }, 4, "2026-11-18 14:00", false)] // half done
    [InlineData(new[] { "2026-11-16" }, 3, "2026-11-19 12:00", true)] // 2 to go: Thursday and Friday
    [InlineData(new[] { "2026-11-16" }, 4, "2026-11-19 12:00", false)]
    public void Active_days_are_hinted_while_as_many_are_left_as_are_missing(string[] active, long target, string now, bool isHinted)
    {
        var goal = Company.Goal("g", Metric.ActiveDays, target, "2026-11-16 09:00");
        company.Has(goal);
        foreach (var day in active)
            company.Play(company.Quote($"{day} 09:30", day));

        Assert.Equal(isHinted, Judge(goal, now) is not null);
    }

    [Theory]
    [InlineData(5, 31, true)]
    [InlineData(5, 30, false)]
    [InlineData(4, 45, false)]
    public void A_median_is_behind_with_five_replies_over_its_target(int replies, int minutes, bool isBehind)
    {
        var goal = Company.Goal("g", Metric.ResponseTime, 30 * 60, "2026-11-16 09:00");
        company.Has(goal);
        for (var i = 0; i < replies; i++)
            company.Play(company.Asks("2026-11-17 10:00", $"c{i}"), company.Replies($"2026-11-17 10:{minutes}", $"c{i}"));

        Assert.Equal(isBehind, Judge(goal) is not null);
    }

    [Fact]
    public void A_paused_and_a_completed_goal_are_left_alone()
    {
        var paused = Quotes(10).PausedFrom(At("2026-11-17 09:00"));
        company.Has(paused);
        Assert.Null(Judge(paused));

        company.Has(paused.ResumedFrom(At("2026-11-17 10:00")));
        Assert.NotNull(Judge(company.Keeper.Goals[new("g")]));
    }

    [Fact]
    public void All_goals_of_a_day_are_one_post_that_claims_the_day_as_a_badge_does()
    {
        var halves = new[] { Quotes(10), Company.Goal("h", Metric.Revenue, 100_00, "2026-11-16 09:00") }
            .Select(goal => new HalfDone(goal, Period.Of(PeriodKind.Week, new LocalDate(2026, 11, 19)), 0, goal.Versions[0].Target, 2))
            .ToList();

        var hints = GoalHints.Of(Ann, halves, At(Noon));

        Assert.Equal(["near:ann:2026-11-19", "goal:g:2026-W47:near", "goal:h:2026-W47:near"], hints.Select(hint => hint.About));
        Assert.Single(hints.Select(hint => hint.Post).Distinct());
        Assert.All(hints, hint => Assert.Equal(new Recipient.Person(new("ann")), hint.To));
        Assert.Empty(GoalHints.Of(Ann, [], At(Noon)));
    }

    [Theory]
    [InlineData("2026-11-18 08:59", false)]
    [InlineData("2026-11-18 09:00", true)]
    [InlineData("2026-11-18 17:59", true)]
    [InlineData("2026-11-18 18:00", false)]
    [InlineData("2026-11-21 12:00", false)]
    public void At_work_is_Monday_to_Friday_from_9_to_18(string now, bool isAtWork) => Assert.Equal(isAtWork, Ann.IsAtWork(At(now)));

    private HalfDone? Judge(Goal goal, string now = Noon)
    {
        var scope = new GoalScope(goal.Id, goal.Subject, HalfTime.PeriodOf(goal, At(now), Company.Organisation).Key);
        return HalfTime.Of(
            goal,
            company.Keeper.GoalProgress.GetValueOrDefault(scope),
            company.Keeper.Entries,
            Ann,
            At(now),
            Company.Organisation
        );
    }

    private static bool IsNow(Goal goal, Person person, string now) => HalfTime.IsNow(goal, person, At(now), Company.Organisation);

    /// <summary>Made in the week before, unless said otherwise.</summary>
    private static Goal Quotes(long target, string made = "2026-11-13 09:00") => Company.Goal("g", Metric.Quotes, target, made);

    private static Person Off(params IReadOnlyList<LocalDate> days) =>
        Ann with
        {
            Calendars = [Ann.Calendars[0] with { TimeOff = days.ToHashSet() }],
        };

    private static Instant At(string local) => Company.At(local);
}
