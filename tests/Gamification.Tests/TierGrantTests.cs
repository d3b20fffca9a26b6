using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>Tiers of a person's goal: they follow the present sum, and what is given follows them.</summary>
public sealed class TierGrantTests
{
    private static readonly TierKind[] Nothing = [];

    [Fact]
    public void Deal_d7_brings_500_coins_reopened_takes_them_and_won_again_at_5_000_gives_them_again_in_one_grant_of_three_lines()
    {
        var company = Ann(Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00, Promise.Base(Promise.Coins(500))));
        company.Play(company.Win("2026-11-03 10:00", "d1", 96_000));
        Assert.Empty(company.Keeper.Grants);

        company.Play(company.Win("2026-11-04 10:00", "d7", 5_000));
        Assert.Equal([500], company.Lines("g", "person:ann"));
        company.Play(company.Reopen("2026-11-05 10:00", "d7"));
        Assert.Equal([500, -500], company.Lines("g", "person:ann"));
        company.Play(company.Win("2026-11-06 10:00", "d7", 5_000));

        Assert.Equal([500, -500, 500], company.Lines("g", "person:ann"));
        Assert.Equal(500, company.Keeper.Wallet("ann"));
        Assert.Single(company.Keeper.Grants);
        Assert.Equal(["tier.reached", "reversal"], company.Told("g"));
        company.IsRight();
    }

    [Theory]
    [InlineData(299, new TierKind[] { })]
    [InlineData(300, new[] { TierKind.Base })]
    [InlineData(329, new[] { TierKind.Base })]
    [InlineData(330, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(389, new[] { TierKind.Base, TierKind.Super })]
    [InlineData(390, new[] { TierKind.Base, TierKind.Super, TierKind.Mega })]
    public void A_target_of_300_is_granted_at_300_330_and_390(int euros, TierKind[] granted)
    {
        var company = Ann(
            Promise.Goal(
                "g",
                Promise.Person("ann"),
                Metric.Revenue,
                300_00,
                Promise.Base(Promise.Coins(1)),
                Promise.Super(Promise.Coins(10)),
                Promise.Mega(Promise.Coins(100))
            )
        );

        company.Play(company.Win("2026-11-03 10:00", "d1", euros));

        Assert.Equal(granted, company.Granted("g"));
        Assert.Equal(granted, company.Tiers("g", "person:ann"));
        Assert.Equal(granted.Length == 0 ? [] : ["tier.reached"], company.Told("g"));
        company.IsRight();
    }

    [Fact]
    public void Points_of_a_reward_are_in_every_score_and_in_no_goal()
    {
        var company = Ann(
            Promise.Goal("g", Promise.Person("ann"), Metric.Deals, 1, Promise.Base(Promise.Points(200))),
            Promise.Goal("p", Promise.Person("ann"), Metric.Points, 250, Promise.Base(Promise.Coins(1)))
        );

        company.Play(company.Win("2026-11-03 10:00", "d1", 100));

        Assert.Equal(50 + 5 + 200, company.Points("ann"));
        Assert.Equal(50 + 5 + 200, company.Points("ann", "2026-W45"));
        Assert.Equal(55, company.Progress("p", "person:ann")!.Actual);
        company.IsRight();
    }

    [Fact]
    public void Points_of_a_reward_follow_their_tier_into_the_week_of_the_activity_that_crosses_it()
    {
        var company = Ann(Promise.Goal("g", Promise.Person("ann"), Metric.Deals, 2, Promise.Base(Promise.Points(200))));
        company.Play(company.Win("2026-11-12 10:00", "d2", 100), company.Win("2026-11-13 10:00", "d3", 100));
        Assert.Equal(50 + 50 + 5 + 5 + 200, company.Points("ann", "2026-W46"));

        company.Play(
            company.Win("2026-11-08 10:00", "d0", 100, received: "2026-11-13 11:00"),
            company.Win("2026-11-08 11:00", "d1", 100, received: "2026-11-13 11:00")
        );

        Assert.Equal(50 + 50 + 5 + 200, company.Points("ann", "2026-W45"));
        Assert.Equal([200], company.Lines("g", "person:ann"));
        company.IsRight();
    }

    [Fact]
    public void Members_of_a_team_have_the_goal_each_with_the_whole_target_or_their_own_while_they_are_members()
    {
        var company = new Company(
            Company.Person("ann", "north"),
            Company.Person("bob", "north") with
            {
                Memberships = [new(new("north"), null, new(2026, 11, 10)), new(new("south"), new(2026, 11, 10), null)],
            },
            Company.Person("cyd", "south")
        );
        company.Has(
            Promise
                .Goal("g", Promise.Members, Metric.Quotes, 2, Promise.Base(Promise.Coins(5)))
                .Planned(plan => plan with { Targets = new Dictionary<PersonId, long> { [new("ann")] = 3 } })
        );

        foreach (var person in (string[])["ann", "bob", "cyd"])
            company.Play(
                company.Quote("2026-11-09 10:00", $"{person}1", person),
                company.Quote("2026-11-10 10:00", $"{person}2", person),
                company.Quote("2026-11-11 10:00", $"{person}3", person)
            );

        Assert.Equal("ann:5", company.Net("g"));
        Assert.Equal((3, 1), (company.Progress("g", "person:ann")!.Actual, company.Progress("g", "person:bob")!.Actual));
        Assert.Null(company.Progress("g", "person:cyd"));
        company.IsRight();
    }

    [Fact]
    public void An_owner_change_inside_a_team_crosses_nothing_on_its_way()
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "north"));
        company.Has(Promise.Goal("g", Promise.North, Metric.Deals, 2, Promise.Base(Promise.Coins(5))));
        company.Play(company.Win("2026-11-03 10:00", "d1", 100), company.Hand("2026-11-04 10:00", "d1", Company.Mail("bob")));

        Assert.Empty(company.Keeper.Grants);
        Assert.Equal(1, company.Progress("g", "team:north")!.Actual);
        company.IsRight();
    }

    [Fact]
    public void A_median_is_decided_and_granted_by_the_close()
    {
        var company = Ann(
            Promise
                .Goal(
                    "g",
                    Promise.Person("ann"),
                    Metric.ResponseTime,
                    30 * 60,
                    Promise.Base(Promise.Coins(5)),
                    Promise.Super(Promise.Points(7))
                )
                .Every(PeriodKind.Week)
        );
        for (var talk = 0; talk < 5; talk++)
            company.Play(company.Asks("2026-11-18 10:00", $"t{talk}"), company.Replies("2026-11-18 10:27", $"t{talk}"));
        Assert.Empty(company.Keeper.Grants);

        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 18));

        Assert.Equal([TierKind.Base, TierKind.Super], company.Granted("g"));
        Assert.Equal(7, company.Bonus("ann"));
        Assert.Equal(7, company.Points("ann", "2026-W48"));
        Assert.Equal(["tier.reached"], company.Told("g"));
        company.IsRight();
    }

    [Fact]
    public void A_shadow_goal_and_a_draft_give_nothing_and_tell_nobody()
    {
        var goal = Promise.Goal("shadow", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Coins(5)));
        var draft = Promise.Goal("draft", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Promise.Coins(5)));
        var company = Ann(
            goal with
            {
                Assignment = goal.Assignment! with { IsShadow = true },
            },
            draft with
            {
                Assignment = draft.Assignment! with { Published = null },
            }
        );

        company.Play(company.Quote("2026-11-03 10:00", "q1"));

        Assert.Equal([TierKind.Base], company.Tiers("shadow", "person:ann"));
        Assert.Null(company.Progress("draft", "person:ann"));
        Assert.Empty(company.Keeper.Grants);
        Assert.Empty(company.Told("shadow"));
        company.IsRight();
    }

    private static Company Ann(params IReadOnlyList<Goal> goals)
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "south"));
        foreach (var goal in goals)
            company.Has(goal);

        return company;
    }
}
