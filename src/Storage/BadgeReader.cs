using Gamification;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <param name="Held">Since when the badge is held; null while locked.</param>
/// <param name="Count">How often it is held: more than one only for badges that repeat.</param>
public sealed record BadgeStanding(Badge Badge, long Value, Instant? Held, int Count);

/// <summary>A person's badges, locked ones with their progress.</summary>
public sealed class BadgeReader(IDbContextFactory<GameContext> contexts, Rulebook rules)
{
    public async Task<IReadOnlyList<BadgeStanding>> OfAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Progress.AsNoTracking().Where(row => row.Person == person).ToListAsync(ct);
        var progress = rows.ToLookup(row => row.Badge);
        return [.. rules.Badges.Select(badge => Standing(badge, progress[badge.Id]))];
    }

    /// <summary>Of a badge that repeats, the value is that of the newest period.</summary>
    private static BadgeStanding Standing(Badge badge, IEnumerable<ProgressRow> progress)
    {
        var periods = progress.OrderBy(row => row.Period, StringComparer.Ordinal).ToList();
        var held = periods.Where(row => row.CrossedCredited is not null).ToList();
        return new(badge, periods is [.., var newest] ? newest.Actual : 0, held.Max(row => row.CrossedCredited), held.Count);
    }
}
