using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>SPEC 9: tiers that rise and rewards that can be given; each refusal at the field as it is named on the wire.</summary>
public sealed class TierCheckTests
{
    [Theory]
    [InlineData("110", "130", null)]
    [InlineData("100", "130", "tiers[1].triggerPercent")]
    [InlineData("99.99", "130", "tiers[1].triggerPercent")]
    [InlineData("100.01", "100.02", null)]
    [InlineData("110", "110", "tiers[2].triggerPercent")]
    [InlineData("110", "109.99", "tiers[2].triggerPercent")]
    [InlineData("112.555", "130", "tiers[1].triggerPercent")]
    [InlineData("110", "10000", null)]
    [InlineData("110", "10000.01", "tiers[2].triggerPercent")]
    [InlineData("0", "130", "tiers[1].triggerPercent")]
    public void Triggers_rise_strictly_above_a_base_of_100_percent(string super, string mega, string? field) =>
        Plans.Refused(
            Plans.Revenue with
            {
                Tiers =
                [
                    new(TierKind.Base),
                    new(TierKind.Super, TriggerPercent: Plans.Number(super)),
                    new(TierKind.Mega, TriggerPercent: Plans.Number(mega)),
                ],
            },
            field
        );

    [Theory]
    [InlineData("30000.01", null)]
    [InlineData("30000", "tiers[0].triggerAmount")]
    [InlineData("29999.99", "tiers[0].triggerAmount")]
    [InlineData("33000.001", "tiers[0].triggerAmount")]
    public void A_trigger_by_amount_lies_above_the_target_of_30_000(string amount, string? field) =>
        Plans.Refused(Plans.Revenue with { Tiers = [new(TierKind.Super, TriggerAmount: Plans.Number(amount))] }, field);

    [Theory]
    [InlineData("29.98", "tiers[0].triggerAmount")]
    [InlineData("29.5", null)]
    [InlineData("30", "tiers[0].triggerAmount")]
    [InlineData("45", "tiers[0].triggerAmount")]
    public void A_quicker_median_than_30_minutes_is_the_harder_one(string minutes, string? field) =>
        Plans.Refused(Plans.Replies with { Tiers = [new(TierKind.Super, TriggerAmount: Plans.Number(minutes))] }, field);

    [Theory]
    [InlineData("999", null)]
    [InlineData("999.01", "tiers[0].triggerPercent")]
    public void A_median_is_never_more_than_999_percent(string percent, string? field) =>
        Plans.Refused(Plans.Replies with { Tiers = [new(TierKind.Super, TriggerPercent: Plans.Number(percent))] }, field);

    [Fact]
    public void Triggers_rise_for_a_person_with_a_target_of_their_own_too()
    {
        PlanWish With(decimal own) =>
            Plans.Members with
            {
                Targets = new Dictionary<string, decimal> { ["ann"] = own },
                Tiers = [new(TierKind.Super, TriggerAmount: 35_000)],
            };

        Plans.Refused(With(34_999.99m), null);
        Plans.Refused(With(35_000), "tiers[0].triggerAmount");
    }

    [Fact]
    public void Each_kind_of_tier_is_there_once_and_mega_only_with_super()
    {
        Plans.Refused(Plans.Revenue with { Tiers = [new(TierKind.Mega)] }, "tiers[0].kind");
        Plans.Refused(Plans.Revenue with { Tiers = [new(TierKind.Super), new(TierKind.Super, TriggerPercent: 120)] }, "tiers[1].kind");
        Plans.Refused(Plans.Revenue with { Tiers = [new(Kind: null)] }, "tiers[0].kind");
        Plans.Refused(
            Plans.Revenue with
            {
                Tiers = [new(TierKind.Super, TriggerPercent: 110, TriggerAmount: 5)],
            },
            "tiers[0].triggerAmount"
        );
        Plans.Refused(Plans.Revenue with { Tiers = [new(TierKind.Base, Label: new('x', 61))] }, "tiers[0].label");
    }

    [Fact]
    public void A_base_below_100_percent_may_be_wanted() =>
        Plans.Refused(
            Plans.Revenue with
            {
                Tiers = [new(TierKind.Base, TriggerPercent: 80), new(TierKind.Super, TriggerPercent: 100)],
            },
            null
        );

    public static TheoryData<RewardWish, SubjectKind, string?> Rewards =>
        new()
        {
            { new(RewardKind.Points, 1), SubjectKind.Members, null },
            { new(RewardKind.Points, 0), SubjectKind.Members, "amount" },
            { new(RewardKind.Points, 1.5m), SubjectKind.Members, "amount" },
            { new(RewardKind.Points), SubjectKind.Members, "amount" },
            { new(RewardKind.Coins, 1_000_000_000), SubjectKind.Members, null },
            { new(RewardKind.Coins, 1_000_000_001), SubjectKind.Members, "amount" },
            { new(RewardKind.Coins, 5, Name: "five"), SubjectKind.Members, "name" },
            { new(RewardKind.Coins, 5, Price: 5), SubjectKind.Members, "price" },
            { new(RewardKind.Badge, Badge: "hero"), SubjectKind.Team, null },
            { new(RewardKind.Badge, Badge: "closer"), SubjectKind.Team, "badge" },
            { new(RewardKind.Badge), SubjectKind.Team, "badge" },
            { new(RewardKind.Badge, 5, "hero"), SubjectKind.Team, "amount" },
            { new(RewardKind.Prize, Name: "Lunch"), SubjectKind.Members, null },
            { new(RewardKind.Prize, Name: "  "), SubjectKind.Members, "name" },
            { new(RewardKind.Prize, Name: "Lunch", Price: 0), SubjectKind.Members, "price" },
            { new(RewardKind.Prize, Name: "Lunch", OnceForTeam: true), SubjectKind.Members, "onceForTeam" },
            { new(RewardKind.Prize, Name: "Lunch", OnceForTeam: true), SubjectKind.Team, null },
            { new(Kind: null), SubjectKind.Members, "kind" },
        };

    [Theory]
    [MemberData(nameof(Rewards))]
    public void A_reward_has_what_its_kind_needs_and_nothing_else(RewardWish reward, SubjectKind subject, string? member) =>
        Plans.Refused(
            Plans.Members with
            {
                Subject = subject,
                Tiers = [new(TierKind.Base, Rewards: [reward])],
            },
            member is null ? null : $"tiers[0].rewards[0].{member}"
        );

    [Fact]
    public void A_tier_has_at_most_ten_rewards_and_a_goal_each_badge_once()
    {
        var coin = new RewardWish(RewardKind.Coins, 1);
        var hero = new RewardWish(RewardKind.Badge, Badge: "hero");

        Plans.Refused(Plans.Revenue with { Tiers = [new(TierKind.Base, Rewards: [.. Enumerable.Repeat(coin, 10)])] }, null);
        Plans.Refused(Plans.Revenue with { Tiers = [new(TierKind.Base, Rewards: [.. Enumerable.Repeat(coin, 11)])] }, "tiers[0].rewards");
        Plans.Refused(
            Plans.Revenue with
            {
                Tiers = [new(TierKind.Base, Rewards: [hero]), new(TierKind.Super, Rewards: [coin, hero])],
            },
            "tiers[1].rewards[1].badge"
        );
    }
}
