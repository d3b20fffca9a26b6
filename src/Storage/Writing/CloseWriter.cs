using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Records that periods are closed and open again.</summary>
internal sealed class CloseWriter(WriteScope scope)
{
    /// <summary>
    /// With a snapshot of its boards and a hash of its ledger; a custom range freezes goals only, and its ledger goes on. Answers
    /// which close of the period it is; null when that is closed already.
    /// </summary>
    public async Task<int?> CloseAsync(Period period, Instant now, CancellationToken ct)
    {
        if (period.StartIn(scope.Organisation.Zone) is not { } start || period.EndIn(scope.Organisation.Zone) is not { } end)
            throw new ArgumentException($"'{period.Key}' never ends, so it cannot be closed.", nameof(period));

        var row = await scope.Db.Closed.SingleOrDefaultAsync(row => row.Period == period.Key, ct);
        if (row is { State: CloseState.Closed })
            return null;

        var hash = period.Kind is PeriodKind.Custom ? "" : await new PeriodHash(scope).OfAsync(new(start, end), ct);
        if (row is null)
            scope.Db.Closed.Add(row = New(period, new(start, end), now, hash));
        else
            (row.State, row.Commit, row.Version, row.ClosedAt, row.Hash) = (CloseState.Closed, scope.Number, row.Version + 1, now, hash);

        var version = row.Version;
        await scope.SaveAsync(ct);
        await SnapshotAsync(period.Key, version, ct);
        scope.ChangeSetup();
        return version;
    }

    /// <summary>Seals a close once the period's goals are decided.</summary>
    public async Task SealAsync(PeriodKey period, int version, CancellationToken ct)
    {
        var row = await scope.Db.Closed.AsNoTracking().SingleAsync(row => row.Period == period, ct);
        scope.Db.CloseSeals.Add(
            new()
            {
                Period = period,
                Version = version,
                ClosedAt = row.ClosedAt,
                Ledger = row.Hash,
                Snapshot = await new SnapshotHash(scope.Db).OfAsync(period, version, ct),
            }
        );
        await scope.SaveAsync(ct);
    }

    /// <summary>False when one of them is not closed; then nothing is to be committed.</summary>
    public async Task<bool> ReopenAsync(IReadOnlyCollection<PeriodKey> periods, CancellationToken ct)
    {
        var rows = await scope.Db.Closed.Where(row => periods.Contains(row.Period) && row.State == CloseState.Closed).ToListAsync(ct);
        foreach (var row in rows)
            row.State = CloseState.Reopened;

        await scope.SaveAsync(ct);
        scope.ChangeSetup();
        return rows.Count == periods.Count;
    }

    private ClosedRow New(Period period, Interval bounds, Instant now, string hash) =>
        new()
        {
            Period = period.Key,
            Kind = period.Kind,
            Start = bounds.Start,
            End = bounds.End,
            State = CloseState.Closed,
            Commit = scope.Number,
            Version = 1,
            ClosedAt = now,
            Hash = hash,
        };

    /// <summary>Every board of the period as its tallies stand, ranked by points as boards are.</summary>
    private Task<int> SnapshotAsync(PeriodKey period, int version, CancellationToken ct) =>
        scope.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO snapshot (period, version, board, person, rank, points, revenue, deals, quotes, replies)
            SELECT t.period, {version}, t.board, t.person,
                CASE WHEN p.ranked AND p.active AND t.points <> 0
                    THEN RANK() OVER (PARTITION BY t.board, p.ranked AND p.active AND t.points <> 0 ORDER BY t.points DESC) END,
                t.points, t.revenue, t.deals, t.quotes, t.replies
            FROM tally AS t JOIN person AS p ON p.id = t.person
            WHERE t.period = {period.Value}
            """,
            ct
        );
}
