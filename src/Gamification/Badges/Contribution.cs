using Gamification.Activities;
using Gamification.Points;

namespace Gamification.Badges;

/// <summary>All that one fact adds to a person's measures at one place in the order: a fact is atomic, no trigger looks in between.</summary>
internal readonly record struct Contribution(Position Position, Measures Measures)
{
    /// <summary>Adds up what each fact brings, in order of position. One that a reopening moved goes from one place and comes to another.</summary>
    public static List<Contribution> InOrder(IEnumerable<(Position Position, Measures Measures)> parts)
    {
        var sums = new Dictionary<Position, Contribution>();
        foreach (var (position, measures) in parts)
            sums[position] = new(position, sums.GetValueOrDefault(position).Measures + measures);

        var ordered = sums.Values.ToList();
        ordered.Sort((left, right) => left.Position.CompareTo(right.Position));
        return ordered;
    }
}
