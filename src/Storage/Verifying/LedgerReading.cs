using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>What people's lines are compared with: their days, badges, goals and tallies.</summary>
internal sealed class LedgerReading(WriteScope scope)
{
    private static readonly Query<PersonId> Span = new(
        "SELECT t.id FROM person AS t WHERE t.id > $1 AND t.id <= $2 ORDER BY t.id",
        row => new(row.Text(0))
    );

    private readonly PeopleReader people = new(scope);

    public async Task<IReadOnlyList<PersonId>> PeopleAsync(KeySpan span, CancellationToken ct)
    {
        var ids = await scope.Connection.QueryAsync(Span, [span.After, span.Until], ct);
        await people.ReadAsync(ids, ct);
        return ids;
    }

    public Task<IReadOnlyList<Entry>> HistoryAsync(PersonId person, CancellationToken ct) =>
        scope.Connection.ReadAsync(EntryTable.OfPerson, [person], ct);

    public Task<IReadOnlyList<Tally>> TalliesAsync(PersonId person, CancellationToken ct) =>
        scope.Connection.ReadAsync(TallyTable.OfPerson, [person], ct);

    /// <summary>Only what depends on settings, and people.</summary>
    public async Task<World> WorldAsync(IReadOnlyCollection<PersonId> named, CancellationToken ct) =>
        new(scope.Organisation, await new RulesReader(scope).ReadAsync(ct), await people.ClosedAsync(ct), await people.ChannelsAsync(ct))
        {
            People = await people.ReadAsync(named, ct),
        };

    /// <param name="world">With the person, and with the facts of their days where those are to be looked at.</param>
    public async Task<World> AddAsync(World world, PersonId id, IReadOnlyList<Entry> history, CancellationToken ct)
    {
        var known = world with
        {
            Progress = new Dictionary<PersonId, IReadOnlyList<BadgeProgress>>
            {
                [id] = await scope.Connection.ReadAsync(ProgressTable.OfPerson, [id], ct),
            },
            Histories = new Dictionary<PersonId, IReadOnlyList<Entry>> { [id] = history },
        };
        return await WithGoalsAsync(await WithDaysAsync(known, id, history, ct), id, history, ct);
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
