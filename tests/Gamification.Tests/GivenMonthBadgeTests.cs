using Gamification.Badges;
using Gamification.Goals;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>Target Breaker by a monthly revenue goal of a manager: whatever its target, at 100 %, of the person or of every member.</summary>
public sealed class GivenMonthBadgeTests
{
    private const string Breaker = "target-breaker";

    [Theory]
    [InlineData(999, false)]
    [InlineData(1_000, true)]
    public void A_goal_of_the_person_counts_although_an_own_one_would_be_too_small(long sold, bool isHeld)
    {
        var company = Of(Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 1_000_00, Promise.Base()));

        company.Play(company.Win("2026-11-10 10:00", "d1", sold));

        Assert.Equal(isHeld, Holds(company, "ann"));
        company.IsRight();
    }

    [Theory]
    [InlineData(CountFrom.Unlock, 999, false)]
    [InlineData(CountFrom.Unlock, 1_000, true)]
    [InlineData(CountFrom.PeriodStart, 99, false)]
    [InlineData(CountFrom.PeriodStart, 100, true)]
    public void Of_a_goal_that_a_quote_unlocks_the_900_sold_before_it_count_only_from_the_start_of_the_period(
        CountFrom from,
        long sold,
        bool isHeld
    )
    {
        var company = Of(Promise.Goal("a", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base()));
        company.Has(Promise.Goal("b", Promise.Person("ann"), Metric.Revenue, 1_000_00, Promise.Base()).After("a", from: from));
        company.Play(company.Win("2026-11-10 10:00", "d1", 900));
        company.Play(company.Quote("2026-11-11 10:00", "q1"));
        Assert.False(Holds(company, "ann"));

        company.Play(company.Win("2026-11-12 10:00", "d2", sold));

        Assert.Equal(isHeld, Holds(company, "ann"));
        company.IsRight();
        company.Play(company.Win("2026-11-09 10:00", "d0", 50));
        Assert.Equal(isHeld || from is CountFrom.PeriodStart, Holds(company, "ann"));
        company.IsRight();
    }

    [Fact]
    public void A_badge_for_half_a_goal_whose_unlock_moves_from_before_one_500_to_before_another_is_held_since_the_other()
    {
        var half = new Badge("half", "Half Way", "Half of a month's goal.", BadgeCategory.Milestone, new Trigger.GoalMonth(50));
        var company = new Company(Rulebook.Default with { Badges = [half] }, Company.Person("ann", "north"));
        company.Has(Promise.Goal("a", Promise.Person("ann"), Metric.Quotes, 2, Promise.Base()));
        company.Has(Promise.Goal("b", Promise.Person("ann"), Metric.Revenue, 1_000_00, Promise.Base()).After("a"));
        company.Play(company.Quote("2026-11-03 09:00", "q1"), company.Quote("2026-11-04 09:00", "q2"));
        company.Play(company.Win("2026-11-05 09:00", "d1", 500));

        company.Play(
            company.Void("2026-11-03 10:00", "q1", received: "2026-11-08 10:00"),
            company.Quote("2026-11-06 09:00", "q3", received: "2026-11-08 10:00"),
            company.Win("2026-11-07 09:00", "d2", 500, received: "2026-11-08 10:00")
        );

        var held = company.Keeper.Badges[("half", new("ann"), "2026-11")];
        Assert.Equal((50, Company.At("2026-11-07 09:00")), (held.Actual, held.Crossed!.Value.Credited));
        company.IsRight();
    }

    [Fact]
    public void Of_a_goal_that_nothing_unlocked_no_deal_counts_for_the_badge()
    {
        var company = Of(Promise.Goal("a", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base()));
        company.Has(Promise.Goal("b", Promise.Person("ann"), Metric.Revenue, 1_000_00, Promise.Base()).After("a"));

        company.Play(company.Win("2026-11-10 10:00", "d1", 5_000));

        Assert.False(Holds(company, "ann"));
        company.IsRight();
    }

    [Fact]
    public void A_goal_of_the_members_counts_person_by_person_with_their_own_target()
    {
        var goal = Promise.Goal("g", Promise.Members, Metric.Revenue, 1_000_00, Promise.Base());
        var company = Of(goal.Planned(plan => plan with { Targets = new Dictionary<PersonId, long> { [new("bob")] = 2_000_00 } }));

        company.Play(company.Win("2026-11-10 10:00", "d1", 1_500), company.Win("2026-11-10 11:00", "d2", 1_500, "bob"));

        Assert.True(Holds(company, "ann"));
        Assert.False(Holds(company, "bob"));
        company.Play(company.Win("2026-11-11 10:00", "d3", 500, "bob"));
        Assert.True(Holds(company, "bob"));
        company.IsRight();
    }

    [Fact]
    public void A_deal_that_comes_late_counts_too_and_one_that_is_reopened_takes_it()
    {
        var company = Of(Promise.Goal("g", Promise.Members, Metric.Revenue, 1_000_00, Promise.Base()));
        company.Play(company.Win("2026-11-12 10:00", "d1", 600));

        company.Play(company.Win("2026-11-10 10:00", "d2", 400));
        Assert.True(Holds(company, "ann"));

        company.Play(company.Reopen("2026-11-13 10:00", "d2"));
        Assert.False(Holds(company, "ann"));
        company.IsRight();
    }

    [Fact]
    public void What_somebody_sold_for_another_team_is_not_the_members()
    {
        var company = new Company(
            Company.Person("ann") with
            {
                Memberships = [new(new("south"), null, new(2026, 11, 16)), new(new("north"), new(2026, 11, 16), null)],
            }
        );
        company.Has(Promise.Goal("g", Promise.Members, Metric.Revenue, 1_000_00, Promise.Base()));

        company.Play(company.Win("2026-11-10 10:00", "d1", 900), company.Win("2026-11-17 10:00", "d2", 900));
        Assert.False(Holds(company, "ann"));
        company.Play(company.Win("2026-11-18 10:00", "d3", 100));

        Assert.True(Holds(company, "ann"));
        company.IsRight();
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("shadow")]
    [InlineData("december")]
    [InlineData("team")]
    [InlineData("deals")]
    public void What_nobody_was_given_for_the_month_counts_nothing(string what)
    {
        var goal = Promise.Goal(
            "g",
            what is "team" ? Promise.North : Promise.Person("ann"),
            what is "deals" ? Metric.Deals : Metric.Revenue,
            1,
            Promise.Base()
        );
        var assignment = goal.Assignment!;
        var company = Of(
            goal with
            {
                Assignment = what switch
                {
                    "draft" => assignment with { Published = null },
                    "shadow" => assignment with { IsShadow = true },
                    "december" => assignment with { Only = new("2026-12") },
                    _ => assignment,
                },
            }
        );

        company.Play(company.Win("2026-11-12 10:00", "d1", 600));
        company.Play(company.Win("2026-11-10 10:00", "d2", 400));

        Assert.False(Holds(company, "ann"));
        company.IsRight();
    }

    private static Company Of(Goal goal)
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "north"));
        company.Has(goal);
        return company;
    }

    private static bool Holds(Company company, string person) =>
        company.Keeper.Badges.GetValueOrDefault((Breaker, new(person), "2026-11")) is { IsHeld: true };
}
