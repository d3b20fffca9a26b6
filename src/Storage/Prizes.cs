using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;
using Period = Gamification.Time.Period;

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
    /// <param name="goals">The goals of them.</param>
    public static IReadOnlyList<Prize> Of(
        IEnumerable<GrantLineRow> lines,
        IEnumerable<PrizeStepRow> steps,
        IReadOnlyDictionary<GoalId, Goal> goals
    )
    {
        var done = steps.ToLookup(step => step.Prize, step => step.ToStep());
        return
        [
            .. lines
                .GroupBy(IdOf)
                .OrderBy(prize => prize.Key.ToString(), StringComparer.Ordinal)
                .Select(prize => Of(prize.Key, prize.Sum(line => line.Amount) > 0, done[prize.Key], goals[prize.Key.Grant.Scope.Goal])),
        ];
    }

    public static PrizeId IdOf(GrantLineRow line) =>
        new(
            new(new(new(line.Goal), new(line.Subject), new(line.Period)), EnumText<TierKind>.Parse(line.Tier)),
            new(line.Recipient),
            line.Reward
        );

    private static Prize Of(PrizeId id, bool isGiven, IEnumerable<PrizeStep> steps, Goal goal)
    {
        var period = Period.Parse(id.Grant.Scope.Period)!;
        var tier = goal.PlanIn(period)?.Tiers.FirstOrDefault(tier => tier.Kind == id.Grant.Tier);
        var promised = RewardNames.Find(tier?.Rewards ?? [], id.Reward) as Reward.Prize;
        return new(id, promised?.Name ?? id.Reward, promised?.Price, isGiven, [.. steps.OrderBy(step => step.Number)]);
    }
}
