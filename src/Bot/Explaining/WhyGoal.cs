using Bot.Cards;
using Bot.Commands;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Explaining;

/// <summary>Why a personal goal stands where it stands: its bounds, what counted, what is left out and why, and the arithmetic.</summary>
public sealed class WhyGoal(GoalReader goals, LedgerReader ledger, LeftOutReader leftOut, TimeProvider clock) : IWhy
{
    private const int MostLines = 10_000;

    public IReadOnlyList<string> Words { get; } = ["goal", "goals", "target"];

    public string Usage => "goal quotes";

    public async Task<WhyAnswer> ExplainAsync(WhyQuestion question, CancellationToken ct)
    {
        var own = await goals.OfAsync(question.Person, question.Person, clock.Now(), ct);
        var seen = own.Where(goal => question.Owner is null || goal.Goal.Shared).ToList();
        var words = question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return GoalWord.Find(seen, words) is [var only] ? await ExplainAsync(only, question, ct) : Which(seen, words, question);
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
            $"Why {GoalWords.Name(goal, format)}?",
            [
                GoalReasons.Standing(standing, format),
                .. GoalReasons.Counted(lines.Counted, format),
                .. GoalReasons.LeftOut(lines, format),
                .. late.Count > 0 ? [LateWords.Of(late, format)] : Array.Empty<string>(),
                .. goal
                    .Pauses.Where(pause => pause.From < standing.Ends && (pause.To ?? Instant.MaxValue) > standing.Starts)
                    .Select(pause => GoalReasons.Pause(pause, format)),
                GoalReasons.Arithmetic(standing, format),
                GoalReasons.Rule(goal.Metric),
            ],
            question.Owner is null ? [new("Your goals", "goals"), new("Points", "points")] : []
        );
    }

    private static WhyAnswer Which(List<GoalStanding> goals, string[] words, WhyQuestion question)
    {
        var named = GoalWord.Find(goals, words);
        var choices = named.Count > 0 ? named : goals;
        return new(
            "Why which goal?",
            [
                goals.Count == 0
                    ? question.Owner is { } owner
                        ? $"{owner} shares no goal: own goals are private."
                        : "You have no goal now."
                    : words.Length == 0 || named.Count > 0
                        ? "Name one of your goals: “/why goal quotes”."
                        : $"No goal is called “{CleanText.Of(question.Words, 40)}”.",
            ],
            question.Owner is null
                ?
                [
                    .. choices.Select(goal => new Button(GoalWords.Name(goal.Goal, question.Format), $"why goal {goal.Goal.Id}")),
                    new("Your goals", "goals"),
                ]
                : [],
            Understood: named.Count > 0 && words.Length > 0
        );
    }
}
