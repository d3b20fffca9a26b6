using Gamification.Goals;

namespace Bot.Cards;

/// <summary>A person's own goals: how far each is, until when, and what can be done with it.</summary>
public static class GoalsCard
{
    /// <summary>What a chat message can be expected to hold, with its buttons.</summary>
    public const int OnAPage = 6;

    private const string Line = "goals";

    public static Card Compose(GoalsView view, ReaderFormat format)
    {
        var asked = view.Shown is { } id && IndexOf(view, id) is >= 0 and var index ? new PageWords(index / OnAPage + 1, []) : view.Page;
        var (rows, page, pages) = asked.Cut(view.Goals, OnAPage);
        return new(
            format.Say($"Your goals"),
            [
                .. Said(view, format),
                .. rows.Count == 0 ? Nothing(format) : [new CardPart.ProgressList([.. rows.Select(goal => Row(goal, view, format))])],
                .. PageWords.Buttons(Line, page, pages, format),
                .. page == 1 ? Assigned(view, format) : [],
                new CardPart.Buttons([.. Ways(view, format)]),
            ]
        );
    }

    /// <summary>One of several is meant: which?</summary>
    /// <param name="verb">What shall be done: <c>pause</c>.</param>
    /// <param name="words">What was typed and names none of them; null when it names several, or nothing was typed.</param>
    public static Card Which(string verb, string? words, IReadOnlyList<GoalStanding> goals, ReaderFormat format) =>
        new(
            WhichGoal.Title(verb, format),
            [
                new CardPart.Text(
                    goals.Count == 0 ? WhichGoal.None(verb, format)
                    : words is null ? format.Say($"More than one is meant. Choose:")
                    : format.Say($"No goal of yours is called “{CleanText.Of(words, 40)}”. Choose:")
                ),
                new CardPart.Buttons([
                    .. goals.Select(goal => new Button(
                        GoalWords.Name(goal.Goal, format),
                        verb == "edit" ? $"goal {goal.Goal.Id}" : $"{Line} {verb} {goal.Goal.Id}",
                        verb == "edit" ? Answer.Form : Answer.Replace
                    )),
                    new(format.Say($"All goals"), Line),
                ]),
            ]
        );

    private static int IndexOf(GoalsView view, Gamification.GoalId id) => view.Goals.ToList().FindIndex(goal => goal.Goal.Id == id);

    private static IEnumerable<CardPart> Said(GoalsView view, ReaderFormat format)
    {
        if (view.Refusal is { } refusal)
            yield return new CardPart.Text(refusal, Tone.Warning);
        if (view.Done is { } done)
            yield return new CardPart.Text(done, Tone.Good);
        if (view.Deleted is { } deleted)
            yield return new CardPart.Entry(
                format.Say($"Deleted: {GoalWords.Name(deleted, format)}"),
                format.Say($"It stopped counting. You can have it back for a day."),
                [new(format.Say($"Undo"), $"{Line} undo {deleted.Id}")]
            );
    }

    private static IReadOnlyList<CardPart> Assigned(GoalsView view, ReaderFormat format) =>
        view.Assigned.Count == 0
            ? []
            :
            [
                new CardPart.Text(format.Say($"From your manager"), Tone.Subtle),
                new CardPart.ProgressList([.. view.Assigned.Take(OnAPage).Select(goal => Row(goal, format))]),
                .. view.Assigned.Count > OnAPage
                    ? [new CardPart.Text(format.Say($"… and {format.Number(view.Assigned.Count - OnAPage)} more."), Tone.Subtle)]
                    : Array.Empty<CardPart>(),
            ];

    private static ProgressRow Row(AssignedStanding goal, ReaderFormat format) =>
        new(
            TeamGoalWords.Name(goal.Plan.Name),
            format.Name(goal.Standing.Period),
            TierWords.State(goal, format),
            goal.Standing.Attainment is null ? null : goal.Standing.Percent,
            GoalWords.Standing(goal.Standing, format),
            [
                (goal.Standing.Subject.IsCollective ? $"{format.Say($"together")} · " : "")
                    + format.Standing(goal.Standing.Period, PeriodState.Running),
                .. goal.Tiers.Select(tier => TierWords.Tier(tier, goal.Standing.Goal.Metric, format)),
            ],
            []
        );

    private static IReadOnlyList<CardPart> Nothing(ReaderFormat format) =>
        [
            new CardPart.Text(format.Say($"🎯 You have no goal now.")),
            new CardPart.Text(
                format.Say(
                    $"A goal is a number you want to reach in a week, a month or a quarter: quotes, revenue, response time or active days. Only you see it, unless you share it."
                ),
                Tone.Subtle
            ),
        ];

    private static ProgressRow Row(GoalStanding standing, GoalsView view, ReaderFormat format) =>
        new(
            GoalWords.Title(standing.Goal.Metric, format) + (standing.Goal.Shared ? $" · {format.Say($"shared")}" : ""),
            format.Name(standing.Period),
            GoalWords.State(standing, format),
            standing.Attainment is null ? null : standing.Percent,
            GoalWords.Standing(standing, format),
            [
                format.Standing(standing.Period, PeriodState.Running) + GoalWords.Coming(standing, format),
                .. GoalWords.History(standing.Goal.Kind, view.Past.GetValueOrDefault(standing.Goal.Id, []), format) is { } history
                    ? [history]
                    : Array.Empty<string>(),
            ],
            [
                new(format.Say($"Edit"), $"goal {standing.Goal.Id}", Answer.Form),
                IsPaused(standing)
                    ? new(format.Say($"Resume"), $"{Line} resume {standing.Goal.Id}")
                    : new(format.Say($"Pause"), $"{Line} pause {standing.Goal.Id}"),
                new(format.Say($"Delete"), $"{Line} delete {standing.Goal.Id}"),
                new(format.Say($"Why?"), $"why goal {standing.Goal.Id}"),
            ]
        );

    /// <summary>A completed goal can be paused too: for what is to come.</summary>
    private static bool IsPaused(GoalStanding standing) => standing.Goal.Pauses.Any(pause => pause.To is null);

    private static IEnumerable<Button> Ways(GoalsView view, ReaderFormat format)
    {
        yield return new(format.Say($"New goal"), "goal new", Answer.Form, Primary: view.Goals.Count == 0);
        if (DefaultGoals.MissingIn([.. view.Goals.Select(goal => goal.Goal)]).Count == DefaultGoals.All.Count)
            yield return new(format.Say($"Restore defaults"), $"{Line} defaults");
    }
}
