using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>What is posted under one key: the sum of its revisions, with the reason of the last.</summary>
/// <param name="At">The instant the line is dated to.</param>
/// <param name="Revision">The number of the last revision; 0 while the line was never corrected.</param>
public sealed record LedgerLine(
    Instant At,
    long Points,
    string Rule,
    string Reason,
    FactId Fact,
    EntityId Entity,
    int Revision,
    long Revenue
)
{
    /// <summary>When it occurred, where that was closed already and it counts when it came; else null.</summary>
    public Instant? Late { get; init; }

    /// <summary>What the CRM claimed, where that lay too far in the future; else null.</summary>
    public Instant? Claimed { get; init; }

    /// <summary>The version of the point rules that decided.</summary>
    public int RuleVersion { get; init; } = 1;
}

/// <summary>The lines behind a person's points.</summary>
public sealed class LedgerReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Lines dated in <c>[from, to)</c>, newest first; null bounds are open. A line that was wholly taken back is left out.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(PersonId person, Instant? from, Instant? to, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = Dated(db.Entries.AsNoTracking().Where(row => row.Person == person), from, to)
            .OrderByDescending(row => row.Dated)
            .ThenBy(row => row.Connection)
            .ThenBy(row => row.ExternalId)
            .ThenBy(row => row.Rule)
            .ThenBy(row => row.Revision);
        return await NetAsync(entries.AsAsyncEnumerable()).Take(take).ToListAsync(ct);
    }

    /// <summary>The lines of a person with what was claimed for them.</summary>
    public async Task<IReadOnlyList<LedgerLine>> WithClaimsAsync(PersonId person, IReadOnlyList<LedgerLine> lines, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var claimed = await db
            .Facts.AsNoTracking()
            .Where(row => row.Person == person && row.ClaimedOccurred != null)
            .Select(row => new
            {
                row.Connection,
                row.ExternalId,
                row.ClaimedOccurred,
            })
            .ToDictionaryAsync(row => new FactId(row.Connection, row.ExternalId), row => row.ClaimedOccurred, ct);
        return claimed.Count == 0 ? lines : [.. lines.Select(line => line with { Claimed = claimed.GetValueOrDefault(line.Fact) })];
    }

    /// <summary>What one activity posted for a person, also what was taken back since.</summary>
    public async Task<IReadOnlyList<LedgerLine>> OfFactAsync(PersonId person, FactId fact, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entity = await db
            .Facts.Where(row => row.Connection == fact.Connection && row.ExternalId == fact.ExternalId)
            .Select(row => row.Entity)
            .SingleOrDefaultAsync(ct);
        var rows = await db
            .Entries.FromSql(
                $"SELECT * FROM entry WHERE person = {person.Value} AND (entity = {entity.Value} OR (entity >= 'goal:' AND entity < 'goal;'))"
            )
            .AsNoTracking()
            .Where(row => row.Connection == fact.Connection && row.ExternalId == fact.ExternalId)
            .OrderBy(row => row.Rule)
            .ThenByDescending(row => row.Dated)
            .ThenBy(row => row.Revision)
            .ToListAsync(ct);
        return [.. rows.Select(row => Line([row]))];
    }

    private static IQueryable<EntryRow> Dated(IQueryable<EntryRow> entries, Instant? from, Instant? to)
    {
        if (from is { } first)
            entries = entries.Where(row => row.Dated >= first);
        return to is { } end ? entries.Where(row => row.Dated < end) : entries;
    }

    /// <summary>The revisions of a key lie together, so the newest lines are had without reading the rest of the ledger.</summary>
    private static async IAsyncEnumerable<LedgerLine> NetAsync(IAsyncEnumerable<EntryRow> entries)
    {
        var revisions = new List<EntryRow>();
        await foreach (var entry in entries)
        {
            if (revisions is [.., var last] && !SameKey(last, entry))
            {
                if (Net(revisions) is { } line)
                    yield return line;
                revisions.Clear();
            }

            revisions.Add(entry);
        }

        if (Net(revisions) is { } oldest)
            yield return oldest;
    }

    private static bool SameKey(EntryRow a, EntryRow b) =>
        (a.Dated, a.Connection, a.ExternalId, a.Rule) == (b.Dated, b.Connection, b.ExternalId, b.Rule);

    private static LedgerLine? Net(List<EntryRow> revisions)
    {
        return revisions.Count == 0 || IsTakenBack(revisions) ? null : Line(revisions);
    }

    private static LedgerLine Line(List<EntryRow> revisions)
    {
        var last = revisions[^1];
        var fact = new FactId(last.Connection, last.ExternalId);
        var points = revisions.Sum(row => row.Points);
        return new(last.Dated, points, last.Rule, last.Reason, fact, last.Entity, last.Revision, revisions.Sum(row => row.Revenue))
        {
            Late = last.Credited == last.Occurred ? null : last.Occurred,
            RuleVersion = last.RuleVersion,
        };
    }

    /// <summary>A single line of 0 points stays: it says why there are none.</summary>
    private static bool IsTakenBack(List<EntryRow> revisions) =>
        revisions.Count > 1
        && revisions.Sum(row => row.Points) == 0
        && revisions.Sum(row => row.Revenue) == 0
        && revisions.Sum(row => row.Quotes) == 0
        && revisions.Sum(row => row.Deals) == 0
        && revisions.Sum(row => row.Replies) == 0
        && revisions.Sum(row => row.Active) == 0;
}
