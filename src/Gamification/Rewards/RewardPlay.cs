using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Time;

namespace Gamification.Rewards;

/// <summary>
/// Turns what goals did into grants, their lines, coins and bonus points: what should be given, less what is posted. Tiers of a person
/// follow the present sum; collective ones stay once they were reached.
/// </summary>
internal sealed class RewardPlay(World world, Needed needed, Closes closes)
{
    private readonly List<Grant> grants = [];
    private readonly List<GrantLine> lines = [];
    private readonly List<CoinEntry> coins = [];
    private readonly List<Unlock> unlocks = [];
    private readonly List<Entry> entries = [];
    private readonly List<TierMove> tiers = [];
    private readonly BonusLedger ledger = new(world, closes);

    public IReadOnlyList<Grant> Grants => grants;

    public IReadOnlyList<GrantLine> Lines => lines;

    public IReadOnlyList<CoinEntry> Coins => coins;

    public IReadOnlyList<Unlock> Unlocks => unlocks;

    /// <summary>Bonus points, to go into the ledger.</summary>
    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>What is told of tiers.</summary>
    public IReadOnlyList<TierMove> Tiers => tiers;

    public void Run(IReadOnlyList<GoalMove> moves)
    {
        foreach (var move in moves)
            if (move is { Aim.Plan: not null, Goal.Assignment: { Published: not null, IsShadow: false } })
                Play(move);
    }

    private void Play(GoalMove move)
    {
        if (move.Aim.Plan!.After is not null && (move.IsRecounted ? move.After.Unlocked : move.Unlocked) is { } at)
            unlocks.Add(new(move.After.Scope, at));

        coins.AddRange(move.Coins);
        var touched = move.Aim.Tiers.Where(tier => IsTouched(move, tier)).ToList();
        var isPosted = touched.Exists(IsRewarded) || (move.IsRecounted && move.Aim.PaysPoints);
        if (!isPosted)
        {
            tiers.AddRange(touched.Select(tier => TierMove.Of(move, tier.Kind)));
            entries.AddRange(move.Bonuses.Select(bonus => ledger.New(move.After.Scope, bonus)));
            return;
        }

        var hasRoster = !move.Aim.IsCollective || world.Rosters.ContainsKey(move.Goal.Subject);
        if (!hasRoster)
            needed.Roster(move.Goal.Subject);
        if (!world.Rewards.TryGetValue(move.After.Scope, out var posted))
            needed.Rewards(move.After.Scope);
        else if (hasRoster)
            Post(move, touched, posted);
    }

    private static bool IsTouched(GoalMove move, Tier tier) =>
        move.IsRecounted || (move.Before?.Tiers ?? TierMarks.None)[tier.Kind] != move.After.Tiers[tier.Kind];

    private static bool IsRewarded(Tier tier) => tier.Rewards.Count > 0;

    private void Post(GoalMove move, List<Tier> touched, PostedRewards posted)
    {
        foreach (var tier in touched)
        {
            var told = new GrantPlay(world, move, tier, posted).Run();
            if (told.New is { } grant)
                grants.Add(grant);

            lines.AddRange(told.Lines);
            tiers.Add(TierMove.Of(move, tier.Kind) with { Lines = told.Lines, Net = told.Net, Rewards = told.Rewards });
            entries.AddRange(ledger.Differences(move.After.Scope, posted, told.Rules, told.Bonuses, told.At ?? CauseOf(move)));
        }

        if (!move.IsRecounted)
            entries.AddRange(move.Bonuses.Select(bonus => ledger.New(move.After.Scope, bonus)));
        else if (move.Aim.PaysPoints)
            entries.AddRange(Accelerated(move, posted));
    }

    private IEnumerable<Entry> Accelerated(GoalMove move, PostedRewards posted)
    {
        var rule = Bonus.RuleOf(move.Aim);
        return world.Reopened.Contains(move.After.Scope.Period)
            ? ledger.Missing(move.After.Scope, posted, rule, move.Bonuses, CauseOf(move))
            : ledger.Differences(
                move.After.Scope,
                posted,
                new HashSet<string>(StringComparer.Ordinal) { rule },
                move.Bonuses,
                CauseOf(move)
            );
    }

    private static Position CauseOf(GoalMove move) => move.Cause ?? move.After.Last;
}
