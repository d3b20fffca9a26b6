using Gamification;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Reads goals, their progress and the lines they count under the lock.</summary>
internal sealed class GoalReading(WriteScope scope)
{
    /// <summary>All goals of each subject; an empty list where there is none.</summary>
    public async Task<Dictionary<SubjectId, IReadOnlyList<Goal>>> OfAsync(IReadOnlyCollection<SubjectId> subjects, CancellationToken ct)
    {
        var goals = await WholeAsync(await scope.Connection.ReadAsync(GoalTable.OfSubject, subjects, ct), ct);
        var bySubject = goals.ToLookup(goal => goal.Subject);
        return subjects.ToDictionary(subject => subject, IReadOnlyList<Goal> (subject) => [.. bySubject[subject]]);
    }

    /// <summary>Managers' goals of more than one person; kept until one of them changes.</summary>
    public async Task<AssignedGoals> AssignedAsync(CancellationToken ct) =>
        scope.Setup.Assigned ??= new(await WholeAsync(await scope.Connection.QueryAsync(GoalTable.Assigned, [], ct), ct));

    /// <summary>The next managers' goals by id, whoever's.</summary>
    public async Task<IReadOnlyList<Goal>> AssignedAfterAsync(string id, CancellationToken ct) =>
        await WholeAsync(await scope.Connection.QueryAsync(GoalTable.AssignedAfter, [id], ct), ct);

    /// <summary>A person's goals, and the periods in which they may have counted something.</summary>
    /// <param name="dated">The instants of the person's ledger lines.</param>
    public async Task<(IReadOnlyList<Goal> Goals, IReadOnlySet<GoalScope> Scopes)> CountedAsync(
        Person person,
        IEnumerable<Instant> dated,
        CancellationToken ct
    )
    {
        var subject = SubjectId.Of(person.Id);
        var goals = (await OfAsync([subject], ct))[subject];
        var open = await scope.Connection.ReadAsync(GoalProgressTable.OpenOf, goals, ct);
        return (goals, GoalScopes.Of(goals, dated, open, person, scope.Organisation));
    }

    /// <summary>The weeks in which each person completed a goal, for badges; an empty list where there is none.</summary>
    public async Task<Dictionary<PersonId, IReadOnlyList<GoalOutcome>>> OutcomesAsync(
        IReadOnlyCollection<PersonId> people,
        CancellationToken ct
    )
    {
        var subjects = people.Select(SubjectId.Of).ToHashSet();
        var weekly = (await OfAsync(subjects, ct)).Values.SelectMany(goals => goals).Where(goal => goal.Kind is PeriodKind.Week);
        var goals = weekly.ToDictionary(goal => goal.Id);
        var rows = await scope.Connection.ReadAsync(GoalProgressTable.CompletedOf, [.. goals.Values], ct);
        var weeks = rows.Select(row => GoalWeek.Of(goals[row.Scope.Goal], row, scope.Organisation.Zone))
            .OfType<GoalOutcome>()
            .ToLookup(week => week.Person);
        return people.ToDictionary(person => person, IReadOnlyList<GoalOutcome> (person) => [.. weeks[person]]);
    }

    /// <summary>Every goal there is in a period.</summary>
    public async Task<IReadOnlyList<Goal>> InAsync(Period period, CancellationToken ct)
    {
        var goals = await WholeAsync(await scope.Connection.ReadAsync(GoalTable.OfKind, [period.Kind], ct), ct);
        return [.. goals.Where(goal => goal.IsIn(period, scope.Organisation.Zone))];
    }

    public async Task<Dictionary<GoalScope, GoalProgress?>> ProgressAsync(IReadOnlyCollection<GoalScope> scopes, CancellationToken ct)
    {
        var rows = await scope.Connection.ReadAsync(GoalProgressTable.OfScope, scopes, ct);
        var stored = rows.ToDictionary(row => row.Scope);
        return scopes.ToDictionary(key => key, stored.GetValueOrDefault);
    }

    public async Task<Dictionary<PeriodLines, IReadOnlyList<Entry>>> LinesAsync(
        IReadOnlyCollection<PeriodLines> periods,
        IReadOnlyDictionary<PersonId, Person> people,
        CancellationToken ct
    )
    {
        var bounds = periods.ToDictionary(
            key => key,
            key => new DatedLines(key.Person, GoalLines.BoundsOf(people[key.Person], Period.Parse(key.Period)!, scope.Organisation))
        );
        var rows = await scope.Connection.ReadAsync(EntryTable.Dated, bounds.Values.ToHashSet(), ct);
        var lines = rows.DistinctBy(entry => (entry.Key, entry.Revision)).ToLookup(entry => entry.Key.Person);
        return bounds.ToDictionary(
            period => period.Key,
            IReadOnlyList<Entry> (period) => [.. lines[period.Key.Person].Where(entry => period.Value.When.Contains(entry.Key.Dated))]
        );
    }

    /// <summary>Versions and pauses are read again only where the revision is new.</summary>
    private async Task<IReadOnlyList<Goal>> WholeAsync(IReadOnlyList<Goal> found, CancellationToken ct)
    {
        var known = scope.Setup.Goals;
        var unknown = found.Where(goal => known.GetValueOrDefault(goal.Id)?.Revision != goal.Revision).Select(goal => goal.Id).ToHashSet();
        if (unknown.Count == 0)
            return [.. found.Select(goal => known[goal.Id])];

        var versions = (await scope.Connection.ReadAsync(GoalTable.Versions, unknown, ct)).ToLookup(row => row.Goal, row => row.Version);
        var pauses = (await scope.Connection.ReadAsync(GoalTable.Pauses, unknown, ct)).ToLookup(row => row.Goal, row => row.Pause);
        return [.. found.Select(goal => unknown.Contains(goal.Id) ? Keep(Whole(goal, versions, pauses)) : known[goal.Id])];
    }

    private static Goal Whole(Goal goal, ILookup<GoalId, GoalVersion> versions, ILookup<GoalId, GoalPause> pauses) =>
        goal with
        {
            Versions = [.. versions[goal.Id].OrderBy(version => version.Number)],
            Pauses = [.. pauses[goal.Id].OrderBy(pause => pause.Number)],
        };

    /// <summary>A revision that the running transaction made may never be committed.</summary>
    private Goal Keep(Goal goal)
    {
        if (!scope.ChangesGoals)
            scope.Setup.Goals[goal.Id] = goal;

        return goal;
    }
}
