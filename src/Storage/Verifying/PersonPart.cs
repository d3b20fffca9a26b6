using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Some people with all their rows.</summary>
internal sealed class PersonPart(WriteScope scope)
{
    private readonly LedgerReading ledgers = new(scope);

    public async Task<ReadPart> ReadAsync(KeySpan span, CancellationToken ct)
    {
        var read = new List<PersonRows>();
        foreach (var person in await ledgers.PeopleAsync(span, ct))
            read.Add(await ReadAsync(person, ct));

        return new(span.IsLast ? null : span.Until, scope.Number, () => Verified.Of([.. read.Select(one => one.Compare())]));
    }

    private async Task<PersonRows> ReadAsync(PersonId person, CancellationToken ct)
    {
        var history = await ledgers.HistoryAsync(person, ct);
        var facts = await FactsAsync(person, ct);
        var entries = Runs.Of(history, entry => entry.Entity);
        await AddSharedAsync(person, facts, entries, ct);
        var home = entries.Keys.Union(facts.Keys).Where(entity => IsHome(person, entity, facts, entries)).ToList();
        var world = (await ledgers.WorldAsync(Others(person, facts.Values, entries.Values).Append(person).ToHashSet(), ct)) with
        {
            Facts = facts,
            Entries = entries,
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, facts.Keys, ct),
        };
        return new(person, await ledgers.AddAsync(world, person, history, ct), home, await ledgers.TalliesAsync(person, ct));
    }

    /// <summary>The facts of all that names the person, also those that name somebody else or nobody.</summary>
    private async Task<Dictionary<EntityId, IReadOnlyList<Fact>>> FactsAsync(PersonId person, CancellationToken ct)
    {
        var own = await scope.Connection.ReadAsync(FactTable.OfPerson, [person], ct);
        var facts = Runs.Of(own.Where(FactTable.TakesPart), fact => fact.Entity);
        var shared = await scope.Connection.ReadAsync(FactTable.Shared, own.Select(fact => fact.Entity).ToHashSet(), ct);
        await AddFactsAsync(facts, shared, ct);
        return facts;
    }

    private async Task AddFactsAsync(
        Dictionary<EntityId, IReadOnlyList<Fact>> facts,
        IReadOnlyCollection<EntityId> entities,
        CancellationToken ct
    )
    {
        foreach (var (entity, found) in Runs.Of(await scope.Connection.ReadAsync(FactTable.OfEntity, entities, ct), fact => fact.Entity))
            facts[entity] = found;
    }

    /// <summary>What others have of these entities too, and the facts of lines that are the person's without a fact that names them.</summary>
    private async Task AddSharedAsync(
        PersonId person,
        Dictionary<EntityId, IReadOnlyList<Fact>> facts,
        Dictionary<EntityId, IReadOnlyList<Entry>> entries,
        CancellationToken ct
    )
    {
        var unnamed = entries.Keys.Where(entity => !facts.ContainsKey(entity)).ToList();
        await AddFactsAsync(facts, unnamed, ct);
        var others = Share.NamedBy(facts.Values.SelectMany(of => of).Where(fact => fact.Person != person));
        foreach (var (entity, found) in Runs.Of(await scope.Connection.ReadAsync(EntryTable.OfShare, others, ct), entry => entry.Entity))
            entries[entity] = [.. entries.GetValueOrDefault(entity, []), .. found];
    }

    /// <summary>Whether the person is the first whom the facts of the entity name, or has lines of it that none of them explains.</summary>
    private static bool IsHome(
        PersonId person,
        EntityId entity,
        Dictionary<EntityId, IReadOnlyList<Fact>> facts,
        Dictionary<EntityId, IReadOnlyList<Entry>> entries
    )
    {
        var (isNamed, isFirst) = (false, true);
        foreach (var fact in facts.GetValueOrDefault(entity, []))
            if (fact.Person is { } named)
            {
                isNamed |= named == person;
                isFirst &= !IsBefore(named, person);
            }

        return isNamed ? isFirst : isFirst || entries.ContainsKey(entity);
    }

    private static bool IsBefore(PersonId other, PersonId person) => string.CompareOrdinal(other.Value, person.Value) < 0;

    /// <summary>Who else is named.</summary>
    private static IEnumerable<PersonId> Others(
        PersonId person,
        IEnumerable<IReadOnlyList<Fact>> facts,
        IEnumerable<IReadOnlyList<Entry>> entries
    )
    {
        foreach (var fact in facts.SelectMany(of => of))
            if (fact.Person is { } named && named != person)
                yield return named;

        foreach (var entry in entries.SelectMany(of => of))
            if (entry.Key.Person != person)
                yield return entry.Key.Person;
    }
}
