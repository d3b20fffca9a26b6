using Bot.Cards;
using Gamification;
using Gamification.Goals;

namespace Bot.Explaining.Assigned;

/// <summary>What is answered where words mean several goals, none, or one that the asker may not know.</summary>
internal static class AssignedChoice
{
    private const int Most = 8;

    /// <param name="subject">Whose is asked for; null for the goal's own.</param>
    public static WhyAnswer Refused(Goal goal, GoalNames names, SubjectId? subject = null)
    {
        var right = AssignedGoalFinder.RightOf(subject ?? goal.Subject, names);
        return new("", [], []) { Refusal = new(who => $"Only {who} can ask why about that goal.", right, $"goal:{goal.Id}") };
    }

    /// <param name="kind">The kind that is asked for: <c>grant</c>.</param>
    public static WhyAnswer Which(string title, string kind, IReadOnlyList<AskedGoal> goals, WhyQuestion question, bool isUnderstood) =>
        new(
            title,
            [
                question.Typed.Length == 0 || isUnderstood
                    ? question.Format.Say($"Name a goal: “/why {kind} name”.")
                    : question.Format.Say($"There is no {kind} “{CleanText.Of(question.Typed, 40)}”."),
            ],
            Buttons(kind, goals, question),
            isUnderstood
        );

    public static IReadOnlyList<Button> Buttons(string kind, IReadOnlyList<AskedGoal> goals, WhyQuestion question)
    {
        var of = question.Owner is null ? "" : $" person:{question.Person}";
        return
        [
            .. goals
                .OrderByDescending(goal => goal.HasPart)
                .Take(Most)
                .Select(goal => new Button(CleanText.Of(goal.Plan.Name, 40), $"why {kind} {goal.Goal.Id}{Words(goal)}{of}")),
        ];
    }

    private static string Words(AskedGoal goal) => goal.Tier is { } tier ? $" {tier.ToString().ToLowerInvariant()}" : "";
}
