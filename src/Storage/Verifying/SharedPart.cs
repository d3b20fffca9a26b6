using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Those of some thousand deals, quotes and conversations whose facts name several people, or not always somebody, with all their lines.</summary>
internal sealed class SharedPart(WriteScope scope)
{
    private static readonly Query<Fact> Facts = new(
        $"""
        SELECT {FactTable.Columns} FROM fact AS t WHERE t.entity IN (
            SELECT f.entity FROM fact AS f WHERE f.entity > $1 AND f.entity <= $2
            GROUP BY f.entity HAVING COUNT(f.person) < COUNT(*) OR MIN(f.person) <> MAX(f.person))
        ORDER BY t.entity
        """,
        FactTable.Map
    );

    public async Task<ReadPart> ReadAsync(KeySpan span, CancellationToken ct)
    {
        var stored = await scope.Connection.QueryAsync(Facts, [span.After, span.Until], ct);
        var named = Share.NamedBy(stored);
        var entries = await scope.Connection.ReadAsync(EntryTable.OfShare, named, ct);
        var facts = Runs.Of(stored.Where(FactTable.TakesPart), fact => fact.Entity);
        var world = (await new LedgerReading(scope).WorldAsync(named.Select(share => share.Person).ToHashSet(), ct)) with
        {
            Facts = facts,
            Entries = Runs.Of(entries, entry => entry.Entity),
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, facts.Keys, ct),
        };
        return new(span.IsLast ? null : span.Until, scope.Number, () => Compare(world, stored.Count(fact => fact.Person is null)));
    }

    private static Verified Compare(World world, int rows)
    {
        var verification = new EntityVerification(world);
        var differences = world.Facts.Keys.Union(world.Entries.Keys).SelectMany(verification.Of).ToList();
        return new(rows, differences, Recount.Nothing, []);
    }
}
