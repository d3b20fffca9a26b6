using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <param name="Held">Since when the badge is held; null while locked.</param>
/// <param name="Count">How often it is held: more than one only for badges that repeat.</param>
/// <param name="IsImported">Unlocked in the imported past, without an announcement.</param>
public sealed record BadgeStanding(Badge Badge, long Value, Instant? Held, int Count, bool IsImported);

/// <summary>A person's badges, locked ones with their progress.</summary>
public sealed class BadgeReader(IDbContextFactory<GameContext> contexts, Rulebook rules)
{
    public async Task<IReadOnlyList<BadgeStanding>> OfAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Progress.AsNoTracking().Where(row => row.Person == person).ToListAsync(ct);
        var progress = rows.ToLookup(row => row.Badge);
        var imported = await ImportedAsync(db, person, ct);
        return [.. rules.Badges.Select(badge => Standing(badge, progress[badge.Id], imported))];
    }

    /// <summary>The badges of a person whose unlocking activity was imported into a closed period.</summary>
    private static async Task<HashSet<(string Badge, string Period)>> ImportedAsync(GameContext db, PersonId person, CancellationToken ct)
    {
        var rows = await db
            .Progress.Where(row => row.Person == person && row.CrossedCredited != null)
            .Join(
                db.Facts.Where(fact => fact.Source == FactSource.Past),
                row => new { Connection = row.CrossedConnection!, ExternalId = row.CrossedExternalId! },
                fact => new { fact.Connection, fact.ExternalId },
                (row, _) => new { row.Badge, row.Period }
            )
            .ToListAsync(ct);
        return rows.Select(row => (row.Badge, row.Period)).ToHashSet();
    }

    /// <summary>Of a badge that repeats, the value is that of the newest period.</summary>
    private static BadgeStanding Standing(Badge badge, IEnumerable<ProgressRow> progress, HashSet<(string Badge, string Period)> imported)
    {
        var periods = progress.OrderBy(row => row.Period, StringComparer.Ordinal).ToList();
        var held = periods.Where(row => row.CrossedCredited is not null).ToList();
        return new(
            badge,
            periods is [.., var newest] ? newest.Actual : 0,
            held.Max(row => row.CrossedCredited),
            held.Count,
            IsImported(held, imported)
        );
    }

    private static bool IsImported(List<ProgressRow> held, HashSet<(string Badge, string Period)> imported) =>
        held.MaxBy(row => row.CrossedCredited) is { } newest && imported.Contains((newest.Badge, newest.Period));
}
