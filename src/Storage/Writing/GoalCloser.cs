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

    public async Task CloseAsync(Period period, CancellationToken ct)
    {
        foreach (var some in (await goals.InAsync(period, ct)).Where(goal => goal.Subject.Person is not null).Chunk(Together))
        {
            var scopes = Scopes(some, period);
            await outcomes.WriteAsync(
                await DecideAsync(Recount.Nothing with { Goals = scopes }, await WorldAsync(some, period, scopes, ct), ct),
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

    /// <summary>The goals that had a part in one of these periods.</summary>
    public async Task<IReadOnlySet<GoalScope>> ScopesAsync(IEnumerable<Period> periods, CancellationToken ct)
    {
        var scopes = new HashSet<GoalScope>();
        foreach (var period in periods)
            scopes.UnionWith(Scopes(await goals.InAsync(period, ct), period));

        return scopes;
    }

    private async Task<World> WorldAsync(Goal[] some, Period period, IReadOnlySet<GoalScope> scopes, CancellationToken ct)
    {
        var owners = some.Select(goal => goal.Subject.Person!.Value).ToHashSet();
        var known = await people.ReadAsync(owners, ct);
        return new(scope.Organisation, scope.Rules, await people.ClosedAsync(ct), await people.ChannelsAsync(ct))
        {
            Commit = scope.Number,
            People = known,
            Goals = await goals.OfAsync(some.Select(goal => goal.Subject).ToHashSet(), ct),
            GoalProgress = await goals.ProgressAsync(scopes, ct),
            PeriodLines = await goals.LinesAsync([.. owners.Select(owner => new PeriodLines(owner, period.Key))], known, ct),
        };
    }

    private static HashSet<GoalScope> Scopes(IEnumerable<Goal> some, Period period) =>
        some.Select(goal => new GoalScope(goal.Id, goal.Subject, period.Key)).ToHashSet();
}
