using Gamification.Goals;

namespace Bot.Cards;

/// <summary>The one goal that says most about how a person does; where there is none, how to come by one.</summary>
internal static class DashboardGoal
{
    private const int Segments = 10;

    public static CardPart Of(IReadOnlyList<GoalStanding> goals, ReaderFormat format) =>
        TopGoal.Of(goals) switch
        {
            { State: GoalState.Completed } done => new CardPart.Entry(
                $"✅ {(goals.All(goal => goal.State is GoalState.Completed) ? "All goals completed" : "Goal completed")}: {Words(done, format)}",
                $"{Bar(done, format)} · {Until(done, format)}",
                [new("Set a new goal", "goals")]
            ),
            { } top => new CardPart.Entry(
                $"🎯 Top goal: {Words(top, format)}",
                string.Join(" · ", ((string?[])[Bar(top, format), Track(top), Until(top, format)]).OfType<string>()),
                []
            ),
            null when goals.Count > 0 => new CardPart.Entry(
                "⏸️ No goal is running",
                "All of them are paused or over. Resume one, or set another.",
                [new("Open goals", "goals")]
            ),
            null => new CardPart.Entry(
                "🎯 No goal yet",
                "Set one, and its progress stands here: it counts by itself.",
                [new("Set a goal", "goals")]
            ),
        };

    private static string Words(GoalStanding goal, ReaderFormat format) =>
        goal.Actual is { } actual
            ? GoalWords.Standing(goal.Goal.Metric, Shown(goal, actual), goal.Target, format)
            : $"median reply at most {GoalWords.Time(goal.Target, format)}, no reply yet";

    /// <summary>A sum that corrections took below nothing stands at nothing; a median is never negative.</summary>
    private static long Shown(GoalStanding goal, long actual) => goal.Goal.Type.IsMedian ? actual : Math.Max(0, actual);

    private static string? Bar(GoalStanding goal, ReaderFormat format)
    {
        if (goal.Attainment is null)
            return null;

        var full = (int)Math.Min(Segments, goal.Percent * Segments / 100);
        return $"{new string('▰', full)}{new string('▱', Segments - full)} {format.Number(goal.Percent)} %";
    }

    private static string? Track(GoalStanding goal) =>
        goal switch
        {
            { Replies: { } replies and < MedianReply.Least } => $"{replies} of {MedianReply.Least} replies it takes",
            { OnTrack: true } => "on track",
            { OnTrack: false } => "not on track",
            _ => null,
        };

    private static string Until(GoalStanding goal, ReaderFormat format) => $"{format.Name(goal.Period)}, ends {format.End(goal.Ends)}";
}
