using Gamification.Goals;
using Gamification.Rewards;
using Storage;

namespace Bot.Cards;

/// <summary>The goals of a manager's teams: how far each is, its tiers, and what can be done with it.</summary>
public static class TeamGoalsCard
{
    /// <summary>What a chat message can be expected to hold, with tiers and buttons.</summary>
    private const int OnAPage = 4;

    private const int MembersOnAPage = 12;

    public const string Line = "team-goals";

    public static Card List(TeamGoalsView view, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(view.Goals, OnAPage);
        return new(
            format.Say($"Team goals"),
            [
                .. Said(view),
                .. rows.Count == 0 ? Nothing(format) : [new CardPart.ProgressList([.. rows.Select(goal => Row(goal, view, format))])],
                .. PageWords.Buttons(Line, page, pages, format),
                new CardPart.Buttons([
                    new(format.Say($"New goal"), "team-goal new", Answer.Form, Primary: view.Goals.Count == 0),
                    new(format.Say($"Grants"), $"{Line} grants"),
                    new(
                        view.ToHandOut == 0 ? format.Say($"Prizes") : format.Say($"Prizes to hand out ({format.Number(view.ToHandOut)})"),
                        $"{Line} prizes"
                    ),
                ]),
            ]
        );
    }

    /// <summary>One goal, member by member where it is theirs each.</summary>
    public static Card Of(TeamGoal goal, TeamGoalsView view, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut([.. goal.Standings.OrderByDescending(one => one.Standing.BasisPoints)], MembersOnAPage);
        var line = $"{Line} show {goal.Goal.Id}";
        return new(
            TeamGoalWords.Name(goal.Plan.Name),
            [
                .. Said(view),
                new CardPart.ProgressList([Row(goal, view, format)]),
                .. goal.Goal.Subject.Kind is SubjectKind.Members
                    ? [new CardPart.ProgressList([.. rows.Select(one => Member(one, view, format))])]
                    : Array.Empty<CardPart>(),
                .. PageWords.Buttons(line, page, pages, format),
                new CardPart.Buttons([
                    .. goal.Goal is { IsDraft: false, Assignment.IsShadow: false }
                        ?
                        [
                            new Button(format.Say($"Publish again"), PublishAgain(goal), Answer.Form),
                            new Button(format.Say($"Posts"), $"{Line} posts {goal.Goal.Id}"),
                        ]
                        : Array.Empty<Button>(),
                    new(format.Say($"Why?"), $"why goal {goal.Goal.Id}"),
                    new(format.Say($"Replay"), $"{Line} replay {goal.Goal.Id}"),
                    new(format.Say($"All team goals"), Line),
                ]),
            ]
        );
    }

    /// <summary>The form that posts once more that a goal was published.</summary>
    public static string PublishAgain(TeamGoal goal) => GoalPostsCard.Again(GoalPostReader.PublishedOf(goal.Goal.Id));

    /// <summary>One of several is meant: which?</summary>
    public static Card Which(
        string verb,
        string words,
        IReadOnlyList<TeamGoal> goals,
        Func<TeamGoal, Button> button,
        ReaderFormat format
    ) =>
        new(
            WhichGoal.Title(verb, format),
            [
                new CardPart.Text(
                    goals.Count == 0 ? WhichGoal.None(verb, format)
                    : words.Length == 0 ? format.Say($"Choose:")
                    : format.Say($"“{CleanText.Of(words, 40)}” names no single goal. Choose:")
                ),
                new CardPart.Buttons([.. goals.Take(OnAPage * 2).Select(button), new(format.Say($"All team goals"), Line)]),
            ]
        );

    private static IEnumerable<CardPart> Said(TeamGoalsView view)
    {
        if (view.Done is { } done)
            yield return new CardPart.Text(done, Tone.Good);
        if (view.Refusal is { } refusal)
            yield return new CardPart.Text(refusal, Tone.Warning);
    }

    private static IReadOnlyList<CardPart> Nothing(ReaderFormat format) =>
        [
            new CardPart.Text(format.Say($"🏁 There is no goal for your teams yet.")),
            new CardPart.Text(
                format.Say(
                    $"A goal is a target for a person, for each member, for a team together, or for everybody, with up to three tiers and what is given for them. The form shows what it would have cost before anybody hears of it."
                ),
                Tone.Subtle
            ),
        ];

    private static ProgressRow Row(TeamGoal goal, TeamGoalsView view, ReaderFormat format) =>
        new(
            TeamGoalWords.Name(goal.Plan.Name),
            Chip(goal, format),
            StateOf(goal, format),
            PercentOf(goal),
            StandingOf(goal, format),
            [
                TeamGoalWords.Subject(goal.Goal.Subject, view.People, view.Teams, format) + Sharing(goal, format),
                .. goal.Standings is [var one, ..] ? [format.Standing(one.Standing.Period, PeriodState.Running)] : Array.Empty<string>(),
                .. Tiers(goal, format),
                .. Coming(goal, format),
            ],
            [
                new(format.Say($"Show"), $"{Line} show {goal.Goal.Id}"),
                new(format.Say($"Edit"), $"team-goal {goal.Goal.Id}", Answer.Form),
                new(format.Say($"Grants"), $"{Line} grants {goal.Goal.Id}"),
                new(format.Say($"Close"), $"team-goal-close {goal.Goal.Id}", Answer.Form),
            ]
        );

