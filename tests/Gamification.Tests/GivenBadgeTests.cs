using Gamification.Badges;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>Badges that goals give: they are not played, they follow the lines of grants, and are told with the tier that gives them.</summary>
public sealed class GivenBadgeTests
{
    private static readonly CustomBadge Hero = new("Hero", "For who carries us.", BadgeCategory.Revenue, "🦸", null, null, null);

    [Fact]
    public void A_badge_without_a_trigger_is_there_and_is_not_played()
    {
        var settings = new BadgeSettings([new("hero", 1, Threshold: null, IsDisabled: false) { Custom = Hero }]);

        var (badge, isDisabled) = Assert.Single(
            settings.All(null, BadgeCatalogue.Default, Company.Organisation),
            one => one.Badge.IsCustom
        );
        Assert.Equal(("hero", true, false), (badge.Id, badge.IsReward, isDisabled));
        Assert.Equal(BadgeCatalogue.Default, settings.On(null, BadgeCatalogue.Default, Company.Organisation));
    }

    [Fact]
    public void A_tier_gives_its_badge_in_its_own_message_reopened_takes_it_with_the_reversal_and_won_again_says_nothing()
    {
        var company = Ann(Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00, Promise.Base(new Reward.Badge("hero"))));
        company.Play(company.Win("2026-11-03 10:00", "d1", 96_000));
        Assert.Empty(company.Lines("g", "person:ann"));

        company.Play(company.Win("2026-11-04 10:00", "d7", 5_000));
        Assert.Equal([1], company.Lines("g", "person:ann"));
        company.Play(company.Reopen("2026-11-05 10:00", "d7"));
        Assert.Equal([1, -1], company.Lines("g", "person:ann"));
        company.Play(company.Win("2026-11-06 10:00", "d7", 5_000));

        Assert.Equal([1, -1, 1], company.Lines("g", "person:ann"));
        Assert.Equal(["tier.reached hero", "reversal hero"], Badges(company));
        Assert.DoesNotContain(company.Keeper.Awards, award => award.Badge == "hero");
        Assert.DoesNotContain(company.Keeper.Badges.Keys, row => row.Badge == "hero");
        company.IsRight();
    }

    [Fact]
    public void A_team_tier_gives_the_badge_to_each_who_is_there_and_the_channel_reads_it_once()
    {
        var company = new Company(Company.Person("ann", "north"), Company.Person("bob", "north"));
        company.Keeper.Channels.Add(new(new("web:north"), new("north")));
        company.Has(
            Promise.Goal(
                "g",
                Promise.North,
                Metric.Deals,
                1,
                Promise.Base(new Reward.Badge("hero"), Promise.Coins(5)),
                Promise.Super(new Reward.Badge("legend"))
            )
        );

        company.Play(company.Win("2026-11-03 10:00", "d1", 100));

        Assert.Equal(["channel:web:north hero", "person:ann hero", "person:bob hero"], Readers(company));
        Assert.Equal(2, company.Keeper.GrantLines.Count(line => line is { Reward: "badge", Amount: 1 }));
        company.IsRight();
    }

    [Fact]
    public void Two_tiers_passed_at_once_tell_both_badges_in_one_message()
    {
        var company = Ann(
            Promise.Goal(
                "g",
                Promise.Person("ann"),
                Metric.Deals,
                1,
                Promise.Base(new Reward.Badge("hero")),
                Promise.At(TierKind.Super, 200, new Reward.Badge("legend"))
            )
        );

        company.Play(company.Win("2026-11-03 10:00", "d1", 100), company.Win("2026-11-03 10:00", "d2", 100));

        Assert.Equal(["tier.reached hero legend"], Badges(company));
        company.IsRight();
    }

    [Fact]
    public void A_goal_that_gives_what_is_no_reward_is_told_where_to_add_one()
    {
        var wish = Plans.Revenue with { Tiers = [new(TierKind.Base, Rewards: [new(RewardKind.Badge, Badge: "closer")])] };

        var fault = Assert.Single(Assert.IsType<PlanChecked.Invalid>(PlanCheck.Of(wish, Plans.Context)).Faults);

        Assert.Equal("tiers[0].rewards[0].badge", fault.Field);
        Assert.Contains("given as a reward only", $"{fault.Remedy}", StringComparison.Ordinal);
        Assert.Contains("/medalist badge new", $"{fault.Remedy}", StringComparison.Ordinal);
    }

    private static Company Ann(Goal goal) => new Company(Company.Person("ann", "north")).Has(goal);

    private static IEnumerable<string> Badges(Company company) =>
        company
            .Keeper.Announcements.Where(told => told.To is Announcements.Recipient.Person && told.Data.ContainsKey("badges"))
            .Select(told => $"{told.Kind} {told.Data["badges"]}");

    private static IEnumerable<string> Readers(Company company) =>
        company
            .Keeper.Announcements.Where(told => told.Kind == "team.reward")
            .Select(told => $"{told.To.Key} {told.Data.GetValueOrDefault("badges")}")
            .Order(StringComparer.Ordinal);
}
