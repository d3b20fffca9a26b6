using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using NodaTime;

namespace Storage.Writing;

/// <summary>Reads by key what a group of activities touches.</summary>
internal sealed class WorldReader(WriteScope scope)
{
    private readonly PeopleReader people = new(scope);
    private readonly BadgeReading badges = new(scope);
    private readonly GoalReading goals = new(scope);
    private readonly RewardReading rewards = new(scope);

    public Task<World> ReadAsync(IReadOnlyCollection<(FactId Id, Activity Activity)> group, CancellationToken ct) =>
        ReadAsync(group, group.Select(fact => Entities.Of(fact.Id, fact.Activity)).ToHashSet(), [], ct);

    public async Task<World> ReadAsync(Recount scope, CancellationToken ct)
    {
        var entities = scope.Entities.Concat(scope.Moved.Select(fact => fact.Entity)).ToHashSet();
        var shares = scope.Badges.SelectMany(person => scope.Entities.Select(entity => new Share(person, entity)));
        var world = await ReadAsync([.. scope.Moved.Select(fact => (fact.Id, fact.Activity))], entities, [.. shares], ct);
        var owners = scope
            .Badges.Concat(scope.Days.Select(day => day.Person))
            .Concat(scope.Goals.Select(goal => goal.Subject.Person).OfType<PersonId>())
            .Where(person => !world.People.ContainsKey(person));
        return world with { People = With(world.People, await people.ReadAsync(owners.ToHashSet(), ct)) };
    }

    /// <param name="shares">What is to be seen also where no fact names the person.</param>
    private async Task<World> ReadAsync(
        IReadOnlyCollection<(FactId Id, Activity Activity)> group,
        HashSet<EntityId> entities,
        HashSet<Share> shares,
        CancellationToken ct
    )
    {
        entities.UnionWith(group.Select(fact => Entities.GroupingOf(fact.Id, fact.Activity)).OfType<EntityId>());
        var facts = await scope.Connection.ReadAsync(FactTable.OfEntity, entities, ct);
        var earliest = await EarliestQuotes.ReadAsync(scope.Connection, entities, ct);
        var deals = group
            .Concat(facts.Select(fact => (fact.Id, fact.Activity)))
            .Select(fact => Entities.GroupingOf(fact.Id, fact.Activity));
        var groupings = deals.OfType<EntityId>().ToHashSet();
        var quotes = await scope.Connection.ReadAsync(FactTable.OfGrouping, groupings, ct);
        var others = quotes.Where(entities.Add).ToList();
        shares.UnionWith(Share.NamedBy(facts));
        shares.UnionWith(await scope.Connection.ReadAsync(FactTable.Named, others, ct));
        var entries = await scope.Connection.ReadAsync(EntryTable.OfShare, shares, ct);
        var placed = entries
            .Where(entry => entry.Grouping is { } deal && groupings.Contains(new(deal)))
            .Select(entry => (Grouping: new EntityId(entry.Grouping!), Quote: entry.Entity))
            .ToHashSet();
        var owners = await people.OwnersAsync(group, ct);
        var named = owners
            .Values.Concat(facts.Select(fact => fact.Person).OfType<PersonId>())
            .Concat(entries.Select(entry => entry.Key.Person));
        return await StartAsync(ct) with
        {
            Owners = owners,
            People = await people.ReadAsync(named.ToHashSet(), ct),
            Rates = await people.RatesAsync(CurrenciesOf([.. group, .. facts.Select(fact => (fact.Id, fact.Activity))]), ct),
            Facts = Group(entities, facts, fact => fact.Entity),
            Entries = Group(entities, entries, entry => entry.Entity),
            EarliestQuotes = earliest,
            Groupings = Group(groupings, [.. placed], pair => pair.Grouping, pair => pair.Quote),
        };
    }

    /// <summary>Adds what a play asked for.</summary>
    public async Task<World> ReadAsync(World world, Outcome.Needs needs, CancellationToken ct)
    {
        var days = await scope.Connection.ReadAsync(DayTable.OfKey, needs.Days, ct);
        var histories = await scope.Connection.ReadAsync(EntryTable.OfPerson, needs.Histories, ct);
        var state = days.ToDictionary(day => new DayKey(day.Person, day.Date));
        world = await WithRewardsAsync(world, needs, ct);
        return world with
        {
            Days = With(world.Days, needs.Days.Select(day => KeyValuePair.Create(day, state.GetValueOrDefault(day)))),
            Progress = With(world.Progress, await BadgesAsync(needs, ct)),
            BadgePeriods = With(world.BadgePeriods, await badges.PeriodsAsync(needs.BadgePeriods, ct)),
            DayEntries = With(world.DayEntries, await DaysAsync(world, needs.DayEntries, ct)),
            Histories = With(world.Histories, Group(needs.Histories, histories, entry => entry.Key.Person)),
            GoalOutcomes = With(world.GoalOutcomes, await goals.OutcomesAsync(needs.Histories, ct)),
            Goals = With(world.Goals, await goals.OfAsync(needs.Goals, ct)),
            GoalProgress = With(world.GoalProgress, await goals.ProgressAsync(needs.GoalProgress, ct)),
            PeriodLines = With(world.PeriodLines, await goals.LinesAsync(needs.PeriodLines, world.People, ct)),
        };
    }

