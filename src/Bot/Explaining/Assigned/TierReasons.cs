using Bot.Cards;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Explaining.Assigned;

/// <summary>
/// Why a tier is reached or not: <c>Super not reached: 32,999.99 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ends
/// 30 Nov.</c>
/// </summary>
internal static class TierReasons
{
    /// <param name="isTold">Whether what is left out belongs to the sentence.</param>
    public static IEnumerable<string> Of(GoalStory story, TierStanding tier, bool isTold)
    {
        yield return Standing(story, tier) + (isTold && story.Trace.LeftOut.Count > 0 ? $" {LeftOut(story)}" : "");
        if (tier.State is TierState.Locked && Below(story, tier) is { State: not TierState.Reached } below)
            yield return story.Say($"{Name(tier)} is locked until {Small(below)} is reached.");
        if (tier.State is not TierState.Reached && story.IsCollective && Passes(story, tier))
            foreach (var sentence in ConditionReasons.Of(story))
                yield return sentence;
    }

    /// <summary>3 deals are left out: 2 received after the close, 1 in CHF without a rate.</summary>
    public static string LeftOut(GoalStory story) => LateWords.Of(story.Trace.LeftOut, story.Metric, story.Format);

    /// <summary>The trigger above that of the tier below, which saving it demanded.</summary>
    public static IEnumerable<string> Trigger(GoalStory story, TierStanding tier)
    {
        if (Below(story, tier) is { } below)
            yield return story.Say($"Its trigger {Value(story, tier)} lies beyond that of {Small(below)}, {Value(story, below)}.");
    }

    public static string Name(TierStanding tier) => TeamGoalWords.Tier(tier.Tier);

    /// <summary>In the middle of a sentence.</summary>
    public static string Small(TierStanding tier) => Small(tier.Tier);

    public static string Small(Tier tier) => tier.Label is null ? tier.Kind.ToString().ToLowerInvariant() : TeamGoalWords.Tier(tier);

    private static string Standing(GoalStory story, TierStanding tier)
    {
        var mark = story.Trace.Progress?.Tiers[tier.Tier.Kind] ?? default;
        var (name, sum) = (Name(tier), Sum(story, tier));
        return tier.State switch
        {
            TierState.Reached when Passes(story, tier) => $"{story.Say($"{name} reached: {sum}.")} {Crossing(story, mark)}",
            TierState.Reached => story.Say(
                $"{name} stays reached: the sum got there, and {sum}. What is taken back later leaves a shared tier alone."
            ) + $" {Crossing(story, mark)}",
            TierState.Reversed =>
                $"{story.Say($"{name} not reached any more: {sum}.")} {Crossing(story, mark)} {story.Say($"Facts took that back since.")}",
            _ when story
                    is { Goal.Type.IsMedian: true, Trace.Progress.Result: null }
                        or { Goal.Type.IsMedian: true, Trace.Progress: null } => story.Say(
                $"{name} is not decided yet: {sum}. The close decides it, by at least {MedianReply.Least} replies."
            ),
            _ => story.Say($"{name} not reached: {sum}."),
        };
    }

    /// <summary><c>32,999.99 of 33,000.00 (110 % of 30,000.00) in 2026-11, Europe/Paris, ends 30 Nov</c>.</summary>
    private static string Sum(GoalStory story, TierStanding tier)
    {
        var (actual, limit, share) = (Actual(story), Limit(story, tier), Share(story, tier));
        var (key, zone, end) = (story.Period.Key, story.Zone, story.Format.ShortDay(story.Period.End!.Value.PlusDays(-1)));
        return story.Now < story.Standing.Ends
            ? story.Say($"{actual} of {limit} ({share}) in {key}, {zone}, ends {end}")
            : story.Say($"{actual} of {limit} ({share}) in {key}, {zone}, ended {end}");
    }

    private static string Crossing(GoalStory story, TierMark mark) =>
        (mark.Since ?? mark.Reached) is not { } at ? ""
        : story.Goal.Type.IsMedian ? story.Say($"The close decided it.")
        : story.Say($"It got there {story.Moment(at.Credited)} by: {story.What(at.Fact)}.");

    private static string Actual(GoalStory story) =>
        story.Standing switch
        {
            { Actual: { } actual } when story.Goal.Type.IsMedian => story.Say($"median {GoalNumbers.Bare(story, actual)}"),
            { Actual: { } actual } => GoalNumbers.Bare(story, actual),
            _ when story.Goal.Type.IsMedian => story.Say($"no median yet"),
            _ => story.Say($"nothing"),
        };

    private static string Limit(GoalStory story, TierStanding tier) =>
        story.Goal.Type.IsMedian ? story.Say($"at most {Value(story, tier)}") : Value(story, tier);

    private static string Value(GoalStory story, TierStanding tier) => GoalNumbers.Bare(story, tier.Value);

    private static string Share(GoalStory story, TierStanding tier)
    {
        var target = GoalNumbers.Bare(story, story.Standing.Target);
        return tier.Tier.Trigger switch
        {
            TierTrigger.Percent(var points) when story.Goal.Type.IsMedian => story.Standing.Target * (Int128)10_000 % points == 0
                ? $"{target} ÷ {story.Format.Percent(points)}"
                : story.Say($"{target} ÷ {story.Format.Percent(points)}, cut to seconds"),
            TierTrigger.Percent(var points) => (Int128)story.Standing.Target * points % 10_000 == 0
                ? story.Say($"{story.Format.Percent(points)} of {target}")
                : story.Say($"{story.Format.Percent(points)} of {target}, rounded up"),
            _ => story.Say($"an amount of its own; the target is {target}"),
        };
    }

    private static bool Passes(GoalStory story, TierStanding tier) =>
        story.Standing.Actual is { } actual
        && tier.Tier.Trigger.IsReached(new(actual, story.Standing.Target, story.Goal.Type.IsMedian))
        && (!story.Goal.Type.IsMedian || story.Standing.Attainment is not null);

    private static TierStanding? Below(GoalStory story, TierStanding tier) =>
        story.Assigned.Tiers.TakeWhile(one => one != tier).LastOrDefault();
}
