using Bot.Cards;
using Bot.Channels;
using Bot.Commands;
using Bot.Texts;
using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Cards;

/// <summary>Every card the product answers with, by the name of its approved files.</summary>
internal static class ComposedCards
{
    public static readonly IReadOnlyDictionary<string, Card> All = Compose();

    /// <summary>The same in another language.</summary>
    public static IReadOnlyDictionary<string, Card> In(Language language) => BoardScenes.In(language, Compose);

    private static Dictionary<string, Card> Compose() =>
        new(
            ManagerCards.All.Concat(
                BadgeScenes
                    .Cards()
                    .Concat(DashboardScenes.Cards())
                    .Concat(GoalScenes.Cards())
                    .Concat(TeamGoalScenes.Cards())
                    .Concat(ChannelScenes.Cards())
                    .Concat(Explaining.WhyScenes.Cards())
                    .Select(scene => KeyValuePair.Create(scene.Name, scene.Card))
            )
        )
        {
            ["board-in-top"] = LeaderboardCard.Compose(View(Slice(Rows(), 2)), Reader(2)),
            ["board-below-top"] = LeaderboardCard.Compose(View(Slice(Rows(), 9)), Reader(9)),
            ["board-unranked"] = LeaderboardCard.Compose(View(Slice(Rows(), null)), Reader(13, before: null)),
            ["board-empty"] = LeaderboardCard.Compose(View(Slice([], null)), Reader(1, before: null)),
            ["board-full"] = LeaderboardCard.Compose(View(Slice(Rows(), 5, BoardMode.Full)), Reader(5, BoardMode.Full)),
            ["board-neighbours"] = LeaderboardCard.Compose(View(Slice(Rows(), 6, BoardMode.Neighbours)), Reader(6, BoardMode.Neighbours)),
            ["board-revenue-last-month-us"] = LeaderboardCard.Compose(
                View(
                    Slice(Rows(by: BoardBy.Revenue), 4),
                    new(PeriodKind.Month, Last: true, Company: true, By: BoardBy.Revenue),
                    BoardBy.Revenue,
                    PeriodState.Final,
                    "en-US"
                ),
                Reader(4) with
                {
                    Before = 1_000_000_00,
                    ComparedDays = null,
                }
            ),
            ["board-by-target"] = LeaderboardCard.Compose(View(Slice([], null), by: BoardBy.Target), Reader(1, before: null)),
            ["board-shared"] = LeaderboardCard.Compose(View(Slice(Rows(), 1)), Reader(1) with { Shared = true }),
            ["board-not-understood"] = LeaderboardCard.Compose(
                View(Slice(Rows(), 1)),
                Reader(1) with
                {
                    NotUnderstood = ["fortnight", "*now*"],
                }
            ),
            ["channel-board"] = BoardPostCard.Compose(Channel(PeriodState.Running, period: Period.Of(PeriodKind.Week, new(2026, 11, 18)))),
            ["channel-board-provisional"] = BoardPostCard.Compose(Channel(PeriodState.Provisional)),
            ["channel-board-final"] = BoardPostCard.Compose(Channel(PeriodState.Final)),
            ["channel-board-empty"] = BoardPostCard.Compose(Channel(PeriodState.Final, [])),
            ["points"] = Points(Lines),
            ["points-empty"] = Points([]),
            ["points-many"] = Points([.. Enumerable.Repeat(Lines, 8).SelectMany(lines => lines)]),
            ["points-page-2"] = Points([.. Enumerable.Repeat(Lines, 8).SelectMany(lines => lines)], page: 2),
            ["points-worked-day"] = PointScenes.WorkedDay,
            ["points-unscored"] = Points(Lines, PointScenes.Unscored),
            ["rules"] = PointScenes.Rules,
            ["rules-coming"] = PointScenes.RulesComing,
            ["rules-saved"] = PointScenes.RulesSaved,
            ["badge-in-channel"] = UnlockCard.Compose("Chloé Petit", [Unlocked(0, 12_300_00)], Format()),
            ["badges-in-channel"] = UnlockCard.Compose("Chloé Petit", [Unlocked(0, 12_300_00), Unlocked(1, null)], Format()),
            ["badge-to-person"] = UnlockCard.Compose(null, [Unlocked(1, null)], Format()),
            ["goal-completed"] = GoalNoticeCard.Compose([Goal(Metric.Quotes, 12, 10)], [], Format()),
            ["goal-and-badge"] = GoalNoticeCard.Compose(
                [Goal(Metric.Revenue, 12_300_00, 10_000_00, kind: PeriodKind.Month)],
                [Unlocked(0, 12_300_00)],
                Format()
            ),
            ["goals-and-badges"] = GoalNoticeCard.Compose(
                [
                    Goal(Metric.ActiveDays, 4, 4),
                    Goal(Metric.ResponseTime, 25 * 60 + 30, 30 * 60),
                    Goal(Metric.Quotes, 9, 10, isCompleted: false),
                ],
                [Unlocked(0, null), Unlocked(1, null)],
                Format()
            ),
            ["goal-active-again"] = GoalNoticeCard.Compose([Goal(Metric.Quotes, 0, 1, isCompleted: false)], [], Format()),
            ["help"] = Help(null, null),
            ["help-nearest"] = Help("leaderbord", "leaderboard"),
            ["help-unknown"] = Help("*goals* <!here>", null),
            ["medalist-unknown"] = HelpCard.Subcommands("medalist", "[help · channel · link · status]", "dance", Format()),
            ["channel-choose"] = ChannelCards.Choose(new("slack:C1"), Teams(3), mayCompany: true, null, null, Format()),
            ["channel-choose-many"] = ChannelCards.Choose(
                new("slack:C1"),
                Teams(9),
                mayCompany: true,
                new(new("slack:C1"), new TeamId("t2")),
                "emae",
                Format()
            ),
            ["channel-connected"] = ChannelCards.Connected(Teams(1)[0], Format()),
            ["channel-posts-wait"] = ChannelCards.Paused("slack", Teams(1)[0], ChannelTrouble.Removed, Format()),
            ["channel-posts-wait-company"] = ChannelCards.Paused("teams", team: null, ChannelTrouble.Archived, Format()),
            ["channel-not-here"] = ChannelCards.NotInChannel(Format()),
            ["unknown-person"] = SituationCards.UnknownPerson(
                new("slack", "U012AB3CD", _ => Task.FromResult<string?>(null)),
                "chloe@example.com",
                Format()
            ),
            ["inactive"] = SituationCards.Inactive(Format()),
            ["disabled"] = SituationCards.Disabled(Format()),
            ["store-away"] = SituationCards.StoreAway(Format()),
            ["already-done"] = SituationCards.AlreadyDone(Format()),
            ["linked"] = SituationCards.Linked("Chloé Petit", "slack", Format()),
            ["refused"] = SituationCards.Refused(
                who => $"Only {who} can connect this channel.",
                WhoMay.Of(new(new("emea"), "EMEA", BoardMode.TopThree)),
                Format()
            ),
        };

