using Gamification.Points;

namespace Gamification.Goals;

/// <summary>The changes that stored lines of a goal come to.</summary>
internal sealed class GoalCounts(GoalAim aim, IEnumerable<Entry> lines)
{
    private readonly List<Entry> lines = [.. lines];

    /// <summary>In no order. Revisions of one line belong together: points that a limit gave later are points of the same line.</summary>
    public IEnumerable<GoalChange> Changes
    {
        get
        {
            var counted = lines.Where(line => aim.Counts(line.Measures, line.Points)).Select(line => line.Key).ToHashSet();
            foreach (var line in lines)
                if (aim.ChangeOf(line.Key, line.Position, line.Measures, line.Points, counted.Contains(line.Key)) is { } change)
                    yield return change;
        }
    }
}
