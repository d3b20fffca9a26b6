using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Some people with all their rows.</summary>
internal sealed class PersonPart(WriteScope scope)
{
    private static readonly Query<PersonId> People = new(
        "SELECT t.id FROM person AS t WHERE t.id > $1 AND t.id <= $2 ORDER BY t.id",
        row => new(row.Text(0))
    );

    private readonly PeopleReader people = new(scope);

    public async Task<ReadPart> ReadAsync(PeopleSpan span, CancellationToken ct)
    {
        var ids = await scope.Connection.QueryAsync(People, [span.After, span.Until], ct);
        await people.ReadAsync(ids, ct);
        var read = new List<PersonRows>();
        foreach (var person in ids)
            read.Add(await ReadAsync(person, ct));

        return new(span.IsLast ? null : span.Until, scope.Number, () => Verified.Of([.. read.Select(one => one.Compare())]));
    }

    private async Task<PersonRows> ReadAsync(PersonId person, CancellationToken ct)
    {
        var history = await scope.Connection.ReadAsync(EntryTable.OfPerson, [person], ct);
        var facts = Runs.Of(await scope.Connection.ReadAsync(FactTable.OfPerson, [person], ct), fact => fact.Entity);
        var entries = Runs.Of(history, entry => entry.Entity);
        await AddSharedAsync(person, facts, entries, ct);
        var home = entries.Keys.Union(facts.Keys).Where(entity => IsHome(person, entity, facts, entries)).ToList();
        var named = Others(person, facts.Values, entries.Values).Append(person).ToHashSet();
        var world = new World(
            scope.Organisation,
            await new RulesReader(scope).ReadAsync(ct),
            await people.ClosedAsync(ct),
            await people.ChannelsAsync(ct)
        )
        {
            People = await people.ReadAsync(named, ct),
            Facts = facts,
            Entries = entries,
            EarliestQuotes = await EarliestQuotes.ReadAsync(scope.Connection, facts.Keys, ct),
            Progress = new Dictionary<PersonId, IReadOnlyList<BadgeProgress>>
            {
                [person] = await scope.Connection.ReadAsync(ProgressTable.OfPerson, [person], ct),
            },
            Histories = new Dictionary<PersonId, IReadOnlyList<Entry>> { [person] = history },
        };
        return new(
            person,
            await WithGoalsAsync(await WithDaysAsync(world, person, history, ct), person, history, ct),
            home,
            await scope.Connection.ReadAsync(TallyTable.OfPerson, [person], ct)
        );
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
        foreach (var (entity, found) in Runs.Of(await scope.Connection.ReadAsync(FactTable.OfEntity, unnamed, ct), fact => fact.Entity))
            facts[entity] = found;

        var shared = facts
            .Where(entity => entity.Value.Any(fact => fact.Person is { } other && other != person))
            .Select(entity => entity.Key)
            .Union(unnamed)
            .ToList();
        foreach (var (entity, found) in Runs.Of(await scope.Connection.ReadAsync(EntryTable.OfEntity, shared, ct), entry => entry.Entity))
            entries[entity] = found;
    }

    /// <summary>Whether the person is the first of those whom facts or, without such, lines of the entity name.</summary>
    private static bool IsHome(
        PersonId person,
        EntityId entity,
        Dictionary<EntityId, IReadOnlyList<Fact>> facts,
        Dictionary<EntityId, IReadOnlyList<Entry>> entries
    )
    {
        var isNamed = false;
        foreach (var fact in facts.GetValueOrDefault(entity, []))
            if (fact.Person is { } named)
            {
                isNamed = true;
                if (IsBefore(named, person))
                    return false;
            }

        return isNamed || !entries.GetValueOrDefault(entity, []).Any(entry => IsBefore(entry.Key.Person, person));
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

    /// <summary>The days of the person that have lines, a state, or should have lines by the facts.</summary>
    private async Task<World> WithDaysAsync(World world, PersonId id, IReadOnlyList<Entry> history, CancellationToken ct)
    {
        var person = world.People[id];
        var days = await scope.Connection.ReadAsync(DayTable.OfPerson, [id], ct);
        var lines = Runs.Of(history, entry => new DayKey(id, person.DayOf(entry.Key.Dated)));
        foreach (var day in days.Select(day => day.Date).Concat(FactDays(world, person)))
            lines.TryAdd(new(id, day), []);

        var states = days.ToDictionary(day => new DayKey(id, day.Date));
        return world with { Days = lines.Keys.ToDictionary(day => day, day => states.GetValueOrDefault(day)), DayEntries = lines };
    }

    private async Task<World> WithGoalsAsync(World world, PersonId id, IReadOnlyList<Entry> history, CancellationToken ct)
    {
        var goals = new GoalReading(scope);
        var (owned, scopes) = await goals.CountedAsync(world.People[id], history.Select(entry => entry.Key.Dated), ct);
        var personal = owned.Where(goal => goal.Assignment is null).Select(goal => goal.Id).ToHashSet();
        var known = world with
        {
            Assigned = await goals.AssignedAsync(ct),
            Goals = new Dictionary<SubjectId, IReadOnlyList<Goal>> { [SubjectId.Of(id)] = owned },
            GoalOutcomes = await goals.OutcomesAsync([id], ct),
        };
        var chained = ChainedMonths.Of(known, id, history);
        return known with
        {
            GoalProgress = await goals.ProgressAsync([.. scopes.Where(scope => personal.Contains(scope.Goal)).Concat(chained)], ct),
        };
    }

    private static IEnumerable<NodaTime.LocalDate> FactDays(World world, Person person) =>
        world.Facts.Values.SelectMany(facts => facts).Where(fact => fact.Person == person.Id).Select(fact => person.DayOf(fact.Credited));
}
