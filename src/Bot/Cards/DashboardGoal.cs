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
                goals.All(goal => goal.State is GoalState.Completed)
                    ? format.Say($"✅ All goals completed: {Words(done, format)}")
                    : format.Say($"✅ Goal completed: {Words(done, format)}"),
                $"{Bar(done, format)} · {Until(done, format)}",
                [new(format.Say($"Set a new goal"), "goals")]
            ),
            { } top => new CardPart.Entry(
                format.Say($"🎯 Top goal: {Words(top, format)}"),
                string.Join(" · ", ((string?[])[Bar(top, format), Track(top, format), Until(top, format)]).OfType<string>()),
                []
            ),
            null when goals.Count > 0 => new CardPart.Entry(
                format.Say($"⏸️ No goal is running"),
                format.Say($"All of them are paused or over. Resume one, or set another."),
                [new(format.Say($"Open goals"), "goals")]
            ),
            null => new CardPart.Entry(
                format.Say($"🎯 No goal yet"),
                format.Say($"Set one, and its progress stands here: it counts by itself."),
                [new(format.Say($"Set a goal"), "goals")]
            ),
        };

    private static string Words(GoalStanding goal, ReaderFormat format) =>
        goal.Actual is { } actual
            ? GoalWords.Standing(goal.Goal.Metric, Shown(goal, actual), goal.Target, format)
            : format.Say($"median reply at most {GoalWords.Time(goal.Target, format)}, no reply yet");

    /// <summary>A sum that corrections took below nothing stands at nothing; a median is never negative.</summary>
    private static long Shown(GoalStanding goal, long actual) => goal.Goal.Type.IsMedian ? actual : Math.Max(0, actual);

    private static string? Bar(GoalStanding goal, ReaderFormat format)
    {
        if (goal.Attainment is null)
            return null;

        var full = (int)Math.Min(Segments, goal.Percent * Segments / 100);
        return $"{new string('▰', full)}{new string('▱', Segments - full)} {format.Number(goal.Percent)} %";
    }

    private static string? Track(GoalStanding goal, ReaderFormat format) =>
        goal switch
        {
            { Replies: { } replies and < MedianReply.Least } => format.Say($"{replies} of {MedianReply.Least} replies it takes"),
            { OnTrack: true } => format.Say($"on track"),
            { OnTrack: false } => format.Say($"not on track"),
            _ => null,
        };

    private static string Until(GoalStanding goal, ReaderFormat format) =>
        format.Say($"{format.Name(goal.Period)}, ends {format.End(goal.Ends)}");
}
