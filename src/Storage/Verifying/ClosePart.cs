using Gamification;
using Gamification.Verifying;
using NodaTime;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>The next closed period: whether its ledger still is the one that was closed. What differs was changed behind our back, and cannot be derived.</summary>
internal sealed class ClosePart(WriteScope scope)
{
    private static readonly Query<(string Period, Interval When, string Hash)> NextClosed = new(
        """
        SELECT t.period, t.start, t."end", t.hash FROM closed AS t
        WHERE t.period > $1 AND t.state = 'closed' AND t.hash <> '' ORDER BY t.period LIMIT 1
        """,
        row => (row.Text(0), new(Stored.Instant(row.Number(1)), Stored.Instant(row.Number(2))), row.Text(3))
    );

    public async Task<ReadPart> ReadAsync(string after, CancellationToken ct)
    {
        if (await scope.Connection.QueryAsync(NextClosed, [after], ct) is not [var (period, when, hash)])
            return new(null, scope.Number, () => Verified.Nothing(0));

        var present = await new PeriodHash(scope).OfAsync(when, ct);
        Difference[] differences = present == hash ? [] : [new(DifferenceKind.Closed, person: null, period, hash, present)];
        return new(period, scope.Number, () => new(0, differences, Recount.Nothing, []));
    }
}
