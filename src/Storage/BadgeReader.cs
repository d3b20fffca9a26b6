using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>A badge that is held, of a badge that repeats once for each period.</summary>
/// <param name="Period">The period key, of a given badge that of the goal; empty for a badge that is earned once.</param>
public sealed record EarnedBadge(string Period, Instant At);

/// <param name="Value">Against <see cref="Threshold"/>; of a badge that is only given 0 of 1, then 1; of a badge that repeats that of the newest period. Money in minor units.</param>
/// <param name="Held">Since when the badge is held, the latest time it was earned; null while locked.</param>
/// <param name="Count">How often it is held: more than one only for badges that repeat, or that goals gave several times.</param>
public sealed record BadgeStanding(Badge Badge, long Value, Instant? Held, int Count)
{
    /// <summary>Of Perfect Week the scheduled days of the week; else the badge's.</summary>
    public long Threshold { get; init; } = Badge.Trigger.Threshold;

    /// <summary>All that is held, oldest first.</summary>
    public IReadOnlyList<EarnedBadge> Earned { get; init; } = [];

    /// <summary>Unlocked in the imported past, without an announcement.</summary>
    public bool IsImported { get; init; }

    /// <summary>0 to 99 while locked, rounded down; 100 when earned.</summary>
    public int Percent =>
        Held is not null ? 100
        : Threshold <= 0 ? 0
        : (int)Int128.Clamp((Int128)Value * 100 / Threshold, 0, 99);
}

/// <summary>The badges as an admin sees them.</summary>
/// <param name="All">Also those that are switched off: the defaults, then the company's own.</param>
/// <param name="Settings">What was set of them, by version.</param>
/// <param name="Unit">The revenue unit U in major units, as it holds now.</param>
public sealed record BadgeBook(IReadOnlyList<(Badge Badge, bool IsDisabled)> All, BadgeSettings Settings, long Unit);

/// <summary>The badges of the game as they are set, and a person's standing in them.</summary>
public sealed class BadgeReader(IDbContextFactory<GameContext> contexts, Organisation organisation, Rulebook rules)
{
    /// <summary>What is played now: the defaults as they are set, without those that are switched off, then the admins' own.</summary>
    public async Task<IReadOnlyList<Badge>> BadgesAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).Where(badge => !badge.IsDisabled).Select(badge => badge.Badge)];

    /// <summary>Also those that are switched off.</summary>
    public async Task<IReadOnlyList<(Badge Badge, bool IsDisabled)>> AllAsync(CancellationToken ct) => (await BookAsync(ct)).All;

    public async Task<BadgeBook> BookAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var settings = await StoredBadgeSetting.ReadAsync(db, ct);
        return new(settings.All(today: null, rules.Badges, organisation), settings, settings.UnitOn(today: null, organisation));
    }

    /// <summary>A person's badges in the order of the catalogue, locked ones with their progress. One that is switched off is shown while it is held.</summary>
    public async Task<IReadOnlyList<BadgeStanding>> OfAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var all = (await StoredBadgeSetting.ReadAsync(db, ct)).All(today: null, rules.Badges, organisation);
        var progress = (await db.Progress.AsNoTracking().Where(row => row.Person == person).ToListAsync(ct)).ToLookup(row => row.Badge);
        var sums = await SumsAsync(db, person, ct);
        var imported = await ImportedAsync(db, person, ct);
        var given = (await GivenBadges.OfAsync(db, person, ct)).Where(badge => badge.IsHeld).ToLookup(badge => badge.Badge);
        return
        [
            .. all.Select(badge =>
                    (badge.IsDisabled, Standing: Standing(badge.Badge, progress[badge.Badge.Id], given[badge.Badge.Id], sums, imported))
                )
                .Where(badge => !badge.IsDisabled || badge.Standing.Held is not null)
                .Select(badge => badge.Standing),
        ];
    }

    private static BadgeStanding Standing(
        Badge badge,
        IEnumerable<ProgressRow> progress,
        IEnumerable<GivenBadge> given,
        Measures sums,
        HashSet<(string Badge, string Period)> imported
    )
    {
        var rows = progress.OrderBy(row => row.Period, StringComparer.Ordinal).ToList();
        var earned = rows.Where(row => row.CrossedCredited is not null)
            .Select(row => new EarnedBadge(row.Period, row.CrossedCredited!.Value))
            .Concat(given.Select(one => new EarnedBadge(one.Grant.Scope.Period.Value, one.At.Credited)))
            .OrderBy(held => held.At)
            .ToList();
        var newest = rows is [.., var last] ? last : null;
        var since = newest is { CrossedCredited: not null } ? badge.Trigger.LifetimeOf(sums) ?? 0 : 0;
        var value = badge.IsReward ? Math.Min(earned.Count, badge.Trigger.Threshold) : Math.Max(newest?.Actual ?? 0, since);
        return new(badge, value, earned is [.., var latest] ? latest.At : null, earned.Count)
        {
            Threshold = badge.Trigger is Trigger.PerfectWeek && newest is { Threshold: > 0 } ? newest.Threshold : badge.Trigger.Threshold,
            Earned = earned,
            IsImported = earned is [.., var earnedLast] && imported.Contains((badge.Id, earnedLast.Period)),
        };
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

    /// <summary>The progress of what is held for good stands still; what it came to since stands in the tallies, and the imported past beside them.</summary>
    private static async Task<Measures> SumsAsync(GameContext db, PersonId person, CancellationToken ct)
    {
        var past = await db
            .Entries.AsNoTracking()
            .Where(row => row.Person == person && (row.Rule == RuleNames.Past || row.Rule == RuleNames.PastCorrection))
            .GroupBy(row => row.Person)
            .Select(rows => new Measures(
                rows.Sum(row => row.Quotes),
                rows.Sum(row => row.Sent),
                rows.Sum(row => row.Deals),
                rows.Sum(row => row.Revenue),
                rows.Sum(row => row.Replies),
                rows.Sum(row => row.Active)
            ))
            .SingleOrDefaultAsync(ct);
        return past + await TalliesAsync(db, person, ct);
    }

    private static async Task<Measures> TalliesAsync(GameContext db, PersonId person, CancellationToken ct) =>
        await db
            .Tallies.AsNoTracking()
            .Where(row => row.Person == person && row.Board == BoardKey.Organisation && row.Period == Period.All.Key)
            .Select(row => new Measures(row.Quotes, row.Sent, row.Deals, row.Revenue, row.Replies, row.Active))
            .SingleOrDefaultAsync(ct);
}