    /// <summary>Of members each is somewhere else: theirs is the life of the goal, and done when everybody is.</summary>
    private static string StateOf(TeamGoal goal, ReaderFormat format) =>
        goal.Standings is not [var first, ..] ? (goal.Goal.IsDraft ? format.Say($"✎ draft") : format.Say($"– nobody has it now"))
        : goal.Goal.Subject.Kind is not SubjectKind.Members ? TierWords.State(first, format)
        : TierWords.State(
            goal.Standings.FirstOrDefault(one => one.State is AssignedState.Active or AssignedState.Locked)
                ?? goal.Standings.FirstOrDefault(one => one.State is not AssignedState.Completed)
                ?? first,
            format
        );

    private static string Chip(TeamGoal goal, ReaderFormat format) =>
        goal.Standings is [var first, ..] ? format.Name(first.Standing.Period) : TeamGoalWords.Period(goal.Goal, format);

    /// <summary>Of members those who are at their target, of all.</summary>
    private static long? PercentOf(TeamGoal goal) =>
        goal.Goal.Subject.Kind is not SubjectKind.Members
            ? goal.Standings is [{ Standing: { Attainment: not null } one }]
                ? one.Percent
                : null
            : goal.Standings.Count == 0
                ? null
                : ReachedBy(goal, TierKind.Base) * 100 / goal.Standings.Count;

    private static string StandingOf(TeamGoal goal, ReaderFormat format) =>
        goal.Goal.Subject.Kind is SubjectKind.Members
            ? format.Count(
                goal.Standings.Count,
                $"{format.Number(ReachedBy(goal, TierKind.Base))} of {format.Number(goal.Standings.Count)} member at their target of {GoalWords.Target(goal.Goal.Metric, goal.Target, format)}",
                $"{format.Number(ReachedBy(goal, TierKind.Base))} of {format.Number(goal.Standings.Count)} members at their target of {GoalWords.Target(goal.Goal.Metric, goal.Target, format)}"
            )
        : goal.Standings is [var one] ? GoalWords.Standing(one.Standing, format)
        : GoalWords.Target(goal.Goal.Metric, goal.Target, format);

    private static IEnumerable<string> Tiers(TeamGoal goal, ReaderFormat format) =>
        goal.Goal.Subject.Kind is SubjectKind.Members
            ? goal.Plan.Tiers.Select(tier =>
                $"{format.Say($"{TeamGoalWords.Tier(tier)}: reached by {format.Number(ReachedBy(goal, tier.Kind))}")} → {TeamGoalWords.Rewards(tier.Rewards, format)}"
            )
        : goal.Standings is [var one] ? one.Tiers.Select(tier => TierWords.Tier(tier, goal.Goal.Metric, format))
        : goal.Plan.Tiers.Select(tier => $"{TeamGoalWords.Tier(tier)} → {TeamGoalWords.Rewards(tier.Rewards, format)}");

    private static IEnumerable<string> Coming(TeamGoal goal, ReaderFormat format) =>
        goal.Coming is { } next
            ? [format.Say($"✎ An edit holds from {format.Date(next.From)} on: {GoalWords.Target(goal.Goal.Metric, next.Target, format)}.")]
            : [];

    private static string Sharing(TeamGoal goal, ReaderFormat format) =>
        goal.Goal.Subject.IsCollective && goal.Plan.Tiers.Any(tier => tier.Rewards.Any(RewardNames.IsShared))
            ? $" · {TeamGoalWords.Sharing(goal.Plan.Collective.Share, format)}"
            : "";

    private static int ReachedBy(TeamGoal goal, TierKind kind) =>
        goal.Standings.Count(one => one.Tiers.Any(tier => tier.Tier.Kind == kind && tier.State is TierState.Reached));

    /// <summary>A manager knows who it is.</summary>
    private static ProgressRow Member(AssignedStanding one, TeamGoalsView view, ReaderFormat format) =>
        new(
            view.People.FirstOrDefault(person => person.Id == one.Standing.Subject.Person) is { } person
                ? BoardNames.Clean(person.Name)
                : format.Say($"somebody"),
            format.Name(one.Standing.Period),
            TierWords.State(one, format),
            one.Standing.Attainment is null ? null : one.Standing.Percent,
            GoalWords.Standing(one.Standing, format),
            [TierWords.Short(one.Tiers)],
            []
        );
}
