using Bot.Cards;
using Gamification.Goals;

namespace Bot.Explaining.Assigned;

/// <summary>Numbers of a goal beside each other, so that they can be compared: money with all decimals and without its currency.</summary>
internal static class GoalNumbers
{
    /// <summary><c>32,999.99</c>, <c>329</c>, <c>27 min 16 s</c>.</summary>
    public static string Bare(Metric metric, long value, ReaderFormat format) =>
        metric switch
        {
            Metric.Revenue => format.Exact(value),
            Metric.ResponseTime => GoalWords.Time(value, format),
            _ => format.Number(value),
        };

    public static string Bare(GoalStory story, long value) => Bare(story.Metric, value, story.Format);
}
