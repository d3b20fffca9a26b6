using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <param name="Credited">Of the activity that reached the tier.</param>
/// <param name="Version">The version of the goal whose rewards are given.</param>
/// <param name="KeptBy">A manager who keeps it although a later fact shows that the tier was never reached; null where nobody had to.</param>
/// <param name="Lines">In the order in which they were written for each recipient and reward.</param>
/// <param name="Changes">Recipients a manager added or left out, the oldest first.</param>
public sealed record GrantView(
    GrantKey Key,
    Instant Credited,
    FactId Activity,
    int Version,
    string? KeptBy,
    string? KeptReason,
    IReadOnlyList<GrantLineView> Lines,
    IReadOnlyList<RecipientChange> Changes
)
{
    /// <summary>When it was kept; null where nobody had to.</summary>
    public Instant? KeptAt { get; init; }

    /// <summary>Whether anything of it is given now.</summary>
    public bool IsStanding => Lines.GroupBy(line => (line.Recipient, line.Reward)).Any(line => line.Sum(revision => revision.Amount) != 0);
}

public sealed record GrantLineView(SubjectId Recipient, string Reward, int Revision, long Amount, string Reason)
{
    /// <summary>Where the activity stands that caused it.</summary>
    public Position At { get; init; }
}

/// <summary>What was granted: the proof of once, and who received what.</summary>
public sealed class GrantReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>The newest first.</summary>
    /// <param name="goal">Null: of any goal.</param>
    /// <param name="period">Null: in any period.</param>
    public async Task<IReadOnlyList<GrantView>> ListAsync(GoalId? goal, PeriodKey? period, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = db.Grants.AsNoTracking();
        if (goal is { } of)
            rows = rows.Where(row => row.Goal == of);
        if (period is { } key)
            rows = rows.Where(row => row.Period == key);

        return await WholeAsync(
            db,
            await rows.OrderByDescending(row => row.Credited)
                .ThenBy(row => row.Goal)
                .ThenBy(row => row.Subject)
                .ThenBy(row => row.Tier)
                .Take(most)
                .ToListAsync(ct),
            ct
        );
    }

    /// <summary>Null when nothing was granted by this key.</summary>
    public async Task<GrantView?> FindAsync(GrantKey key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var (goal, subject, period) = (key.Scope.Goal, key.Scope.Subject, key.Scope.Period);
        var rows = await db
            .Grants.AsNoTracking()
            .Where(row => row.Goal == goal && row.Subject == subject && row.Period == period && row.Tier == key.Tier)
            .ToListAsync(ct);
        return (await WholeAsync(db, rows, ct)) is [var grant] ? grant : null;
    }

    private static async Task<IReadOnlyList<GrantView>> WholeAsync(GameContext db, List<GrantRow> rows, CancellationToken ct)
    {
        var (goals, periods) = (rows.Select(row => row.Goal).Distinct().ToList(), rows.Select(row => row.Period).Distinct().ToList());
        var lines = await db
            .GrantLines.AsNoTracking()
            .Where(line => goals.Contains(line.Goal) && periods.Contains(line.Period))
            .ToListAsync(ct);
        var changes = await db
            .RecipientChanges.AsNoTracking()
            .Where(change => goals.Contains(change.Goal) && periods.Contains(change.Period))
            .ToListAsync(ct);
        var given = lines.ToLookup(line => line.ToKey());
        var decided = changes.ToLookup(change => change.ToKey());
        return [.. rows.Select(row => View(row, given, decided))];
    }

    private static GrantView View(GrantRow row, ILookup<GrantKey, GrantLineRow> lines, ILookup<GrantKey, RecipientChangeRow> changes)
    {
        var key = row.ToKey();
        return new(
            key,
            row.Credited,
            new(row.Connection, row.ExternalId),
            row.Version,
            row.KeptBy,
            row.KeptReason,
            [
                .. lines[key]
                    .OrderBy(line => line.Recipient.Value, StringComparer.Ordinal)
                    .ThenBy(line => line.Reward, StringComparer.Ordinal)
                    .ThenBy(line => line.Revision)
                    .Select(line => new GrantLineView(line.Recipient, line.Reward, line.Revision, line.Amount, line.Reason)
                    {
                        At = new(line.Credited, line.Occurred, new(line.Connection, line.ExternalId)),
                    }),
            ],
            [
                .. changes[key]
                    .OrderBy(change => change.Number)
                    .Select(change => new RecipientChange(key, change.Person, change.Added, change.At, change.By, change.Reason)),
            ]
        )
        {
            KeptAt = row.KeptAt,
        };
    }
}
