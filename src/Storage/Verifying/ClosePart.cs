using Gamification;
using Gamification.Time;
using Gamification.Verifying;
using NodaTime;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>
/// The next period that was ever closed: whether its ledger still is the one that was closed, and whether every close of it kept what it
/// did. What differs was changed behind our back, and cannot be derived.
/// </summary>
internal sealed class ClosePart(WriteScope scope)
{
    private static readonly Query<(string Period, Interval When, string Hash, bool IsClosed)> Next = new(
        """
        SELECT t.period, t.start, t."end", t.hash, t.state FROM closed AS t
        WHERE t.period > $1 ORDER BY t.period LIMIT 1
        """,
        row => (row.Text(0), new(Stored.Instant(row.Number(1)), Stored.Instant(row.Number(2))), row.Text(3), row.Text(4) is "closed")
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        if (await scope.Connection.QueryAsync(Next, [after], ct) is not [var (period, when, hash, isClosed)])
            return new(null, scope.Number, () => Verified.Nothing(0));

        var differences = new List<Difference>();
        if (isClosed && hash.Length > 0 && await new PeriodHash(scope).OfAsync(when, ct) is var present && present != hash)
            differences.Add(new(DifferenceKind.Closed, person: null, period, hash, present));

        differences.AddRange(await new SnapshotVerification(scope).OfAsync(new PeriodKey(period), isClosed, ct));
        return new(period, scope.Number, () => new(0, differences, Recount.Nothing, []));
    }
}
