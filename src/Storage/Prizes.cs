using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>Puts prizes together: what a goal promised, what grant lines give, and what was done with it.</summary>
internal static class Prizes
{
    private const string Further = RewardNames.Prize + ":";

    /// <summary>The grant lines that give prizes, or take them back.</summary>
    public static IQueryable<GrantLineRow> Lines(GameContext db) =>
        db.GrantLines.AsNoTracking().Where(line => line.Reward == RewardNames.Prize || line.Reward.StartsWith(Further));

    /// <summary>In the order of their ids.</summary>
    /// <param name="lines">Some of <see cref="Lines"/>, with all lines of each prize.</param>
    /// <param name="grants">Of them, each with the version of the goal that promised it.</param>
    public static IReadOnlyList<Prize> Of(
        IEnumerable<GrantLineRow> lines,
        IEnumerable<PrizeStepRow> steps,
        IEnumerable<GrantRow> grants,
        IReadOnlyDictionary<GoalId, Goal> goals
    )
    {
        var done = steps.ToLookup(step => step.Prize, step => step.ToStep());
        var versions = grants.ToDictionary(grant => grant.ToKey(), grant => grant.Version);
        return
        [
            .. lines
                .GroupBy(IdOf)
                .OrderBy(prize => prize.Key.ToString(), StringComparer.Ordinal)
                .Select(prize =>
                    Of(
                        prize.Key,
                        prize.Sum(line => line.Amount) > 0,
                        done[prize.Key],
                        goals[prize.Key.Grant.Scope.Goal],
                        versions.GetValueOrDefault(prize.Key.Grant)
                    )
                ),
        ];
    }

    private static PrizeId IdOf(GrantLineRow line) => new(line.ToKey(), line.Recipient, line.Reward);

    private static Prize Of(PrizeId id, bool isGiven, IEnumerable<PrizeStep> steps, Goal goal, int version)
    {
        var plan = goal.Versions.FirstOrDefault(known => known.Number == version)?.Plan;
        var tier = plan?.Tiers.FirstOrDefault(tier => tier.Kind == id.Grant.Tier);
        var promised = RewardNames.Find(tier?.Rewards ?? [], id.Reward) as Reward.Prize;
        return new(id, promised?.Name ?? id.Reward, promised?.Price, isGiven, [.. steps.OrderBy(step => step.Number)]);
    }
}
