using Gamification.Goals;
using Gamification.Time;

namespace Bot.Cards;

/// <summary>An own goal that is less than half done in the middle of its period.</summary>
/// <param name="DaysLeft">The reader's working days that remain, today included.</param>
public sealed record GoalHint(Metric Metric, long Actual, long Target, Period Period, long DaysLeft);

/// <summary>To the person alone: what is left at half time, and the way to hear no more of it.</summary>
public static class GoalHintCard
{
    public static Card Compose(IReadOnlyList<GoalHint> goals, ReaderFormat format) =>
        new(
            format.Count(goals.Count, $"Half time for your goal", $"Half time for {goals.Count} goals"),
            [
                new CardPart.Text(format.Say($"Half of your working time is over. Time enough for the other half:")),
                new CardPart.ProgressList([.. goals.Select(goal => Row(goal, format))]),
                new CardPart.Buttons([
                    new(format.Say($"Your goals"), "goals"),
                    new(format.Say($"Switch hints off"), "medalist settings hints off"),
                ]),
            ]
        );

    private static ProgressRow Row(GoalHint goal, ReaderFormat format) =>
        new(
            GoalWords.Title(goal.Metric, format),
            format.Name(goal.Period),
            GoalWords.Left(goal.Metric, goal.Actual, goal.Target, format),
            new Attainment(goal.Actual, goal.Target, goal.Metric is Metric.ResponseTime).BasisPoints / 100,
            GoalWords.Standing(goal.Metric, goal.Actual, goal.Target, format),
            [
                format.Count(
                    goal.DaysLeft,
                    $"{format.Number(goal.DaysLeft)} working day left, today included",
                    $"{format.Number(goal.DaysLeft)} working days left, today included"
                ),
            ],
            []
        );
}
