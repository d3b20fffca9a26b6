using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;

namespace Gamification.Rewards;

/// <summary>What has to be posted so that a grant is what it should be.</summary>
/// <param name="New">The grant to insert; null where it is there already, or nothing is granted.</param>
/// <param name="At">Where the tier is reached; null where it is not.</param>
/// <param name="Net">What everybody has of it then.</param>
/// <param name="Rules">The ledger rules of its points.</param>
/// <param name="Bonuses">The points that should stand in the ledger.</param>
/// <param name="Rewards">Those of the version that was granted.</param>
internal sealed record GrantPosting(
    Grant? New,
    Position? At,
    IReadOnlyList<GrantLine> Lines,
    IReadOnlyList<(SubjectId Recipient, string Reward, long Amount)> Net,
    IReadOnlySet<string> Rules,
    IReadOnlyList<Bonus> Bonuses,
    IReadOnlyList<Reward> Rewards
);

/// <summary>One tier of a goal: what each recipient should have, less what is posted.</summary>
internal sealed class GrantPlay
{
    private readonly World world;
    private readonly GoalMove move;
    private readonly PostedRewards posted;
    private readonly GrantKey key;
    private readonly Grant? known;
    private readonly Position? at;
    private readonly IReadOnlyList<Reward> rewards;
    private readonly Dictionary<(SubjectId Recipient, string Reward), List<GrantLine>> stored;

    public GrantPlay(World world, GoalMove move, Tier tier, PostedRewards posted)
    {
        (this.world, this.move, this.posted) = (world, move, posted);
        key = new(move.After.Scope, tier.Kind);
        known = posted.Grants.FirstOrDefault(grant => grant.Key == key);
        at = move.After.Tiers[tier.Kind].Since;
        rewards = known is null ? tier.Rewards : RewardsOf(known) ?? tier.Rewards;
        stored = posted
            .Lines.Where(line => line.Grant == key)
            .GroupBy(line => (line.Recipient, line.Reward))
            .ToDictionary(line => line.Key, line => line.OrderBy(revision => revision.Revision).ToList());
    }

    public GrantPosting Run()
    {
        var isGranted = known is not null || (at is not null && rewards.Count > 0);
        var wanted = isGranted ? Wanted() : [];
        var lines = new List<GrantLine>();
        foreach (
            var place in wanted
                .Keys.Union(stored.Keys)
                .OrderBy(place => place.Recipient.Value, StringComparer.Ordinal)
                .ThenBy(place => place.Reward, StringComparer.Ordinal)
        )
            Post(place, wanted.GetValueOrDefault(place), lines);

        var net = stored
            .Keys.Union(wanted.Keys)
            .Select(place => (place.Recipient, place.Reward, Amount: NetOf(place, lines)))
            .Where(one => one.Amount != 0)
            .ToList();
        return new(
            known is null && isGranted ? new(key, at!.Value, move.Aim.Version) : null,
            at,
            lines,
            net,
            Names().Where(reward => reward.Reward is Reward.Points).Select(reward => RuleOf(reward.Name)).ToHashSet(StringComparer.Ordinal),
            [.. net.Where(one => IsPoints(one.Reward) && one.Recipient.Person is not null).Select(BonusOf)],
            rewards
        );
    }

    private IReadOnlyList<Reward>? RewardsOf(Grant grant) =>
        move
            .Goal.Versions.FirstOrDefault(version => version.Number == grant.Version)
            ?.Plan?.Tiers.FirstOrDefault(tier => tier.Kind == key.Tier)
            ?.Rewards;

    private IEnumerable<(string Name, Reward Reward)> Names() => RewardNames.All(rewards);

    private Dictionary<(SubjectId Recipient, string Reward), long> Wanted()
    {
        if (at is not { } reached)
            return known is { IsKept: true } || IsReopened ? AsBefore() : [];

        var wanted = move.Aim.IsCollective ? OfAll(reached) : OfOne();
        if (IsReopened)
            foreach (var (place, amount) in AsBefore())
                wanted[place] = amount;

        return wanted;
    }

    private bool IsReopened => world.Reopened.Contains(key.Scope.Period);

    /// <summary>What is posted; what was taken back from a grant that is kept comes again.</summary>
    private Dictionary<(SubjectId Recipient, string Reward), long> AsBefore() =>
        stored
            .Where(place => known is { IsKept: true } || place.Value.Sum(line => line.Amount) != 0)
            .ToDictionary(place => place.Key, place => place.Value.Last(line => line.Amount > 0).Amount);

    private Dictionary<(SubjectId Recipient, string Reward), long> OfOne() =>
        Names().ToDictionary(reward => (key.Scope.Subject, reward.Name), reward => RewardNames.AmountOf(reward.Reward));

    private Dictionary<(SubjectId Recipient, string Reward), long> OfAll(Position reached)
    {
        var recipients = new Recipients(world, move, key, posted).At(reached);
        var share = move.Aim.Plan!.Collective.Share;
        var wanted = new Dictionary<(SubjectId Recipient, string Reward), long>();
        foreach (var (name, reward) in Names())
            if (reward is Reward.Prize { OnceForTeam: true })
                wanted[(move.Goal.Subject, name)] = 1;
            else
                foreach (
                    var part in Shares.Of(RewardNames.IsShared(reward) ? share : Sharing.Each, RewardNames.AmountOf(reward), recipients)
                )
                    if (part.Amount != 0)
                        wanted[(SubjectId.Of(part.Person), name)] = part.Amount;

        return wanted;
    }

    /// <summary>Given, taken back, given again: a share that changes is taken back before the other one is given.</summary>
    private void Post((SubjectId Recipient, string Reward) place, long wanted, List<GrantLine> lines)
    {
        var revisions = stored.GetValueOrDefault(place, []);
        var net = revisions.Sum(line => line.Amount);
        if (net == wanted)
            return;

        var number = revisions.Count;
        if (net != 0)
            lines.Add(Line(place, number++, -net, wanted == 0 ? GrantReasons.Reversed : GrantReasons.Shared));
        if (wanted != 0)
            lines.Add(Line(place, number, wanted, GrantReasons.Reached));
    }

    private GrantLine Line((SubjectId Recipient, string Reward) place, int revision, long amount, string reason) =>
        new(key, place.Recipient, place.Reward, revision, amount, reason, amount < 0 ? move.Cause ?? at ?? known!.At : at ?? known!.At);

    private long NetOf((SubjectId Recipient, string Reward) place, List<GrantLine> added) =>
        stored.GetValueOrDefault(place, []).Sum(line => line.Amount)
        + added.Where(line => (line.Recipient, line.Reward) == place).Sum(line => line.Amount);

    private static bool IsPoints(string reward) => RewardNames.KindOf(reward) is RewardNames.Points;

    private string RuleOf(string reward) =>
        RuleNames.Reward(key.Scope.Goal.Value, key.Scope.Period.Value, key.Tier.ToString().ToLowerInvariant(), reward);

    /// <summary>Dated like the activity that reached the tier.</summary>
    private Bonus BonusOf((SubjectId Recipient, string Reward, long Amount) line)
    {
        var cause = at ?? known!.At;
        return new(new(cause.Fact, RuleOf(line.Reward), line.Recipient.Person!.Value, cause.Credited), cause, line.Amount);
    }
}
