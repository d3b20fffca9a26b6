using Gamification.Goals;

namespace Bot.Cards;

/// <summary>Where a goal and its tiers are, in symbols and words, so that neither colour nor symbol is needed.</summary>
public static class TierWords
{
    public static string State(AssignedStanding standing) =>
        standing switch
        {
            { Standing.Goal.IsDraft: true } => "✎ draft",
            { Standing.Goal.Assignment.IsShadow: true } => $"◌ shadow, {Plain(standing.State)}",
            _ => Of(standing.State),
        };

    /// <summary><c>✓ Super · 33,000 EUR · reached Wed 18 Nov 10:00 → 500 coins</c>.</summary>
    public static string Tier(TierStanding tier, Metric metric, ReaderFormat format) =>
        $"{Mark(tier.State)} {TeamGoalWords.Tier(tier.Tier)} · {TeamGoalWords.Value(metric, tier.Value, format)} · {Words(tier, format)}"
        + $" → {TeamGoalWords.Rewards(tier.Tier.Rewards, format)}";

    /// <summary>The same for a reader who has to be short: <c>✓ Base ▸ Super ▪ Mega</c>.</summary>
    public static string Short(IReadOnlyList<TierStanding> tiers) =>
        string.Join("  ", tiers.Select(tier => $"{Mark(tier.State)} {TeamGoalWords.Tier(tier.Tier)}"));

    private static string Words(TierStanding tier, ReaderFormat format) =>
        tier switch
        {
            { State: TierState.Reached, ReachedAt: { } at } => $"reached {format.Moment(at)}",
            { State: TierState.Reached } => "reached",
            { State: TierState.Reversed } => "taken back",
            { State: TierState.Active } => "next",
            _ => "locked",
        };

    private static string Mark(TierState state) =>
        state switch
        {
            TierState.Reached => "✓",
            TierState.Reversed => "↺",
            TierState.Active => "▸",
            _ => "🔒",
        };

    private static string Of(AssignedState state) =>
        state switch
        {
            AssignedState.Draft => "✎ draft",
            AssignedState.Scheduled => "◷ scheduled",
            AssignedState.Locked => "🔒 locked until another goal unlocks it",
            AssignedState.Completed => "✓ target reached",
            AssignedState.Grace => "◷ over, provisional",
            AssignedState.Closed => "■ closed",
            AssignedState.Reopened => "↺ reopened",
            AssignedState.Skipped => "– skipped: nothing unlocked it in time",
            _ => "▶ active",
        };

    private static string Plain(AssignedState state) => Of(state).Split(' ', 2)[1];
}
