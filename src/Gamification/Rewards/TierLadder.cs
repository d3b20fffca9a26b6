using Gamification.Goals;

namespace Gamification.Rewards;

/// <summary>The tiers of a goal, base first: one is locked until those below it are reached.</summary>
public static class TierLadder
{
    public static IReadOnlyList<Tier> Reached(IReadOnlyList<Tier> tiers, Attainment attainment) =>
        [.. tiers.TakeWhile(tier => tier.Trigger.IsReached(attainment))];

    /// <summary>Those that a step from one actual to another passes, in the order in which they are granted.</summary>
    public static IReadOnlyList<Tier> Passed(IReadOnlyList<Tier> tiers, Attainment before, Attainment after) =>
        [.. Reached(tiers, after).Skip(Reached(tiers, before).Count)];
}
