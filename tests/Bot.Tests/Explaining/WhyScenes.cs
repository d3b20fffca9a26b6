using Bot.Cards;
using Bot.Explaining;
using Bot.Explaining.Assigned;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Storage;

namespace Bot.Tests.Explaining;

/// <summary>Explained goals as cards.</summary>
internal static class WhyScenes
{
    private static readonly Tier Base = Stories.Tier(TierKind.Base, 100, new Reward.Coins(101));
    private static readonly Tier Super = Stories.Tier(TierKind.Super, 110);

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        yield return ("why-goal-accelerated", WhyCard.Compose(WhyAssigned.Whole(Accelerated(), Asked())));
        yield return ("why-goal-tier", WhyCard.Compose(WhyAssigned.OfTier(BelowSuper(), TierKind.Super, Asked())));
        yield return ("why-goal-team", WhyCard.Compose(WhyAssigned.Whole(Together(), Asked("Ana Alvarez"))));
        yield return ("why-goal-hostile", WhyCard.Compose(WhyAssigned.Whole(Hostile(), Asked())));
    }

    /// <summary>As much as a goal of a large team has to tell, in the given words.</summary>
    public static IEnumerable<(string Name, Card Card)> Longest(string kind, Func<int, string> word)
    {
        var rewards = Enumerable.Range(0, 20).Select(Reward (i) => new Reward.Prize(word(i), 1_000)).ToArray();
        Tier[] tiers =
        [
            .. new[] { (TierKind.Base, 100), (TierKind.Super, 110), (TierKind.Mega, 130) }.Select(tier =>
                Stories.Tier(tier.Item1, tier.Item2, rewards) with
                {
                    Label = word(tier.Item2),
                }
            ),
        ];
        var story = Stories.Of(
            Metric.Revenue,
            SubjectId.OfTeam(Stories.Emea.Id),
            100_000_00,
            150_000_00,
            plan =>
                plan with
                {
                    Name = word(0),
                    Tiers = tiers,
                    Collective = new(Sharing.Proportional, EveryMember: 100_00, Participation: 100_00),
                }
        );
        var people = Enumerable.Range(0, 200).Select(i => SubjectId.Of(new Gamification.PersonId($"{i}{new string('x', 90)}"))).ToArray();
        var grant = Grant(story, people);
        story = story with
        {
            Grants =
            [
                .. tiers.Select(tier =>
                    grant with
                    {
                        Key = grant.Key with { Tier = tier.Kind },
                        KeptBy = "mara",
                        KeptReason = word(1),
                        Lines =
                        [
                            .. grant.Lines,
                            .. grant.Lines.Select(line => line with { Revision = 1, Amount = -1, Reason = GrantReasons.Shared }),
                        ],
                        Changes =
                        [
                            .. people.Select(
                                (person, i) => new RecipientChange(grant.Key, person.Person!.Value, true, grant.Credited, "mara", word(i))
                            ),
                        ],
                    }
                ),
            ],
            Trace = story.Trace with
            {
                LeftOut = [.. Enumerable.Range(0, 9).Select(i => new LeftOut(FactReasons.NoRate, $"CU{i}", 1_000))],
            },
        };
        yield return ($"an explanation in {kind}", WhyCard.Compose(WhyAssigned.Whole(story, Asked(BoardNames.Clean(word(2))))));
        yield return ($"an explained tier in {kind}", WhyCard.Compose(WhyAssigned.OfTier(story, TierKind.Mega, Asked())));
    }

    private static WhyQuestion Asked(string? owner = null) => new(Stories.Ana, owner, "", Bot.Tests.Cards.BoardScenes.Format());

    private static GoalStory BelowSuper()
    {
        var story = Stories.Of(Metric.Revenue, SubjectId.Of(Stories.Ana), 30_000_00, 32_999_99, Base, Super);
        return story with { Trace = story.Trace with { LeftOut = [new(FactReasons.Late, null, 2), new(FactReasons.NoRate, "CHF", 1)] } };
    }

    private static GoalStory Accelerated()
    {
        var bands = new Accelerator.Marginal(
            AcceleratorUnit.Coins,
            [new(100_00, 110_00, 10), new(110_00, 130_00, 20), new(130_00, 150_00, 30)],
            Cap: 700,
            new(Metric.Deals, 2)
        );
        var story = Stories.Of(
            Metric.Revenue,
            SubjectId.Of(Stories.Ana),
            100_000_00,
            137_500_00,
            plan => plan with { Tiers = [Base, Super], Accelerator = bands }
        );
        return story with
        {
            Trace = story.Trace with
            {
                Counted = [.. story.Trace.Counted.Select(one => one with { Gate = 1 })],
                Coins = [new(new(story.Goal.Id, story.Standing.Subject, Stories.Month.Key), 1, 700, Stories.At(17, "d17"), "accelerated")],
            },
            Grants = [Grant(story, SubjectId.Of(Stories.Ana))],
        };
    }

    private static GoalStory Together()
    {
        var story = Stories.Of(
            Metric.Quotes,
            SubjectId.OfTeam(Stories.Emea.Id),
            100,
            100,
            plan => plan with { Tiers = [Base, Super], Collective = new(Sharing.Proportional, null, null) }
        );
        return story with { Grants = [Grant(story, SubjectId.Of(Stories.Ana), SubjectId.Of(Stories.Ben))] };
    }

    private static GoalStory Hostile()
    {
        var name = Bot.Tests.Cards.Rendering.Samples.HostileNames[0];
        return Stories.Of(
            Metric.Deals,
            SubjectId.Of(Stories.Ana),
            10,
            9,
            plan => plan with { Name = name, Tiers = [Base with { Label = name, Rewards = [new Reward.Prize(name, 800)] }] }
        );
    }

    private static GrantView Grant(GoalStory story, params SubjectId[] recipients) =>
        new(
            new(new(story.Goal.Id, story.Standing.Subject, Stories.Month.Key), TierKind.Base),
            Stories.At(17).Credited,
            new("crm", "d17"),
            1,
            KeptBy: null,
            KeptReason: null,
            [
                .. recipients.Select(
                    (recipient, place) =>
                        new GrantLineView(
                            recipient,
                            "coins",
                            0,
                            101 / recipients.Length + (place == 0 ? 101 % recipients.Length : 0),
                            GrantReasons.Reached
                        )
                ),
            ],
            []
        );
}
