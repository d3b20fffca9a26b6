using System.Globalization;
using Gamification;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Cards;

/// <param name="IsCompleted">False: something that counted was taken back, and it is below its target again.</param>
/// <param name="Goal">For the button to a higher target; null offers none.</param>
public sealed record GoalNotice(Metric Metric, long Actual, long Target, Period Period, bool IsCompleted, GoalId? Goal = null);

/// <summary>What one activity made of a person's own goals, with the badges it unlocked: one private message.</summary>
public static class GoalNoticeCard
{
    public static Card Compose(IReadOnlyList<GoalNotice> goals, IReadOnlyList<Unlock> unlocks, ReaderFormat format) =>
        new(
            Title(goals, unlocks.Count, format),
            [
                .. goals.Select(goal => Part(goal, format)),
                .. Suggestions(goals, format),
                .. unlocks.Count == 0 ? [] : UnlockCard.Compose(name: null, unlocks, format).Parts,
            ]
        );

    private static string Title(IReadOnlyList<GoalNotice> goals, int unlocks, ReaderFormat format)
    {
        var completed = goals.Count(goal => goal.IsCompleted);
        var title =
            completed == 0 ? format.Say($"Goal active again") : format.Count(completed, $"Goal completed", $"{completed} goals completed");
        return unlocks switch
        {
            0 => title,
            _ => format.Count(unlocks, $"{title}, badge unlocked", $"{title}, {unlocks} badges unlocked"),
        };
    }

    /// <summary>A button for each completed goal that can be aimed higher: it opens the form with that target.</summary>
    private static IEnumerable<CardPart> Suggestions(IReadOnlyList<GoalNotice> goals, ReaderFormat format)
    {
        var buttons = goals
            .Where(goal => goal is { IsCompleted: true, Goal: not null })
            .Select(goal =>
                (goal.Goal, goal.Metric, Next: GoalSuggestion.Of(goal.Metric, goal.Target, goal.Period.Kind, format.Organisation))
            )
            .Where(goal => goal.Next is not null)
            .Select(goal => new Button(
                format.Say($"Aim for {GoalWords.Target(goal.Metric, goal.Next!.Value, format)}"),
                string.Create(CultureInfo.InvariantCulture, $"goal {goal.Goal}::{goal.Next}"),
                Answer.Form
            ))
            .ToList();
        if (buttons.Count > 0)
            yield return new CardPart.Buttons(buttons);
    }

    private static CardPart Part(GoalNotice goal, ReaderFormat format)
    {
        var standing = $"{GoalWords.Standing(goal.Metric, goal.Actual, goal.Target, format)} · {format.Name(goal.Period)}";
        return goal.IsCompleted
            ? new CardPart.Celebration("✅", format.Say($"You reached your goal"), standing, Art: null)
            : new CardPart.Text(
                format.Say($"{standing}: something that counted was taken back, so this goal is active again."),
                Tone.Subtle
            );
    }
}
