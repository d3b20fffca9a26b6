using Gamification.Goals;

namespace Gamification.Tests.Playing;

/// <summary>Edits of a goal whose period is running.</summary>
internal static class Edits
{
    /// <param name="fields">Null: at once; else from the next period, because of these.</param>
    public static void Holds(PlanWish before, PlanWish after, string? fields)
    {
        var answer = Edit(before, after, isRunning: true);
        if (fields is null)
            Assert.IsType<GoalEditAnswer.AtOnce>(answer);
        else
            Assert.Equal(fields.Split(' '), Assert.IsType<GoalEditAnswer.NextPeriod>(answer).Reasons.Select(fault => fault.Field));
    }

    public static GoalEditAnswer Edit(PlanWish before, PlanWish after, bool isRunning) =>
        GoalEdit.Of(Plans.Terms(before), Plans.Terms(after), isRunning, Company.Organisation, after.Tiers ?? []);
}
