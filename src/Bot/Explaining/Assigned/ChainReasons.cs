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
                ? story.Say(
                    $"It was unlocked {story.Moment(at.Credited)} by activity {CleanText.Of(at.Fact.ToString(), 60)}, which made {name} reach {small}."
                )
                : Locked(story, before, tier, small);
            if (story.Trace.Progress?.Unlocked is { } unlocked && unlocked.Credited >= story.Standing.Ends)
                yield return story.Say($"That was after its own period: it is skipped.");
            else
                yield return Counts(story, after.CountFrom);
        }

        foreach (var next in story.After)
            if (next.Versions[^1].Plan is { After: { } edge } plan)
                yield return story.Say($"Its {edge.Tier.ToString().ToLowerInvariant()} unlocks “{TeamGoalWords.Name(plan.Name)}”.");
    }

    private static string Locked(GoalStory story, EarlierGoal before, TierStanding? tier, string small) =>
        (before.Standing, tier) is ({ } standing, { } asked)
            ? story.Say(
                $"It is locked until {small} of “{before.Name}” is reached: {GoalNumbers.Bare(before.Goal.Metric, standing.Standing.Actual ?? 0, story.Format)} of {GoalWords.Target(before.Goal.Metric, asked.Value, story.Format)} in {standing.Standing.Period.Key}."
            )
            : story.Say($"It is locked until {small} of “{before.Name}” is reached: it has no part in that goal.");

    private static string Counts(GoalStory story, CountFrom from)
    {
        var locked = story.Trace.Locked.Count;
        var n = story.Format.Number(locked);
        return from is CountFrom.PeriodStart ? story.Say($"It counts its whole period once it is unlocked.")
            : locked == 0 ? story.Say($"It counts what comes after the activity that unlocks it.")
            : story.Format.Count(
                locked,
                $"It counts what comes after the activity that unlocks it; {n} activity before that counts nothing here.",
                $"It counts what comes after the activity that unlocks it; {n} activities before that count nothing here."
            );
    }
}
