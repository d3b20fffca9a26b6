using Gamification.Activities;
using Gamification.Points;
using Gamification.Rewards;
using NodaTime;

namespace Gamification.Goals;

/// <summary>
/// What the multipliers of one play pay for each activity. Of several that overlap only the highest pays: goals are played one after the
/// other, and each pays what it gives more than those before it.
/// </summary>
internal sealed class Multipliers
{
    private readonly Dictionary<(FactId Fact, PersonId Person, Instant Dated), long> paid = [];
    private readonly HashSet<EntryKey> read = [];

    /// <summary>Takes what goals that are not played again have paid.</summary>
    /// <param name="played">The bonus entities of the goals of this play.</param>
    public void Read(GoalAim aim, IEnumerable<Entry> lines, IReadOnlySet<EntityId> played)
    {
        var others = lines.Where(line =>
            RuleNames.MultiplyingGoalOf(line.Key.Rule) is { } goal
            && string.CompareOrdinal(goal, aim.Goal.Id.Value) < 0
            && !played.Contains(line.Entity)
        );
        foreach (var key in others.GroupBy(line => line.Key))
            if (read.Add(key.Key))
                Add((key.Key.Fact, key.Key.Person, key.Key.Dated), key.Sum(line => line.Points));
    }

    /// <summary>What this goal gives more than those before it.</summary>
    public long ExtraOf(GoalChange change, decimal factor)
    {
        var points = change.Parts.Sum(part => part.Points);
        if (points == 0)
            return 0;

        var more = Multiplied.ExtraOf(points, factor) - paid.GetValueOrDefault(KeyOf(change));
        return points > 0 ? Math.Max(0, more) : Math.Min(0, more);
    }

    public void Add(GoalChange change, long points) => Add(KeyOf(change), points);

    private void Add((FactId, PersonId, Instant) key, long points) => paid[key] = paid.GetValueOrDefault(key) + points;

    private static (FactId, PersonId, Instant) KeyOf(GoalChange change) => (change.At.Fact, change.Main.Person, change.Main.Dated);
}
