using Gamification.Badges;
using Gamification.Points;

namespace Gamification;

/// <summary>The values of the game in one version. Changing the game is another rulebook, not other code.</summary>
public sealed record Rulebook(int Version, PointRules Points, IReadOnlyList<Badge> Badges)
{
    public static Rulebook Default { get; } = new(1, PointRules.Default, BadgeCatalogue.Default);
}
