using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Finds the goals that give a badge: such a badge keeps being one that can be given.</summary>
public sealed class GivingGoals(GoalReader goals, Organisation organisation, TimeProvider clock)
{
    /// <summary>A goal that gives it in its present period or is to give it, drafts too; null when none does.</summary>
    public async Task<Goal?> FindAsync(string badge, CancellationToken ct)
    {
        var today = organisation.DayOf(clock.Now());
        return (await goals.AssignedAsync(ct)).FirstOrDefault(goal => goal.Archived is null && Gives(goal, badge, today));
    }

    private static bool Gives(Goal goal, string badge, LocalDate today) =>
        new[] { goal.PlanIn(goal.PeriodAt(today)), goal.Versions[^1].Plan }
            .OfType<GoalPlan>()
            .SelectMany(plan => plan.Tiers)
            .SelectMany(tier => tier.Rewards)
            .Any(reward => reward is Reward.Badge(var given) && given == badge);
}
