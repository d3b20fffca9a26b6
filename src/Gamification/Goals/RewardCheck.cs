using System.Diagnostics;
using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>The rewards of a tier: each with what its kind needs and nothing else.</summary>
internal sealed class RewardCheck(bool isCollective, PlanContext context, PlanFaults faults)
{
    private const long Most = 1_000_000_000;
    private const int MostOfTier = 10;
    private const int LongestName = 100;
    private static readonly FormattableString Remedy =
        $"Name a badge of your own that is given as a reward only and is not switched off; an admin adds one with “/medalist badge new”.";

    private readonly HashSet<string> badges = new(StringComparer.Ordinal);

    /// <param name="field">The path of the list.</param>
    public IReadOnlyList<Reward> Of(IReadOnlyList<RewardWish> wishes, string field)
    {
        faults.AddWhen(wishes.Count > MostOfTier, field, $"A tier has at most {MostOfTier} rewards.", $"Put some of them together.");
        return [.. wishes.Take(MostOfTier).Select((wish, i) => Read(wish, $"{field}[{i}]")).OfType<Reward>()];
    }

    private Reward? Read(RewardWish wish, string field)
    {
        if (faults.Chosen($"{field}.kind", $"The kind of reward", wish.Kind, $"Choose points, coins, badge or prize.") is not { } kind)
            return null;

        CheckMembers(wish, kind, field);
        return kind switch
        {
            RewardKind.Points => new Reward.Points(faults.Whole($"{field}.amount", $"The points", wish.Amount, Most)),
            RewardKind.Coins => new Reward.Coins(faults.Whole($"{field}.amount", $"The coins", wish.Amount, Most)),
            RewardKind.Badge => Badge(wish.Badge ?? "", $"{field}.badge"),
            RewardKind.Prize => Prize(wish, field),
            _ => throw new UnreachableException($"No reward for {kind}."),
        };
    }

    private void CheckMembers(RewardWish wish, RewardKind kind, string field)
    {
        var name = kind.ToString().ToLowerInvariant();
        var isAmount = kind is RewardKind.Points or RewardKind.Coins;
        Check(wish.Amount is not null && !isAmount, "amount");
        Check(wish.Badge is not null && kind is not RewardKind.Badge, "badge");
        Check(wish.Name is not null && kind is not RewardKind.Prize, "name");
        Check(wish.Price is not null && kind is not RewardKind.Prize, "price");
        Check(wish.OnceForTeam && kind is not RewardKind.Prize, "onceForTeam");

        void Check(bool isWrong, string member) =>
            faults.AddWhen(isWrong, $"{field}.{member}", $"A reward of the kind {name} has no {member}.", $"Leave it out.");
    }

    private Reward.Badge Badge(string id, string field)
    {
        if (!context.Badges.Contains(id))
            faults.Add(field, $"This is no badge that can be given.", Remedy);
        else if (!badges.Add(id))
            faults.Add(field, $"This badge is given by the goal already.", $"Give another badge, or leave one of the two out.");

        return new(id);
    }

    private Reward.Prize Prize(RewardWish wish, string field)
    {
        faults.AddWhen(
            wish.OnceForTeam && !isCollective,
            $"{field}.onceForTeam",
            $"Only a team's or the organisation's goal gives a prize once.",
            $"Leave it out: everyone is given theirs."
        );
        var price = wish.Price is null ? (long?)null : faults.Whole($"{field}.price", $"The price", wish.Price, Most);
        return new(faults.Text($"{field}.name", $"The name of a prize", wish.Name, LongestName), price, wish.OnceForTeam);
    }
}
