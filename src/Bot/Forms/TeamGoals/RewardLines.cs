using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Texts;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Forms.TeamGoals;

/// <summary>
/// The rewards of a tier as a manager types them, one a line: <c>500 coins</c>, <c>200 points</c>, <c>badge wizard</c>,
/// <c>prize Dinner for two</c>, <c>prize Headset for 800 coins</c>, <c>team prize Lunch</c>.
/// </summary>
internal static partial class RewardLines
{
    public static string Example(Language language) =>
        language.Say($"One a line: 500 coins, 200 points, badge wizard, prize Dinner for two, prize Headset for 800 coins");

    /// <summary>Lines that are no reward stand as errors at the field.</summary>
    public static IReadOnlyList<RewardWish> Read(FormReading values, string field)
    {
        var rewards = new List<RewardWish>();
        foreach (var (line, i) in values.Lines(field).Select((line, i) => (line, i)))
            if (Parse(line, values.Locale) is { } reward)
                rewards.Add(reward);
            else
                values.Wrong(
                    field,
                    values.Say(
                        $"Line {i + 1} is no reward. Write “500 coins”, “200 points”, “badge wizard”, “prize Dinner for two” or “prize Headset for 800 coins”."
                    )
                );

        return rewards;
    }

    public static string Show(IEnumerable<RewardWish> rewards, CultureInfo locale) =>
        string.Join('\n', rewards.Select(reward => Line(reward, locale)));

    private static RewardWish? Parse(string line, CultureInfo locale) =>
        Badge().Match(line) is { Success: true } badge ? new(RewardKind.Badge, Badge: badge.Groups["id"].Value)
        : Prize().Match(line) is { Success: true } prize ? PrizeOf(prize, locale)
        : Amount().Match(line) is { Success: true } amount && TypedNumber.Parse(amount.Groups["number"].Value, locale) is { } number
            ? new(
                amount.Groups["unit"].Value.StartsWith("c", StringComparison.OrdinalIgnoreCase) ? RewardKind.Coins : RewardKind.Points,
                number
            )
        : null;

    private static RewardWish? PrizeOf(Match prize, CultureInfo locale)
    {
        var isOnce = prize.Groups["team"].Success;
        var name = prize.Groups["name"].Value.Trim();
        return Price().Match(name) is { Success: true } priced && TypedNumber.Parse(priced.Groups["number"].Value, locale) is { } price
            ? new(RewardKind.Prize, Name: name[..priced.Index].Trim(), Price: price, OnceForTeam: isOnce)
            : new(RewardKind.Prize, Name: name, OnceForTeam: isOnce);
    }

    private static string Line(RewardWish reward, CultureInfo locale) =>
        reward.Kind switch
        {
            RewardKind.Coins => $"{TypedNumber.Show(reward.Amount ?? 0, locale)} coins",
            RewardKind.Points => $"{TypedNumber.Show(reward.Amount ?? 0, locale)} points",
            RewardKind.Badge => $"badge {reward.Badge}",
            _ =>
                $"{(reward.OnceForTeam ? "team " : "")}prize {reward.Name}{(reward.Price is { } price ? $" for {TypedNumber.Show(price, locale)} coins" : "")}",
        };

    /// <summary>Milliseconds that a line of a form may take.</summary>
    private const int Longest = 1000;

    [GeneratedRegex(@"^badge\s*:?\s+(?<id>\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Badge();

    [GeneratedRegex(
        @"^(?<team>team\s+|one\s+)?prize\s*:?\s+(?<name>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Longest
    )]
    private static partial Regex Prize();

    [GeneratedRegex(@"\s+for\s+(?<number>\S+)\s+coins?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Price();

    [GeneratedRegex(@"^(?<number>[^a-z]+?)\s*(?<unit>coins?|points?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Amount();
}
