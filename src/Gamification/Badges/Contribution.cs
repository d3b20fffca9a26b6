using Gamification.Activities;
using Gamification.Points;

namespace Gamification.Badges;

/// <summary>All that one fact adds to a person's measures: a fact is atomic, no trigger looks in between.</summary>
internal readonly record struct Contribution(Position Position, Measures Measures)
{
    /// <summary>Adds up what each fact brings, in order of position.</summary>
    public static List<Contribution> InOrder(IEnumerable<(Position Position, Measures Measures)> parts)
    {
        var sums = new Dictionary<FactId, Contribution>();
        foreach (var (position, measures) in parts)
            sums[position.Fact] = new(position, sums.GetValueOrDefault(position.Fact).Measures + measures);

        var ordered = sums.Values.ToList();
        ordered.Sort((left, right) => left.Position.CompareTo(right.Position));
        return ordered;
    }
}
