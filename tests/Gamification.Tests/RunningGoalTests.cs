using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>Managers' goals that are published, edited, archived, closed and reopened while people work on them.</summary>
public sealed class RunningGoalTests
{
    [Fact]
    public void A_lower_target_in_a_running_period_grants_at_once_to_the_roster_of_that_moment()
    {
        var company = new Company(
            Company.Person("ann", "north"),
            Company.Person("bob") with
            {
                Memberships = [new(new("north"), null, new(2026, 11, 10))],
            }
        );
        var goal = Promise.Goal("g", Promise.North, Metric.Quotes, 3, Promise.Base(Promise.Coins(7)));
        company.Has(goal);
        company.Play(company.Quote("2026-11-03 10:00", "q1"), company.Quote("2026-11-04 10:00", "q2", "bob"));
        Assert.Empty(company.Keeper.Grants);

        company.Has(goal.EditedAt("2026-11-12 10:00", target: 2));

        Assert.Equal("ann:7", company.Net("g"));
        Assert.Equal(2, company.Keeper.Grants.Single().Value.Version);
        company.IsRight();
    }

    [Fact]
    public void A_higher_reward_pays_those_who_come_later_and_nobody_twice()
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "north"));
        var goal = Promise.Goal("g", Promise.Members, Metric.Quotes, 1, Promise.Base(Promise.Coins(500)));
        company.Has(goal);
        company.Play(company.Quote("2026-11-03 10:00", "q1"));

        company.Has(goal.EditedAt("2026-11-12 10:00", plan: plan => plan with { Tiers = [Promise.Base(Promise.Coins(800))] }));
        company.Play(company.Quote("2026-11-13 10:00", "q2", "bob"));
        company.Play(company.Void("2026-11-14 10:00", "q1"), company.Quote("2026-11-14 11:00", "q3"));

        Assert.Equal("ann:500 bob:800", company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void A_new_tier_that_is_passed_already_is_granted_when_it_is_added()
    {
        var company = new Company(Company.Person("ann"));
        var goal = Promise.Goal("g", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Coins(5)));
        company.Has(goal);
        company.Play(company.Quote("2026-11-03 10:00", "q1"), company.Quote("2026-11-04 10:00", "q2"));

        company.Has(
            goal.EditedAt(
                "2026-11-12 10:00",
                plan: plan => plan with { Tiers = [.. plan.Tiers, Promise.At(TierKind.Super, 200, Promise.Points(9))] }
            )
        );

        Assert.Equal([9], company.Lines("g", "person:ann", TierKind.Super));
        Assert.Equal(9, company.Bonus("ann"));
        company.IsRight();
    }

    [Fact]
    public void Points_for_a_tier_that_was_passed_in_a_closed_week_come_on_the_first_open_day()
    {
        var company = new Company(Company.Person("ann"));
        company.Play(company.Quote("2026-11-03 10:00", "q1"));
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 3));

        company.Has(
            Promise.Goal("g", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Points(9))).PublishedAt("2026-11-12 09:00")
        );

        Assert.Equal(0, company.Bonus("ann") - company.Points("ann", "2026-W46"));
        Assert.Equal(9, company.Points("ann", "2026-W46"));
        Assert.Equal(15, company.Points("ann", "2026-W45"));
        company.IsRight();

        company.Play(company.Void("2026-11-13 10:00", "q1"));
        Assert.Equal(0, company.Bonus("ann"));
        Assert.Equal([9, -9], company.Lines("g", "person:ann"));
        company.IsRight();
    }

    [Fact]
    public void An_archived_goal_keeps_what_it_granted_and_grants_nothing_more()
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "north"));
        var goal = Promise.Goal("g", Promise.Members, Metric.Quotes, 1, Promise.Base(Promise.Coins(5)));
        company.Has(goal);
        company.Play(company.Quote("2026-11-03 10:00", "q1"));

        company.Has(goal with { Archived = Company.At("2026-11-10 10:00") });
        company.Play(company.Void("2026-11-11 10:00", "q1"), company.Quote("2026-11-11 11:00", "q2", "bob"));

        Assert.Equal("ann:5", company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void After_the_close_nothing_moves_and_a_reopening_issues_what_is_missing_once()
    {
        var company = new Company(Company.Person("ann"), Company.Person("bob"));
        foreach (var person in (string[])["ann", "bob"])
            company.Has(
                Promise.Goal(person, Promise.Person(person), Metric.Quotes, 2, Promise.Base(Promise.Coins(5))).Every(PeriodKind.Week)
            );
        company.Play(
            company.Quote("2026-11-17 10:00", "a1"),
            company.Quote("2026-11-18 10:00", "a2"),
            company.Quote("2026-11-18 11:00", "b1", "bob")
        );
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 18));
        company.Play(
            company.Void("2026-11-19 10:00", "a2", received: "2026-11-26 10:00"),
            company.Quote("2026-11-19 10:00", "b2", "bob", received: "2026-11-26 10:00")
        );
        Assert.Equal(("ann:5", ""), (company.Net("ann"), company.Net("bob")));
        Assert.Equal(GoalState.Completed, company.Progress("ann", "person:ann", "2026-W47")!.Result!.State);

        company.Keeper.ReopenAll();

        Assert.Equal(("ann:5", "bob:5"), (company.Net("ann"), company.Net("bob")));
        company.IsRight();
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 18));
        Assert.Equal(GoalState.Missed, company.Progress("ann", "person:ann", "2026-W47")!.Result!.State);
        Assert.Equal(("ann:5", "bob:5"), (company.Net("ann"), company.Net("bob")));
        company.IsRight();
    }

    [Fact]
    public void Counting_on_at_the_end_of_the_order_asks_for_no_past()
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "north"));
        company.Has(Promise.Goal("p", Promise.Person("ann"), Metric.Revenue, 1_000_00, Promise.Base(Promise.Coins(5))));
        company.Has(
            Promise
                .Goal("m", Promise.Members, Metric.Deals, 2)
                .Paying(new Accelerator.Multiplier([new(100_00, null, 2)], null, new Gate(Metric.Quotes, 1)))
        );
        company.Has(Promise.Goal("t", Promise.North, Metric.Deals, 3, Promise.Base(Promise.Coins(5))).Sharing(Sharing.Proportional));
        company.Has(
            Promise.Goal("e", Promise.North, Metric.Deals, 3, Promise.Base(Promise.Coins(5))).If(everyMember: 50, participation: 100)
        );
        var before = company.Keeper.Recounts;

        for (var day = 2; day < 28; day++)
            company.Play(
                company.Quote($"2026-11-{day:00} 09:00", $"q{day}"),
                company.Win($"2026-11-{day:00} 10:00", $"d{day}", 100, day % 3 == 0 ? "bob" : "ann")
            );

        Assert.Equal(before, company.Keeper.Recounts);
        company.IsRight();
    }
}
