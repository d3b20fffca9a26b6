using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;

namespace Gamification.Rewards;

/// <summary>Bonus points that should stand in the ledger.</summary>
internal sealed record Bonus(EntryKey Key, Position At, long Points)
{
    /// <summary>What an accelerator or multiplier gives for one activity, dated like it.</summary>
    public static Bonus Of(GoalAim aim, GoalChange change, long points)
    {
        var part = change.Main;
        return new(new(change.At.Fact, RuleOf(aim), part.Person, part.Dated), change.At, points);
    }

    public static string RuleOf(GoalAim aim) =>
        aim.Accelerator is Accelerator.Multiplier
            ? RuleNames.Multiplier(aim.Goal.Id.Value, aim.Scope.Period.Value)
            : RuleNames.Accelerator(aim.Goal.Id.Value, aim.Scope.Period.Value);
}
