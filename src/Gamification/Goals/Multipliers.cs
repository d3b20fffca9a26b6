using Gamification.Activities;
using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>
/// The factors of a person's multipliers by place in the order. Of several that overlap only the highest pays: goals are played in the
/// order of their ids, and each pays what it gives more than those before it.
/// </summary>
internal sealed class Multipliers
{
    private readonly Dictionary<(SubjectId Subject, Position At), List<(GoalId Goal, decimal Factor)>> factors = [];

    public long ExtraOf(GoalAim aim, GoalChange change, decimal factor)
    {
        var points = change.Parts.Sum(part => part.Points);
        if (points == 0)
            return 0;

        if (!factors.TryGetValue((aim.Scope.Subject, change.At), out var known))
            factors[(aim.Scope.Subject, change.At)] = known = [];

        var others = known.Where(other => other.Goal != aim.Goal.Id).Select(other => other.Factor).DefaultIfEmpty(1).Max();
        known.Add((aim.Goal.Id, factor));
        return factor <= others ? 0 : Multiplied.ExtraOf(points, factor) - Multiplied.ExtraOf(points, others);
    }
}