    private static IReadOnlyList<LedgerLine> Lines =>
        [
            Line("2026-11-18T08:12:00Z", 50, RuleNames.Deal, Reasons.Scored, 12_300_00),
            Line("2026-11-18T08:12:00Z", 5, RuleNames.ActiveDay, Reasons.Active),
            Line("2026-11-17T15:40:00Z", 0, RuleNames.Quote, Reasons.QuotesADay(10)),
            Line("2026-11-17T15:10:00Z", 10, RuleNames.Quote, Reasons.Scored),
            Line("2026-11-16T10:00:00Z", -50, RuleNames.Deal, Reasons.ReversalOfClosed, -9_999_50),
        ];

    private static Card Points(IReadOnlyList<LedgerLine> lines, IReadOnlyList<UnscoredFact>? unscored = null, int page = 1) =>
        PointsCard.Compose(
            new(lines, unscored ?? [], Period.Of(PeriodKind.Week, Paris.DayOf(Now)), new(), PointTimeline.Default.Newest, new(page, [])),
            Format()
        );

    private static LedgerLine Line(string at, long points, string rule, string reason, long revenue = 0) =>
        new(
            NodaTime.Text.InstantPattern.General.Parse(at).Value,
            points,
            rule,
            reason,
            new("crm", at),
            EntityId.Deal("crm", "1"),
            0,
            revenue
        );

    private static Unlock Unlocked(int badge, long? amount) => new(BadgeCatalogue.Default[badge], 1, amount);

    private static GoalNotice Goal(Metric metric, long actual, long target, bool isCompleted = true, PeriodKind kind = PeriodKind.Week) =>
        new(metric, actual, target, Period.Of(kind, new(2026, 11, 18)), isCompleted);

    private static Card Help(string? unknown, string? nearest) =>
        HelpCard.Compose(
            [
                new(
                    "/leaderboard [today · week · month · quarter · all] [last] [team · company] [by points · revenue · deals · quotes · target]",
                    "Who is ahead, and where you stand"
                ),
                new("/points [today · week · month · quarter] [last]", "Your points, line by line"),
            ],
            unknown,
            nearest,
            Format()
        );

    private static IReadOnlyList<TeamView> Teams(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new TeamView(new($"t{i}"), $"Team {i}", BoardMode.TopThree))];
}
