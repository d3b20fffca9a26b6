using System.Diagnostics;
using System.Globalization;

namespace Gamification.Rewards;

/// <summary>How the rewards of a tier are named in grant lines: by their kind, further ones of a kind with a number.</summary>
public static class RewardNames
{
    public const string Points = "points";
    public const string Coins = "coins";
    public const string Badge = "badge";
    public const string Prize = "prize";

    public static string Of(Reward reward) =>
        reward switch
        {
            Reward.Points => Points,
            Reward.Coins => Coins,
            Reward.Badge => Badge,
            Reward.Prize => Prize,
            _ => throw new UnreachableException($"No name for {reward.GetType().Name}."),
        };

    /// <param name="place">0 for the first of its kind.</param>
    public static string Of(string kind, int place) =>
        place == 0 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}:{place + 1}");

    public static string KindOf(string name) => name.Split(':')[0];

    /// <summary>Coins and points are counted; of badges and prizes there is one.</summary>
    public static long AmountOf(Reward reward) =>
        reward switch
        {
            Reward.Points(var amount) => amount,
            Reward.Coins(var amount) => amount,
            _ => 1,
        };

    /// <summary>Badges and prizes are never split.</summary>
    public static bool IsShared(Reward reward) => reward is Reward.Points or Reward.Coins;

    /// <summary>The reward of a tier that a line names; null where the tier has none of that name.</summary>
    public static Reward? Find(IEnumerable<Reward> rewards, string name) =>
        All(rewards).Where(reward => reward.Name == name).Select(reward => reward.Reward).FirstOrDefault();

    public static IEnumerable<(string Name, Reward Reward)> All(IEnumerable<Reward> rewards) =>
        rewards.GroupBy(Of).SelectMany(kind => kind.Select((reward, place) => (Of(kind.Key, place), reward)));
}
