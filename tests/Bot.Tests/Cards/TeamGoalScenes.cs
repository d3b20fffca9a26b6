using Bot.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.People;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;
using Period = Gamification.Time.Period;
using Recipient = Gamification.Announcements.Recipient;

namespace Bot.Tests.Cards;

/// <summary>Managers' goals of EMEA in Paris, on Wednesday 18 November 2026 at noon.</summary>
internal static class TeamGoalScenes
{
    private static readonly Period Month = Period.Of(PeriodKind.Month, new(2026, 11, 18));
    private static readonly TeamView Emea = new(new("emea"), "EMEA", BoardMode.TopThree);
    private static readonly PersonView Ana = Person("ana", "Ana Alvarez");
    private static readonly PersonView Ben = Person("ben", "Ben Okafor");
    private static readonly Position Deal = new(
        Instant.FromUtc(2026, 11, 17, 14, 5),
        Instant.FromUtc(2026, 11, 17, 14, 5),
        new("crm", "d7")
    );

    /// <summary>The parts of a plan that people write, in words that try to be mark-up.</summary>
    private static readonly string Hostile = Rendering.Samples.HostileNames[0];

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        yield return ("team-goals", TeamGoalsCard.List(View(Together(), Each(), Draft()), new(1, []), Format()));
        yield return ("team-goals-us", TeamGoalsCard.List(View(Together(), Each()), new(1, []), Format("en-US")));
        yield return ("team-goals-empty", TeamGoalsCard.List(View(), new(1, []), Format()));
        yield return (
            "team-goals-hostile",
            TeamGoalsCard.List(View(Together(Hostile)) with { Refusal = $"“{Hostile}”" }, new(1, []), Format())
        );
        yield return (
            "team-goal",
            TeamGoalsCard.Of(Each(), View(Each()) with { Done = "“Deals each” is published." }, new(1, []), Format())
        );
        yield return ("team-goal-which", TeamGoalsCard.Which("edit", "deals", [Together(), Each()], Choice, Format()));
        yield return ("grants", GrantsCard.Compose(new(Grants, null, Names), new(1, []), Format()));
        yield return (
            "grants-of-goal",
            GrantsCard.Compose(
                new([Grants[0]], Together().Goal, Names) { Done = "Derived again from all facts: 0 changes." },
                new(1, []),
                Format()
            )
        );
        yield return ("grants-empty", GrantsCard.Compose(new([], null, Names), new(1, []), Format()));
        yield return ("goal-posts", GoalPostsCard.Compose(Each().Goal, Posts, new(1, []), "It is posted once more.", Format()));
        yield return ("goal-posts-empty", GoalPostsCard.Compose(Together(Hostile).Goal, [], new(1, []), null, Format()));
        yield return ("prizes", HandOutCard.Compose([.. Prizes.Select(Named)], new(1, []), "Mug is handed out.", Format()));
        yield return ("prizes-empty", HandOutCard.Compose([], new(1, []), null, Format()));
        yield return ("rewards", RewardsCard.Compose(new(1_250, Rewards), new(1, []), Format()));
        yield return ("rewards-negative", RewardsCard.Compose(new(-150, Rewards), new(1, []), Format()));
        yield return (
            "rewards-empty",
            RewardsCard.Compose(new(0, new([], [], [], [], new Dictionary<GoalId, Goal>())), new(1, []), Format())
        );
        yield return (
            "goals-assigned",
            GoalsCard.Compose(GoalScenes.View([]) with { Assigned = [Together().Standings[0], Each().Standings[0]] }, Format())
        );
        yield return (
            "goal-published",
            AssignedGoalCard.Compose(News(AssignedGoalCard.Published, Together().Goal, "EMEA together"), Format())
        );
        yield return (
            "goal-published-accelerated",
            AssignedGoalCard.Compose(News(AssignedGoalCard.Published, Accelerated(), "each member of EMEA"), Format())
        );
        yield return (
            "goal-edited",
            AssignedGoalCard.Compose(News(AssignedGoalCard.Edited, Edited(), "EMEA together") with { By = "Mara" }, Format())
        );
        yield return ("tier-in-channel", GoalNewsCard.Compose([Reached(Channel, "Ana Alvarez")], Format()));
        yield return ("tier-in-channel-mention", GoalNewsCard.Compose([Reached(Channel, "Ana Alvarez") with { User = "U1" }], Format()));
        yield return ("tier-to-person", GoalNewsCard.Compose([Reached(To("ana"), null)], Format()));
        yield return ("team-reward-in-channel", GoalNewsCard.Compose([Celebrated(Channel)], Format()));
        yield return ("team-reward-of-three-tiers", GoalNewsCard.Compose([Celebrated(Channel, "base super mega")], Format()));
        yield return ("team-reward-to-person", GoalNewsCard.Compose([Celebrated(To("ana"))], Format()));
        yield return ("goal-unlocked", GoalNewsCard.Compose([Unlocked()], Format()));
        yield return ("reversal-to-person", GoalNewsCard.Compose([TakenBack()], Format()));
        yield return ("prize-handed-out", GoalNewsCard.Compose([OfPrize(PrizeNews.Fulfilled, "prize")], Format()));
        yield return ("prize-cancelled", GoalNewsCard.Compose([OfPrize(PrizeNews.Cancelled, "prize", refund: 800)], Format()));
        yield return (
            "prize-cancelled-by-reversal",
            GoalNewsCard.Compose([TakenBack(), OfPrize(PrizeNews.Cancelled, "prize", refund: 800, GrantReasons.Reversed)], Format())
        );
        yield return ("prize-not-shared", GoalNewsCard.Compose([OfPrize(PrizeNews.Cancelled, "prize", 0, GrantReasons.Shared)], Format()));
        yield return ("reversal-to-manager", GoalNewsCard.Compose([TakenBack() with { MayKeep = true }], Format()));
    }

    private static Recipient Channel => new Recipient.Channel(new("slack:C01"));

    private static Recipient.Person To(string person) => new Recipient.Person(new(person));

    private static PersonView Person(string id, string name) =>
        new(new(id), name, $"{id}@example.com", Role.Rep, true, true, null, Publicity.Named, Emea, []);

    private static TeamGoalsView View(params TeamGoal[] goals) => new(goals, [Ana, Ben], [Emea], ToHandOut: 2);

    private static TeamGoalsView Names =>
        View() with
        {
            Names = new Dictionary<GoalId, string> { [new("quotes")] = "Quotes of November", [new("each")] = "Deals each" },
        };

    private static Button Choice(TeamGoal goal) => new(TeamGoalWords.Name(goal.Plan.Name), $"team-goal {goal.Goal.Id}", Answer.Form);

    private static IReadOnlyList<Tier> Tiers =>
        [
            new(TierKind.Base, null, new TierTrigger.Percent(100_00), [new Reward.Coins(500)]),
            new(TierKind.Super, "Gold", new TierTrigger.Percent(110_00), [new Reward.Points(200), new Reward.Prize("Dinner for two", 800)]),
            new(TierKind.Mega, null, new TierTrigger.Amount(390), [new Reward.Prize("Team lunch", null, OnceForTeam: true)]),
        ];

    private static GoalPlan Plan(string name, IReadOnlyList<Tier> tiers, Accelerator? accelerator = null) =>
        new(name, new Dictionary<PersonId, long>(), IsBoardGoal: true, tiers, accelerator, Collective.Default, After: null);

    private static Goal Made(string id, SubjectId subject, Metric metric, long target, GoalPlan plan, bool isPublished = true)
    {
        var drafted = AssignedChanges.Drafted(
            new(id),
            new(subject, metric, PeriodKind.Month, Only: null, target, plan),
            isShadow: false,
            new(Now, "mara", null),
            Paris
        );
        return isPublished ? drafted.PublishedAt(Now, Paris) : drafted;
    }

    private static TeamGoal Together(string name = "Quotes of November")
    {
        var goal = Made("quotes", SubjectId.OfTeam(Emea.Id), Metric.Quotes, 300, Plan(name, Tiers));
        return new(goal, [Standing(goal, goal.Subject, 312, 1)]);
    }

    private static TeamGoal Each()
    {
        var goal = Made("each", SubjectId.MembersOf(Emea.Id), Metric.Deals, 10, Plan("Deals each", [Tiers[0], Tiers[1]]));
        return new(goal, [Standing(goal, SubjectId.Of(Ana.Id), 11, 2), Standing(goal, SubjectId.Of(Ben.Id), 4, 0)]);
    }

    private static TeamGoal Draft()
    {
        var goal = Made("draft", SubjectId.Organisation, Metric.Revenue, 1_000_000_00, Plan("A draft", [Tiers[0]]), isPublished: false);
        return new(goal, [Standing(goal, goal.Subject, 0, 0) with { State = AssignedState.Draft }]);
    }

    private static Goal Accelerated() =>
        Made(
            "fast",
            SubjectId.MembersOf(Emea.Id),
            Metric.Revenue,
            100_000_00,
            Plan(
                "Revenue of the month",
                [Tiers[0]],
                new Accelerator.Marginal(
                    AcceleratorUnit.Coins,
                    [new(100_00, 110_00, 10), new(110_00, 130_00, 20), new(130_00, 150_00, 30)],
                    Cap: null,
                    Gate: null
                )
            )
        );

    private static Goal Edited()
    {
        var goal = Together().Goal;
        return goal.Planned(PlanTerms.Of(goal) with { Target = 280 }, Month.First!.Value, new(Now, "mara", "Two of us are on holiday"));
    }

    private static AssignedStanding Standing(Goal goal, SubjectId subject, long actual, int reached)
    {
        var plan = PlanTerms.Of(goal).Plan;
        var target = goal.Versions[^1].Target;
        return new(
            new(goal, Month, Paris.Zone, target, actual, new(actual, target, LowerIsBetter: false), GoalState.Active, null, null, null)
            {
                Subject = subject,
            },
            plan,
            reached > 0 ? AssignedState.Completed : AssignedState.Active,
            [
                .. plan.Tiers.Select(
                    (tier, i) =>
                        new TierStanding(
                            tier,
                            tier.Trigger.ValueFor(target, lowerIsBetter: false),
                            i < reached ? TierState.Reached
                                : i == reached ? TierState.Active
                                : TierState.Locked,
                            i < reached ? Deal.Credited : null
                        )
                ),
            ]
        );
    }

    private static GrantKey Key(string goal, SubjectId subject, TierKind tier) => new(new(new(goal), subject, Month.Key), tier);

    private static IReadOnlyList<GrantView> Grants =>
        [
            new(
                Key("quotes", SubjectId.OfTeam(Emea.Id), TierKind.Base),
                Deal.Credited,
                Deal.Fact,
                1,
                null,
                null,
                [
                    new(SubjectId.Of(Ana.Id), "coins", 0, 500, GrantReasons.Reached),
                    new(SubjectId.Of(Ben.Id), "coins", 0, 500, GrantReasons.Reached),
                ],
                [new(Key("quotes", SubjectId.OfTeam(Emea.Id), TierKind.Base), Ben.Id, true, Now, "mara", "He covered for Ana")]
            ),
            new(
                Key("each", SubjectId.Of(Ana.Id), TierKind.Super),
                Deal.Credited,
                Deal.Fact,
                1,
                null,
                null,
                [
                    new(SubjectId.Of(Ana.Id), "points", 0, 200, GrantReasons.Reached),
                    new(SubjectId.Of(Ana.Id), "points", 1, -200, GrantReasons.Reversed),
                    new(SubjectId.Of(Ana.Id), "points", 2, 200, GrantReasons.Reached),
                ],
                []
            ),
            new(Key("quotes", SubjectId.OfTeam(Emea.Id), TierKind.Super), Deal.Credited, Deal.Fact, 1, null, null, [], []),
            new(
                Key("gone", SubjectId.OfTeam(Emea.Id), TierKind.Base),
                Deal.Credited,
                Deal.Fact,
                1,
                null,
                null,
                [
                    new(SubjectId.Of(Ana.Id), "coins", 0, 500, GrantReasons.Reached),
                    new(SubjectId.Of(Ana.Id), "coins", 1, -500, GrantReasons.Reversed),
                ],
                []
            ),
        ];

    private static PrizeId PrizeOf(string reward) => new(Key("each", SubjectId.Of(Ana.Id), TierKind.Super), SubjectId.Of(Ana.Id), reward);

    private static IReadOnlyList<Prize> Prizes =>
        [
            new(PrizeOf("prize"), "Dinner for two", 800, IsGiven: true, []),
            new(
                PrizeOf("prize:2"),
                "Mug",
                null,
                IsGiven: true,
                [new(PrizeOf("prize:2"), 1, PrizeAct.Fulfil, 0, null, Now, "mara", "At the fair")]
            ),
            new(PrizeOf("prize:3"), "Headset", 2_000, IsGiven: true, []),
            new(PrizeOf("prize:4"), Hostile, null, IsGiven: true, []),
        ];

    private static NamedPrize Named(Prize prize) => new(prize, "Ana Alvarez", "Deals each", prize.Steps.Count > 0 ? "Mara" : null);

    private static PersonRewards Rewards =>
        new(
            [
                new(
                    Key("quotes", SubjectId.OfTeam(Emea.Id), TierKind.Base),
                    SubjectId.Of(Ana.Id),
                    "coins",
                    0,
                    500,
                    GrantReasons.Reached,
                    Deal
                ),
                new(Key("each", SubjectId.Of(Ana.Id), TierKind.Base), SubjectId.Of(Ana.Id), "coins", 0, 500, GrantReasons.Reached, Deal),
                new(Key("each", SubjectId.Of(Ana.Id), TierKind.Base), SubjectId.Of(Ana.Id), "coins", 1, -500, GrantReasons.Reversed, Deal),
                new(Key("each", SubjectId.Of(Ana.Id), TierKind.Super), SubjectId.Of(Ana.Id), "points", 0, 200, GrantReasons.Reached, Deal),
            ],
            [new(new(new("each"), SubjectId.Of(Ana.Id), Month.Key), 1, 725, Deal, GrantReasons.Accelerated)],
            [new(PrizeOf("prize"), 1, PrizeAct.Redeem, -800, Ana.Id, Now, "ana", null)],
            Prizes,
            new Dictionary<GoalId, Goal> { [new("quotes")] = Together().Goal, [new("each")] = Each().Goal }
        );

    private static GoalNews News(string kind, Goal goal, string? who, Recipient? to = null, params (string Key, string Value)[] data) =>
        new(
            new(
                kind,
                $"{kind}:{goal.Id}",
                to ?? Channel,
                $"{kind}:{goal.Id}",
                Position: null,
                new Dictionary<string, string>(data.Select(one => KeyValuePair.Create(one.Key, one.Value)), StringComparer.Ordinal)
                {
                    ["version"] = goal.Versions[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }
            ),
            goal,
            Month,
            who
        );

    /// <summary>Lists at their longest, in the given words.</summary>
    public static IEnumerable<(string Name, Card Card)> Longest(string kind, Func<int, string> word)
    {
        var people = Enumerable.Range(0, 500).Select(i => Person($"p{i}", word(i))).ToList();
        var names = Names with
        {
            People = people,
            Names = new Dictionary<GoalId, string> { [new("quotes")] = word(0) },
        };
        yield return (
            $"grants of 500 people in {kind}",
            GrantsCard.Compose(new([.. Enumerable.Repeat(Huge(people, word), 9)], null, names), new(1, []), Format())
        );
        yield return (
            $"posts of a goal in {kind}",
            GoalPostsCard.Compose(
                Together(word(0)).Goal,
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => new NamedPost(
                            Reached(Channel, BoardNames.Clean(word(i))),
                            Now,
                            Everywhere,
                            1_000,
                            [DeliveryState.Unknown]
                        )),
                ],
                new(2, []),
                word(1),
                Format()
            )
        );
        yield return (
            $"prizes in {kind}",
            HandOutCard.Compose(
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => new NamedPrize(Spoken(word(i)), BoardNames.Clean(word(i)), word(i), BoardNames.Clean(word(i)))),
                ],
                new(2, []),
                word(1),
                Format()
            )
        );
    }

    private static IReadOnlyList<Recipient> Everywhere =>
        [.. new[] { "slack:C01", "slack:C02", "teams:19:a", "teams:19:b", "web:emea" }.Select(id => new Recipient.Channel(new(id)))];

    private static Prize Spoken(string words) =>
        new(PrizeOf("prize"), words, 1_000_000, IsGiven: true, [new(PrizeOf("prize"), 1, PrizeAct.Cancel, 0, null, Now, "mara", words)]);

    private static GrantView Huge(IReadOnlyList<PersonView> people, Func<int, string> word)
    {
        var key = Key("quotes", SubjectId.OfTeam(Emea.Id), TierKind.Base);
        return new(
            key,
            Deal.Credited,
            new(word(0), word(1)),
            1,
            "p1",
            word(2),
            [.. people.Select(person => new GrantLineView(SubjectId.Of(person.Id), "coins", 0, 1_000_000, GrantReasons.Reached))],
            [.. people.Take(100).Select((person, i) => new RecipientChange(key, person.Id, true, Now, "mara", word(i)))]
        );
    }

    private static IReadOnlyList<NamedPost> Posts =>
        [
            new(Reached(Channel, "Ana Alvarez"), Now, [Channel], Times: 1, [DeliveryState.Pending]),
            new(
                Reached(Channel, Hostile),
                Deal.Credited,
                [Channel, new Recipient.Channel(new("teams:19:x"))],
                0,
                [DeliveryState.Sent, DeliveryState.Unknown]
            ),
            new(
                Celebrated(Channel),
                Deal.Credited,
                [Channel, new Recipient.Channel(new("slack:C02"))],
                12,
                [DeliveryState.Sent, DeliveryState.Sent]
            ),
            new(Unlocked(), Deal.Credited, [new Recipient.Channel(new("web:emea"))], 0, [DeliveryState.Failed]),
            new(News(AssignedGoalCard.Published, Each().Goal, "each member of EMEA"), Deal.Credited, [Channel], 0, [DeliveryState.Sent]),
        ];

    public static GoalNews Reached(Recipient to, string? who) =>
        News(
            GoalNewsCard.Reached,
            Each().Goal,
            who,
            to,
            ("tier", "super"),
            ("tiers", "base super"),
            ("actual", "11"),
            ("target", "10"),
            ("rewards", "coins:500 points:200 prize:1")
        );

    public static GoalNews Celebrated(Recipient to, string tiers = "base") =>
        News(
            GoalNewsCard.TeamReward,
            Together().Goal,
            "EMEA together",
            to,
            ("tier", "base"),
            ("tiers", tiers),
            ("actual", "300"),
            ("target", "300"),
            ("rewards", "coins:500")
        ) with
        {
            Recipients = ["Ana Alvarez", "Ben Okafor", Hostile],
            Unnamed = 2,
        };

    private static GoalNews Unlocked() =>
        News(GoalNewsCard.Unlocked, Each().Goal, "Ana Alvarez", Channel, ("tier", "base"), ("target", "10")) with
        {
            After = Together().Goal,
        };

    private static GoalNews OfPrize(string kind, string reward, int refund = 0, string reason = "") =>
        News(
            kind,
            Each().Goal,
            null,
            To("ana"),
            ("tier", "super"),
            ("reward", reward),
            ("refund", refund.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("coins", "1250"),
            ("reason", reason)
        );

    public static GoalNews TakenBack() =>
        News(
            GoalNewsCard.Reversal,
            Together().Goal,
            "EMEA together",
            To("mara"),
            ("tier", "base"),
            ("actual", "290"),
            ("target", "300"),
            ("fact", "crm/d7")
        );
}
