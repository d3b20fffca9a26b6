using Gamification;
using Gamification.Goals;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Decides what becomes of every goal in a period that was closed, and finds those of one that is open again.</summary>
internal sealed class GoalCloser(WriteScope scope, OutcomeWriter outcomes)
{
    /// <summary>Goals that are decided together, so that what they count need not fit into memory all at once.</summary>
    private const int Together = 200;

    /// <summary>Badges ask for their progress, then for a history; more would be a mistake.</summary>
    private const int Rounds = 8;

    private readonly WorldReader worlds = new(scope);
    private readonly GoalReading goals = new(scope);
    private readonly PeopleReader people = new(scope);
    private readonly GoalScopeReader scopes = new(scope);

    /// <param name="version">Which close of the period: what it made of the goals is kept under it.</param>
    public async Task CloseAsync(Period period, int version, CancellationToken ct)
    {
        var there = (await goals.InAsync(period, ct)).ToDictionary(goal => goal.Id);
        foreach (var some in (await ScopesAsync([period], ct)).Chunk(Together))
        {
            await outcomes.WriteAsync(
                await DecideAsync(Recount.Nothing with { Goals = some.ToHashSet() }, await WorldAsync(some, period, ct), ct),
                ct
            );
            var decided = (await goals.ProgressAsync(some, ct)).Values.OfType<GoalProgress>().Where(goal => goal.Result is not null);
            await scope.Connection.WriteAsync(
                SnapshotTable.WriteGoal,
                [.. decided.Select(goal => SnapshotTable.RowOf(there[goal.Scope.Goal], period, version, goal, scope.Organisation.Zone))],
                ct
            );
        }
    }

    /// <summary>Badges that rest on goals are decided in the same commit, from what they ask for.</summary>
    private async Task<Outcome.Decided> DecideAsync(Recount again, World world, CancellationToken ct)
    {
        for (var round = 0; round < Rounds; round++)
            switch (Engine.Recount(again, world))
            {
                case Outcome.Decided decided:
                    return decided;
                case Outcome.Needs needs:
                    world = await worlds.ReadAsync(world, needs, ct);
                    break;
            }

        throw new InvalidOperationException("The close of goals asked for the same things again and again.");
    }

    /// <summary>The goals that had a part in one of these periods, also of those who were members once.</summary>
    public async Task<IReadOnlySet<GoalScope>> ScopesAsync(IEnumerable<Period> periods, CancellationToken ct)
    {
        var found = new HashSet<GoalScope>();
        foreach (var period in periods)
        {
            var there = await goals.InAsync(period, ct);
            foreach (var goal in there)
                found.UnionWith(await scopes.InAsync(goal, period, ct));

            var ofMembers = there.Where(goal => goal.Subject.Kind is SubjectKind.Members).Select(goal => (goal.Id, period.Key)).ToList();
            found.UnionWith((await scope.Connection.ReadAsync(GoalProgressTable.OfPeriod, ofMembers, ct)).Select(row => row.Scope));
        }

        return found;
    }

    private async Task<World> WorldAsync(GoalScope[] some, Period period, CancellationToken ct)
    {
        var owners = some.Select(scope => scope.Subject.Person).OfType<PersonId>().ToHashSet();
        var known = await people.ReadAsync(owners, ct);
        return await worlds.StartAsync(ct) with
        {
            People = known,
            Goals = await goals.OfAsync(owners.Select(SubjectId.Of).ToHashSet(), ct),
            GoalProgress = await goals.ProgressAsync(some, ct),
            PeriodLines = await goals.LinesAsync([.. owners.Select(owner => new PeriodLines(owner, period.Key))], known, ct),
        };
    }
}
