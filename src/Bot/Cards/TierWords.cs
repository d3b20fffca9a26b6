using Gamification.Goals;

namespace Bot.Cards;

/// <summary>Where a goal and its tiers are, in symbols and words, so that neither colour nor symbol is needed.</summary>
public static class TierWords
{
    public static string State(AssignedStanding standing, ReaderFormat format) =>
        standing switch
        {
            { Standing.Goal.IsDraft: true } => format.Say($"✎ draft"),
            { Standing.Goal.Assignment.IsShadow: true } => format.Say($"◌ shadow, {Plain(standing.State, format)}"),
            _ => Of(standing.State, format),
        };

    /// <summary><c>✓ Super · 33,000 EUR · reached Wed 18 Nov 10:00 → 500 coins</c>.</summary>
    public static string Tier(TierStanding tier, Metric metric, ReaderFormat format) =>
        $"{Mark(tier.State)} {TeamGoalWords.Tier(tier.Tier)} · {TeamGoalWords.Value(metric, tier.Value, format)} · {Words(tier, format)} → {TeamGoalWords.Rewards(tier.Tier.Rewards, format)}";

    /// <summary>The same for a reader who has to be short: <c>✓ Base ▸ Super ▪ Mega</c>.</summary>
    public static string Short(IReadOnlyList<TierStanding> tiers) =>
        string.Join("  ", tiers.Select(tier => $"{Mark(tier.State)} {TeamGoalWords.Tier(tier.Tier)}"));

    private static string Words(TierStanding tier, ReaderFormat format) =>
        tier switch
        {
            { State: TierState.Reached, ReachedAt: { } at } => format.Say($"reached {format.Moment(at)}"),
            { State: TierState.Reached } => format.Say($"reached"),
            { State: TierState.Reversed } => format.Say($"taken back"),
            { State: TierState.Active } => format.Say($"next", "tier"),
            _ => format.Say($"locked", "tier"),
        };

    private static string Mark(TierState state) =>
        state switch
        {
            TierState.Reached => "✓",
            TierState.Reversed => "↺",
            TierState.Active => "▸",
            _ => "🔒",
        };

    private static string Of(AssignedState state, ReaderFormat format) =>
        state switch
        {
            AssignedState.Draft => format.Say($"✎ draft"),
            AssignedState.Scheduled => format.Say($"◷ scheduled"),
            AssignedState.Locked => format.Say($"🔒 locked until another goal unlocks it"),
            AssignedState.Completed => format.Say($"✓ target reached"),
            AssignedState.Grace => format.Say($"◷ over, provisional"),
            AssignedState.Closed => format.Say($"■ closed"),
            AssignedState.Reopened => format.Say($"↺ reopened"),
            AssignedState.Skipped => format.Say($"– skipped: nothing unlocked it in time"),
            _ => format.Say($"▶ active"),
        };

    private static string Plain(AssignedState state, ReaderFormat format) => Of(state, format).Split(' ', 2)[1];
}
