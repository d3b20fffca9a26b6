using System.Globalization;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage.Tests.Databases;

/// <summary>The badges that goals gave: to whom, for what, and since when.</summary>
internal static class EasyGifts
{
    /// <summary>Those that are held, as they are read from the grants.</summary>
    public static async Task<IReadOnlyList<string>> GiftsAsync(this GameContext db)
    {
        var gifts = new List<string>();
        foreach (var person in await db.People.Select(row => row.Id).ToListAsync())
        foreach (var badge in await GivenBadges.OfAsync(db, person, CancellationToken.None))
            if (badge.IsHeld)
                gifts.Add(Text(person, badge.Badge, badge.Grant, badge.At.Credited));

        return [.. gifts.Order(StringComparer.Ordinal)];
    }

    /// <summary>The same of a play that starts from nothing.</summary>
    public static IReadOnlyList<string> Gifts(this Outcome.Decided decided)
    {
        var goals = EasyPromises.All.ToDictionary(goal => goal.Id, goal => goal.Versions[0].Plan!);
        var tiers = decided.Goals.ToDictionary(goal => goal.Scope, goal => goal.Tiers);
        return
        [
            .. decided
                .GrantLines.Where(line => RewardNames.KindOf(line.Reward) is RewardNames.Badge)
                .GroupBy(line => (line.Grant, line.Recipient, line.Reward))
                .Where(lines => lines.Sum(line => line.Amount) > 0)
                .Select(lines =>
                    Text(
                        lines.Key.Recipient.Person!.Value,
                        BadgeOf(goals[lines.Key.Grant.Scope.Goal], lines.Key.Grant.Tier, lines.Key.Reward),
                        lines.Key.Grant,
                        tiers[lines.Key.Grant.Scope][lines.Key.Grant.Tier].Since!.Value.Credited
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string BadgeOf(GoalPlan plan, TierKind tier, string reward) =>
        ((Reward.Badge)RewardNames.Find(plan.Tiers.Single(one => one.Kind == tier).Rewards, reward)!).Id;

    private static string Text(PersonId person, string badge, GrantKey grant, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{person} {badge} for {grant} at {at}");
}
