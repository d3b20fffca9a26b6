using Gamification;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>How a person came to a badge, and lost it: each unlock and each revocation with the activity that did it.</summary>
public sealed class AwardReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>In the order they were written.</summary>
    public async Task<IReadOnlyList<Award>> OfAsync(PersonId person, string badge, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db
            .Awards.AsNoTracking()
            .Where(row => row.Person == person && row.Badge == badge)
            .OrderBy(row => row.Period)
            .ThenBy(row => row.Revision)
            .ToListAsync(ct);
        return [.. rows.Select(Award)];
    }

    /// <summary>How goals gave the person a badge, and took it back; in the order of the grants' activities.</summary>
    public async Task<IReadOnlyList<GivenBadge>> GivenAsync(PersonId person, string badge, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var given = await GivenBadges.OfAsync(db, person, ct);
        return [.. given.Where(one => one.Badge == badge).OrderBy(one => one.At)];
    }

    private static Award Award(AwardRow row) =>
        new(row.Badge, row.Person, row.Period, row.Revision, new(row.Credited, row.Occurred, new(row.Connection, row.ExternalId)));
}
