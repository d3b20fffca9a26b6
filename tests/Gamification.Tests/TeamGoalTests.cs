using Gamification.Goals;
using Gamification.People;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>Goals of teams and of the organisation: their grants follow what was once reached, and go to the roster of the crossing.</summary>
public sealed class TeamGoalTests
{
    private static readonly TeamId North = new("north");
    private static readonly TeamId South = new("south");

    [Fact]
    public void A_team_target_of_60_000_is_reached_by_a_pool_of_62_000_and_goes_to_those_who_are_there_at_the_crossing()
    {
        var company = new Company(
            Company.Person("u1", "north"),
            Company.Person("u2") with
            {
                Memberships = [new(North, null, new(2026, 11, 16)), new(South, new(2026, 11, 16), null)],
            },
            Company.Person("u3") with
            {
                Memberships = [new(South, null, new(2026, 11, 16)), new(North, new(2026, 11, 16), null)],
            }
        );
        company.Has(Promise.Goal("g", Promise.North, Metric.Revenue, 60_000_00, Promise.Base(Promise.Coins(100))));

        company.Play(company.Win("2026-11-10 10:00", "d1", 30_000, "u1"));
        company.Play(company.Win("2026-11-11 10:00", "d2", 18_000, "u2"));
        company.Play(company.Win("2026-11-12 10:00", "d3", 5_000, "u3"));
        company.Play(company.Win("2026-11-17 10:00", "d4", 9_000, "u2"));
        Assert.Empty(company.Keeper.Grants);
        company.Play(company.Win("2026-11-18 10:00", "d5", 14_000, "u3"));

        Assert.Equal(62_000_00, company.Progress("g", "team:north")!.Actual);
        Assert.Equal("u1:100 u3:100", company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void A_deal_reopened_after_the_crossing_leaves_the_grant_alone_and_a_late_fact_that_shows_it_was_never_reached_takes_it()
    {
        var company = Team(Promise.Goal("g", Promise.North, Metric.Revenue, 100_000_00, Promise.Base(Promise.Coins(500))));
        company.Keeper.Managers[Promise.North] = [new("mia")];
        company.Play(company.Win("2026-11-03 10:00", "d1", 96_000), company.Win("2026-11-05 10:00", "d7", 5_000, "bob"));
        Assert.Equal([500], company.Lines("g", "person:ann"));

        company.Play(company.Reopen("2026-11-06 10:00", "d7"), company.Win("2026-11-07 10:00", "d7", 5_000, "bob"));
        Assert.Equal([500], company.Lines("g", "person:ann"));
        Assert.Equal([500], company.Lines("g", "person:bob"));
        company.IsRight();

        company.Play(company.Amount("2026-11-04 10:00", "d1", 1_000, received: "2026-11-08 10:00"));
        Assert.Equal([500, -500], company.Lines("g", "person:ann"));
        Assert.Contains(company.Keeper.Announcements, told => told is { Kind: "reversal", To.Key: "person:mia" });
        company.IsRight();
    }

    [Fact]
    public void What_a_manager_keeps_comes_again_and_is_counted_as_kept()
    {
        var company = Team(
            Promise.Goal("g", Promise.North, Metric.Revenue, 100_000_00, Promise.Base(Promise.Coins(500), Promise.Points(30)))
        );
        company.Play(company.Win("2026-11-03 10:00", "d1", 96_000), company.Win("2026-11-05 10:00", "d7", 5_000, "bob"));
        company.Play(company.Amount("2026-11-04 10:00", "d1", 1_000, received: "2026-11-08 10:00"));
        Assert.Equal(0, company.Bonus("ann"));

        var (key, grant) = company.Keeper.Grants.Single();
        company.Keeper.Grants[key] = grant with { IsKept = true };
        company.Keeper.CountAgain(new("g"));

        Assert.Equal("ann:530 bob:530 cyd:530", company.Net("g"));
        Assert.Equal(30, company.Bonus("ann"));
        Assert.Equal(1, company.Keeper.Kept());
        company.IsRight();
    }

    [Theory]
    [InlineData(Sharing.Each, "ann:1000 bob:1000 cyd:1000")]
    [InlineData(Sharing.Even, "ann:334 bob:333 cyd:333")]
    [InlineData(Sharing.Proportional, "ann:500 bob:300 cyd:200")]
    public void A_thousand_coins_go_to_each_or_evenly_or_by_50_30_20(Sharing share, string net)
    {
        var company = Team(Promise.Goal("g", Promise.North, Metric.Revenue, 100_00, Promise.Base(Promise.Coins(1_000))).Sharing(share));

        company.Play(company.Win("2026-11-03 10:00", "d1", 50), company.Win("2026-11-03 11:00", "d2", 30, "bob"));
        company.Play(company.Win("2026-11-03 12:00", "d3", 20, "cyd"), company.Win("2026-11-03 13:00", "d4", 99, "cyd"));

        Assert.Equal(net, company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void A_late_deal_that_lies_before_the_crossing_shares_anew()
    {
        var company = Team(
            Promise.Goal("g", Promise.North, Metric.Revenue, 100_00, Promise.Base(Promise.Coins(100))).Sharing(Sharing.Proportional)
        );
        company.Play(company.Win("2026-11-03 10:00", "d1", 50), company.Win("2026-11-03 12:00", "d2", 50, "bob"));
        Assert.Equal("ann:50 bob:50", company.Net("g"));

        company.Play(company.Win("2026-11-03 11:00", "d3", 50, "cyd", received: "2026-11-04 10:00"));

        Assert.Equal("ann:50 cyd:50", company.Net("g"));
        Assert.Equal([50, -50], company.Lines("g", "person:bob"));
        company.IsRight();
    }

    [Fact]
    public void Every_member_has_to_bring_half_of_an_even_share_or_of_their_own_target()
    {
        var company = Team(
            Promise
                .Goal("g", Promise.North, Metric.Quotes, 6, Promise.Base(Promise.Coins(7)))
                .If(everyMember: 50)
                .Planned(plan => plan with { Targets = new Dictionary<PersonId, long> { [new("cyd")] = 4 } })
        );
        company.Play([.. Enumerable.Range(1, 6).Select(i => company.Quote($"2026-11-03 1{i}:00", $"a{i}"))]);
        company.Play(company.Quote("2026-11-04 10:00", "b1", "bob"), company.Quote("2026-11-04 11:00", "c1", "cyd"));
        Assert.Empty(company.Keeper.Grants);

        company.Play(company.Quote("2026-11-04 12:00", "c2", "cyd"));

        Assert.Equal("ann:7 bob:7 cyd:7", company.Net("g"));
        company.IsRight();
    }

    [Theory]
    [InlineData(66, true)]
    [InlineData(67, false)]
    public void Two_of_three_are_66_percent_and_not_67(int percent, bool isReached)
    {
        var company = Team(Promise.Goal("g", Promise.North, Metric.Quotes, 2, Promise.Base(Promise.Coins(7))).If(participation: percent));

        company.Play(company.Quote("2026-11-03 10:00", "a1"), company.Quote("2026-11-04 10:00", "b1", "bob"));

        Assert.Equal(isReached, company.Keeper.Grants.Count == 1);
        company.IsRight();
    }

    [Fact]
    public void A_team_without_anybody_left_has_a_grant_and_nobody_to_give_it_to()
    {
        var company = new Company(Company.Person("ann") with { Memberships = [new(North, null, new(2026, 11, 5))] });
        company.Has(Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(7))).PublishedAt("2026-11-06 09:00"));

        company.Play(company.Quote("2026-11-03 10:00", "a1"));

        Assert.Single(company.Keeper.Grants);
        Assert.Empty(company.Keeper.GrantLines);
        company.IsRight();
    }

    [Fact]
    public void A_goal_published_after_its_tier_was_passed_is_granted_to_the_roster_of_that_moment()
    {
        var company = new Company(
            Company.Person("ann") with
            {
                Memberships = [new(North, null, new(2026, 11, 10))],
            },
            Company.Person("bob") with
            {
                Memberships = [new(North, new(2026, 11, 8), null)],
            }
        );
        company.Play(company.Quote("2026-11-03 10:00", "a1"));

        company.Has(Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(7))).PublishedAt("2026-11-12 09:00"));

        Assert.Equal("bob:7", company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void A_manager_adds_somebody_and_leaves_somebody_out()
    {
        var company = Team(Promise.Goal("g", Promise.North, Metric.Quotes, 1, Promise.Base(Promise.Coins(90))).Sharing(Sharing.Even));
        company.Play(company.Quote("2026-11-03 10:00", "a1"));
        Assert.Equal("ann:30 bob:30 cyd:30", company.Net("g"));
        var grant = company.Keeper.Grants.Keys.Single();

        company.Keeper.RecipientChanges.Add(new(grant, new("dan"), IsAdded: true, Company.At("2026-11-04 10:00"), "mia", "helped"));
        company.Keeper.RecipientChanges.Add(new(grant, new("bob"), IsAdded: false, Company.At("2026-11-04 11:00"), "mia", "on leave"));
        company.Keeper.RecipientChanges.Add(new(grant, new("cyd"), IsAdded: false, Company.At("2026-11-04 12:00"), "mia", "on leave"));
        company.Keeper.CountAgain(new("g"));

        Assert.Equal("ann:45 dan:45", company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void The_organisation_counts_everybody_and_a_prize_for_all_together_is_one()
    {
        var company = Team(
            Promise.Goal(
                "g",
                SubjectId.Organisation,
                Metric.Deals,
                2,
                Promise.Base(new Reward.Prize("Dinner", null, OnceForTeam: true), Promise.Points(10))
            )
        );

        company.Play(company.Win("2026-11-03 10:00", "d1", 100), company.Win("2026-11-04 10:00", "d2", 100, "dan"));

        Assert.Equal([1], company.Lines("g", "organisation"));
        Assert.All((string[])["ann", "bob", "cyd", "dan"], person => Assert.Equal(10, company.Bonus(person)));
        company.IsRight();
    }

    [Fact]
    public void Somebody_who_turns_out_to_have_been_elsewhere_loses_what_was_shared_and_the_sum_goes_with_them()
    {
        var company = Team(Promise.Goal("g", Promise.North, Metric.Deals, 1, Promise.Base(Promise.Coins(7), Promise.Points(5))));
        company.Play(company.Win("2026-11-03 10:00", "d1", 100));
        Assert.Equal("ann:12 bob:12 cyd:12", company.Net("g"));

        company.Keeper.Change(Company.Person("bob", "south"));
        Assert.Equal("ann:12 cyd:12", company.Net("g"));
        company.IsRight();

        company.Keeper.Change(Company.Person("ann", "south"));
        Assert.Equal("", company.Net("g"));
        company.IsRight();
    }

    [Theory]
    [InlineData("2026-11-03 10:01", null, "ann:7 bob:7 cyd:7")]
    [InlineData("2026-11-03 10:00", null, "ann:7 cyd:7")]
    [InlineData("2026-11-03 09:59", "2026-11-03 10:01", "ann:7 cyd:7")]
    [InlineData("2026-11-03 09:59", "2026-11-03 10:00", "ann:7 bob:7 cyd:7")]
    public void Who_was_active_at_the_crossing_at_10_has_the_share_whatever_became_of_them(string from, string? until, string net)
    {
        var company = Team(Promise.Goal("g", Promise.North, Metric.Deals, 1, Promise.Base(Promise.Coins(7))));
        company.Play(company.Win("2026-11-03 10:00", "d1", 100));

        company.Keeper.Change(
            Company.Person("bob", "north") with
            {
                Inactive = [new(Company.At(from), until is null ? null : Company.At(until))],
            }
        );

        Assert.Equal(net, company.Net("g"));
        company.IsRight();
    }

    [Fact]
    public void A_team_reward_is_told_once_to_its_channel_and_to_everybody_who_receives_something()
    {
        var company = Team(
            Promise.Goal(
                "g",
                Promise.North,
                Metric.Deals,
                1,
                Promise.Base(Promise.Coins(7)),
                Promise.At(TierKind.Super, 150, Promise.Coins(8))
            )
        );
        company.Keeper.Channels.Add(new(new("web:north"), North));

        company.Play(company.Win("2026-11-03 10:00", "d1", 100), company.Win("2026-11-03 11:00", "d2", 100));

        var told = company.Keeper.Announcements.Where(one => one.Kind == "team.reward").ToList();
        Assert.Equal(
            ["channel:web:north", "person:ann", "person:bob", "person:cyd"],
            told.Select(one => one.To.Key).Order(StringComparer.Ordinal)
        );
        Assert.All(told, one => Assert.Equal("reward:g:team:north:2026-11:super", one.About));
        Assert.Equal("coins:45", told.Single(one => one.To.Key == "channel:web:north").Data["rewards"]);
        Assert.Equal("coins:15", told.Single(one => one.To.Key == "person:ann").Data["rewards"]);
    }

    [Fact]
    public void A_team_median_is_over_all_replies_and_granted_by_the_close()
    {
        var company = Team(
            Promise
                .Goal("g", Promise.North, Metric.ResponseTime, 20 * 60, Promise.Base(Promise.Coins(30)))
                .Every(PeriodKind.Week)
                .Sharing(Sharing.Even)
        );
        foreach (
            var (talk, (person, minutes)) in new[] { ("ann", 10), ("ann", 30), ("bob", 20), ("bob", 15), ("dan", 1), ("cyd", 45) }.Index()
        )
            company.Play(
                company.Asks("2026-11-18 10:00", $"t{talk}", person),
                company.Replies($"2026-11-18 10:{minutes:00}", $"t{talk}", person)
            );

        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 18));

        Assert.Equal(20 * 60, company.Progress("g", "team:north", "2026-W47")!.Actual);
        Assert.Equal("ann:10 bob:10 cyd:10", company.Net("g"));
        company.IsRight();
    }

    private static Company Team(params IReadOnlyList<Goal> goals)
    {
        var company = new Company(
            Company.Person("ann", "north"),
            Company.Person("bob", "north"),
            Company.Person("cyd", "north"),
            Company.Person("dan")
        );
        foreach (var goal in goals)
            company.Has(goal);

        return company;
    }
}
