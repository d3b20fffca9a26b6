using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>
/// Some thousand facts with all lines of their deals, quotes and conversations, in the order of those: a row lies near the ones before, and
/// is not sought for every person.
/// </summary>
internal sealed class EntityPart(WriteScope scope)
{
    private static readonly Query<Fact> Facts = new(
        $"SELECT {FactTable.Columns} FROM fact AS t WHERE t.entity > $1 AND t.entity <= $2 ORDER BY t.entity",
        FactTable.Map
    );

    /// <summary>A person's lines of a span lie together, so they are sought once for all of its entities.</summary>
    private static readonly KeyedRead<(PersonId Person, KeySpan Span), Entry> Lines = new(
        EntryTable.Columns,
        "entry",
        "t.person = {0} AND t.entity > {1} AND t.entity <= {2}",
        EntryTable.Map,
        new Field<(PersonId Person, KeySpan Span)>.Text("person", of => of.Person.Value),
        new Field<(PersonId Person, KeySpan Span)>.Text("after", of => of.Span.After),
        new Field<(PersonId Person, KeySpan Span)>.Text("until", of => of.Span.Until)
    );

    public async Task<ReadPart> ReadAsync(KeySpan span, CancellationToken ct)
    {
        var stored = await scope.Connection.QueryAsync(Facts, [span.After, span.Until], ct);
        var named = Share.NamedBy(stored);
        var people = named.Select(share => share.Person).ToHashSet();
        var lines = await scope.Connection.ReadAsync(Lines, [.. people.Select(person => (person, span))], ct);
        var entries = lines.Where(line => named.Contains(new(line.Key.Person, line.Entity)));
        var facts = stored.Where(fact => fact.State is FactState.Counted or FactState.Superseded).ToList();
        var ofEntity = Runs.Of(facts, fact => fact.Entity);
        var world = (await new LedgerReading(scope).WorldAsync(people, ct)) with
        {
            Facts = ofEntity,
            Entries = Runs.Of(entries, entry => entry.Entity),
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, ofEntity.Keys, ct),
        };
        return new(span.IsLast ? null : span.Until, scope.Number, () => Compare(world, facts.Count));
    }

    private static Verified Compare(World world, int rows)
    {
        var verification = new EntityVerification(world);
        var differences = new List<Difference>();
        var wrong = new HashSet<EntityId>();
        foreach (var entity in world.Facts.Keys.Concat(world.Entries.Keys.Where(entity => !world.Facts.ContainsKey(entity))))
            if (verification.Of(entity) is { Count: > 0 } found)
            {
                differences.AddRange(found);
                wrong.Add(entity);
            }

        return new(rows, differences, Recount.Nothing with { Entities = wrong }, []);
    }
}