    private async Task<Dictionary<PersonId, IReadOnlyList<BadgeProgress>>> BadgesAsync(Outcome.Needs needs, CancellationToken ct)
    {
        var once = needs.Progress.Except(needs.Histories).ToList();
        var rows = Group(once, await badges.OnceAsync(once, ct), row => row.Person);
        var all = await scope.Connection.ReadAsync(ProgressTable.OfPerson, needs.Histories, ct);
        return With(rows, Group(needs.Histories, all, row => row.Person));
    }

    /// <summary>Adds what managers' goals asked for, and everybody it names.</summary>
    private async Task<World> WithRewardsAsync(World world, Outcome.Needs needs, CancellationToken ct)
    {
        if (needs.SubjectLines.Count + needs.Rosters.Count + needs.Rewards.Count == 0)
            return world;

        var lines = await rewards.LinesAsync(needs.SubjectLines, ct);
        var posted = await rewards.OfAsync(needs.Rewards, ct);
        var rosters = new Dictionary<SubjectId, (IReadOnlyList<PersonId> Members, IReadOnlyList<PersonId> Managers)>();
        foreach (var subject in needs.Rosters)
            rosters[subject] = await people.RosterAsync(subject, ct);

        var named = lines
            .Values.SelectMany(of => of.Select(entry => entry.Key.Person))
            .Concat(RewardReading.PeopleOf(posted.Values))
            .Concat(rosters.Values.SelectMany(roster => roster.Members))
            .Where(person => !world.People.ContainsKey(person));
        return world with
        {
            People = With(world.People, await people.ReadAsync(named.ToHashSet(), ct)),
            SubjectLines = With(world.SubjectLines, lines),
            Rewards = With(world.Rewards, posted),
            Rosters = With(world.Rosters, rosters.Select(roster => KeyValuePair.Create(roster.Key, roster.Value.Members))),
            Managers = With(world.Managers, rosters.Select(roster => KeyValuePair.Create(roster.Key, roster.Value.Managers))),
        };
    }

    private HashSet<string> CurrenciesOf(IEnumerable<(FactId Id, Activity Activity)> facts) =>
        [
            .. facts
                .Where(fact => fact.Activity is Activity.DealClosed or Activity.DealAmountChanged)
                .Select(fact => Entities.AmountOf(fact.Activity)?.Currency)
                .OfType<string>()
                .Where(currency => currency != scope.Organisation.Currency),
        ];

    /// <summary>What depends on settings only.</summary>
    public async Task<World> StartAsync(CancellationToken ct) =>
        new(scope.Organisation, await new RulesReader(scope).ReadAsync(ct), await people.ClosedAsync(ct), await people.ChannelsAsync(ct))
        {
            Commit = scope.Number,
            Assigned = await goals.AssignedAsync(ct),
            Reopened = await people.ReopenedAsync(ct),
        };

    /// <summary>The lines around the dates by index, then those of the persons' own days.</summary>
    private async Task<Dictionary<DayKey, IReadOnlyList<Entry>>> DaysAsync(World world, IReadOnlySet<DayKey> days, CancellationToken ct)
    {
        var around = await scope.Connection.ReadAsync(
            EntryTable.Dated,
            [.. days.Select(day => new DatedLines(day.Person, world.People[day.Person].Around(day.Date)))],
            ct
        );
        var lines = days.ToDictionary(day => day, _ => new List<Entry>());
        foreach (var entry in around.DistinctBy(entry => (entry.Key, entry.Revision)))
            if (lines.TryGetValue(new(entry.Key.Person, world.People[entry.Key.Person].DayOf(entry.Key.Dated)), out var ofDay))
                ofDay.Add(entry);

        return lines.ToDictionary(day => day.Key, IReadOnlyList<Entry> (day) => day.Value);
    }

    private static Dictionary<TKey, TValue> With<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue> known,
        IEnumerable<KeyValuePair<TKey, TValue>> more
    )
        where TKey : notnull
    {
        var all = new Dictionary<TKey, TValue>(known);
        foreach (var (key, value) in more)
            all[key] = value;
        return all;
    }

    private static Dictionary<TKey, IReadOnlyList<TRow>> Group<TKey, TRow>(
        IReadOnlyCollection<TKey> keys,
        IReadOnlyList<TRow> rows,
        Func<TRow, TKey> keyOf
    )
        where TKey : notnull => Group(keys, rows, keyOf, row => row);

    /// <summary>Every key has a list, if only an empty one.</summary>
    private static Dictionary<TKey, IReadOnlyList<TValue>> Group<TKey, TRow, TValue>(
        IReadOnlyCollection<TKey> keys,
        IReadOnlyList<TRow> rows,
        Func<TRow, TKey> keyOf,
        Func<TRow, TValue> valueOf
    )
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, IReadOnlyList<TValue>>(keys.Count);
        foreach (var key in keys)
            groups[key] = [];
        foreach (var row in rows)
        {
            if (groups[keyOf(row)] is not List<TValue> list)
                groups[keyOf(row)] = list = [];
            list.Add(valueOf(row));
        }

        return groups;
    }
}
