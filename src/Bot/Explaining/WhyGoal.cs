using Bot.Cards;
using Bot.Commands;
using Bot.Explaining.Assigned;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Explaining;

/// <summary>
/// Why a goal stands where it stands: its bounds, what counted, what is left out and why, and the arithmetic; of a manager's goal also
/// its tiers and what they granted.
/// </summary>
internal sealed class WhyGoal(
    GoalReader goals,
    AssignedGoalFinder finder,
    WhyAssigned assigned,
    LedgerReader ledger,
    LeftOutReader leftOut,
    TimeProvider clock
) : IWhy
{
    private const int MostLines = 10_000;

    public IReadOnlyList<string> Words { get; } = ["goal", "goals", "target"];

    public string Usage => "goal quotes";

    public async Task<WhyAnswer> ExplainAsync(WhyQuestion question, CancellationToken ct)
    {
        var now = clock.Now();
        var own = await goals.OfAsync(question.Person, question.Person, now, ct);
        var seen = own.Where(goal => question.Owner is null || goal.Goal.Shared).ToList();
        var words = question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = GoalWord.Find(seen, words);
        var found = await finder.FindAsync(question, now, ct);
        return (named, found.Meant) switch
        {
            ([var only], []) => await ExplainAsync(only, question, ct),
            ([], [var only]) => await assigned.ExplainAsync(only, question, found.Names, now, ct),
            ([], []) when found.Hidden is { } hidden => AssignedChoice.Refused(hidden, found.Names),
            _ => Which(seen, named, found, question),
        };
    }

    private async Task<WhyAnswer> ExplainAsync(GoalStanding standing, WhyQuestion question, CancellationToken ct)
    {
        var (goal, format) = (standing.Goal, question.Format);
        // A day around the bounds: what lies just outside of them is what people miss.
        var around = await ledger.ReadAsync(
            question.Person,
            standing.Starts - Duration.FromDays(1),
            standing.Ends + Duration.FromDays(1),
            MostLines,
            ct
        );
        var lines = GoalEvidence.Of(standing, around);
        var late = await leftOut.ReadAsync(question.Person, standing.Starts, standing.Ends, ct);
        return new(
            format.Say($"Why {GoalWords.Name(goal, format)}?"),
            [
                GoalReasons.Standing(standing, format),
                .. GoalReasons.Counted(lines.Counted, format),
                .. GoalReasons.LeftOut(lines, format),
                .. late.Count > 0 ? [LateWords.Of(late, format)] : Array.Empty<string>(),
                .. goal
                    .Pauses.Where(pause => pause.From < standing.Ends && (pause.To ?? Instant.MaxValue) > standing.Starts)
                    .Select(pause => GoalReasons.Pause(pause, format)),
                GoalReasons.Arithmetic(standing, format),
                GoalReasons.Rule(goal.Metric, format),
            ],
            question.Owner is null ? [new(format.Say($"Your goals"), "goals"), new(format.Say($"Points"), "points")] : []
        );
    }

    private static WhyAnswer Which(List<GoalStanding> seen, IReadOnlyList<GoalStanding> named, AskedGoals found, WhyQuestion question)
    {
        var format = question.Format;
        var isNamed = named.Count + found.Meant.Count > 0;
        var (own, given) = isNamed ? (named, found.Meant) : (seen, [.. found.Known.Where(goal => goal.HasPart)]);
        return new(
            format.Say($"Why which goal?"),
            [
                own.Count + given.Count == 0
                    ? question.Owner is { } owner
                        ? format.Say($"{owner} shares no goal: own goals are private.")
                        : format.Say($"You have no goal now.")
                    : question.Words.Length == 0 || isNamed
                        ? question.Owner is { } whose
                            ? format.Say($"Name one of {whose}’s goals.")
                            : format.Say($"Name one of your goals: “/why goal quotes”.")
                        : format.Say($"No goal is called “{CleanText.Of(question.Words, 40)}”."),
            ],
            [
                .. question.Owner is null
                    ? own.Select(goal => new Button(GoalWords.Name(goal.Goal, question.Format), $"why goal {goal.Goal.Id}"))
                    : [],
                .. AssignedChoice.Buttons("goal", given, question),
                .. question.Owner is null ? [new Button(format.Say($"Your goals"), "goals")] : Array.Empty<Button>(),
            ],
            Understood: isNamed && question.Words.Length > 0
        );
    }
}
