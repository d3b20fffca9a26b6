using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Some thousand facts and lines in the order of their entities.</summary>
internal sealed class EntityPart(WriteScope scope)
{
    private const int Most = 5_000;

    private static readonly Query<Fact> FactsAfter = new(
        $"SELECT {FactTable.Columns} FROM fact AS t WHERE t.entity > $1 AND t.state IN ('counted', 'superseded') ORDER BY t.entity LIMIT {Most}",
        FactTable.Map
    );

    private static readonly Query<Entry> EntriesUpTo = new(
        $"SELECT {EntryTable.Columns} FROM entry AS t WHERE t.entity > $1 AND t.entity <= $2 ORDER BY t.entity",
        EntryTable.Map
    );

    private static readonly Query<Entry> EntriesAfter = new(
        $"SELECT {EntryTable.Columns} FROM entry AS t WHERE t.entity > $1 ORDER BY t.entity",
        EntryTable.Map
    );

    public async Task<Verified> ReadAsync(string after, CancellationToken ct)
    {
        var facts = await scope.Connection.QueryAsync(FactsAfter, [after], ct);
        var last = facts.Count < Most ? null : LastWhole(facts);
        if (last is not null)
            facts = [.. facts.TakeWhile(fact => string.CompareOrdinal(fact.Entity.Value, last) <= 0)];
        else if (facts.Count == Most)
            (facts, last) = (await WholeAsync(facts[0].Entity, ct), facts[0].Entity.Value);

        var entries = last is null
            ? await scope.Connection.QueryAsync(EntriesAfter, [after], ct)
            : await scope.Connection.QueryAsync(EntriesUpTo, [after, last], ct);
        return await CompareAsync(facts, entries, last, ct);
    }

    private async Task<IReadOnlyList<Fact>> WholeAsync(EntityId entity, CancellationToken ct)
    {
        var facts = await scope.Connection.ReadAsync(FactTable.OfEntity, [entity], ct);
        return [.. facts.Where(fact => fact.State is not FactState.Quarantined)];
    }

    /// <summary>The last entity but one: the last may go on in the next part. Null when there is only one.</summary>
    private static string? LastWhole(IReadOnlyList<Fact> facts)
    {
        var partial = facts[^1].Entity;
        for (var i = facts.Count - 1; i >= 0; i--)
            if (facts[i].Entity != partial)
                return facts[i].Entity.Value;

        return null;
    }

    private async Task<Verified> CompareAsync(IReadOnlyList<Fact> facts, IReadOnlyList<Entry> entries, string? last, CancellationToken ct)
    {
        var people = new PeopleReader(scope);
        var named = facts.Select(fact => fact.Person).OfType<PersonId>().Concat(entries.Select(entry => entry.Key.Person)).ToHashSet();
        var world = new World(scope.Organisation, await new RulesReader(scope).ReadAsync(ct), await people.ClosedAsync(ct), [])
        {
            People = await people.ReadAsync(named, ct),
            Facts = Runs.Of(facts, fact => fact.Entity),
            Entries = Runs.Of(entries, entry => entry.Entity),
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, facts.Select(fact => fact.Entity), ct),
        };
        var verification = new EntityVerification(world);
        var differences = new List<Difference>();
        var wrong = new HashSet<EntityId>();
        foreach (var entity in world.Facts.Keys.Union(world.Entries.Keys))
            if (verification.Of(entity) is { Count: > 0 } found)
            {
                differences.AddRange(found);
                wrong.Add(entity);
            }

        return new(last, facts.Count, differences, Recount.Nothing with { Entities = wrong }, []);
    }
}
