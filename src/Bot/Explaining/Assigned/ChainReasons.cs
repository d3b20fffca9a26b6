using Bot.Cards;
using Gamification.Goals;

namespace Bot.Explaining.Assigned;

/// <summary>Why a goal is locked, by which activity it was unlocked, or that it was skipped.</summary>
internal static class ChainReasons
{
    public static IEnumerable<string> Of(GoalStory story)
    {
        if (story.Plan.After is { } after && story.Before is { } before)
        {
            var name = $"“{before.Name}”";
            var tier = before.Standing?.Tiers.FirstOrDefault(tier => tier.Tier.Kind == after.Tier);
            var small = tier is null ? after.Tier.ToString().ToLowerInvariant() : TierReasons.Small(tier);
            yield return story.Trace.Progress?.Unlocked is { } at
                ? $"It was unlocked {story.Moment(at.Credited)} by activity {CleanText.Of(at.Fact.ToString(), 60)}, which made {name} reach {small}."
                : $"It is locked until {small} of {name} is reached: {Standing(story, before, tier)}.";
            if (story.Trace.Progress?.Unlocked is { } unlocked && unlocked.Credited >= story.Standing.Ends)
                yield return "That was after its own period: it is skipped.";
            else
                yield return Counts(story, after.CountFrom);
        }

        foreach (var next in story.After)
            if (next.Versions[^1].Plan is { After: { } edge } plan)
                yield return $"Its {edge.Tier.ToString().ToLowerInvariant()} unlocks “{TeamGoalWords.Name(plan.Name)}”.";
    }

    private static string Standing(GoalStory story, EarlierGoal before, TierStanding? tier) =>
        (before.Standing, tier) is ({ } standing, { } asked)
            ? $"{GoalNumbers.Bare(before.Goal.Metric, standing.Standing.Actual ?? 0, story.Format)} of "
                + $"{GoalWords.Target(before.Goal.Metric, asked.Value, story.Format)} in {standing.Standing.Period.Key}"
            : "it has no part in that goal";

    private static string Counts(GoalStory story, CountFrom from)
    {
        var locked = story.Trace.Locked.Count;
        return from is CountFrom.PeriodStart
            ? "It counts its whole period once it is unlocked."
            : "It counts what comes after the activity that unlocks it"
                + (
                    locked == 0
                        ? "."
                        : $"; {GoalNumbers.Count(locked, "activity", "activities", story.Format)} before that "
                            + $"{(locked == 1 ? "counts" : "count")} nothing here."
                );
    }
}
