using Gamification.Badges;
using Gamification.Points;

namespace Gamification;

/// <summary>The values of the game. Changing the game is another rulebook, not other code.</summary>
public sealed record Rulebook(PointTimeline Points, IReadOnlyList<Badge> Badges)
{
    public static Rulebook Default { get; } = new(PointTimeline.Default, BadgeCatalogue.Default);
}
