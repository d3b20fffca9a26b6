using Gamification;
using Gamification.Badges;
using NodaTime;

namespace Storage;

/// <param name="Held">Since when the badge is held; null while locked.</param>
/// <param name="Count">How often it is held: more than one only for badges that repeat.</param>
public sealed record BadgeStanding(Badge Badge, long Value, Instant? Held, int Count);

/// <summary>A person's badges, locked ones with their progress.</summary>
public sealed class BadgeReader
{
    public Task<IReadOnlyList<BadgeStanding>> OfAsync(PersonId person, CancellationToken ct) => throw new NotSupportedException();
}
