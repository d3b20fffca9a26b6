using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Time;
using NodaTime;
using Storage.Rows;
using Storage.Writing;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>One transaction under the write lock. Disposed without a commit it leaves no trace.</summary>
public sealed class PlayWrite : IAsyncDisposable
{
    private readonly WriteScope scope;
    private readonly Action release;
    private readonly FactReader facts;
    private readonly WorldReader worlds;
    private readonly OutcomeWriter outcomes;
    private readonly AnnouncementPlanner planner;
    private readonly CommitWriter commits;
    private State state = State.Running;

    internal PlayWrite(WriteScope scope, Action release)
    {
        (this.scope, this.release) = (scope, release);
        (facts, worlds, planner) = (new(scope), new(scope), new(scope));
        (outcomes, commits) = (new(scope, planner), new(scope));
    }

    private enum State
    {
        Running,
        Failed,
        Committed,
        Ended,
    }

    /// <summary>The number of this commit.</summary>
    public long Number => scope.Number;

    /// <summary>
    /// What became of each reported activity that is stored already, by identity; the rest is new. A difference of bodies is noted for
    /// the admin, in this transaction.
    /// </summary>
    public Task<IReadOnlyDictionary<FactId, Known>> KnownAsync(IReadOnlyCollection<Reported> group, CancellationToken ct) =>
        GuardAsync(() => facts.KnownAsync(group, ct));

    public Task<World> LoadAsync(IReadOnlyCollection<Reported> fresh, CancellationToken ct) =>
        GuardAsync(() => worlds.ReadAsync([.. fresh.Select(reported => (reported.Id, reported.Activity))], ct));

    public Task<World> LoadAsync(World world, Outcome.Needs needs, CancellationToken ct) =>
        GuardAsync(() => worlds.ReadAsync(world, needs, ct));

    /// <summary>Facts in quarantine that wait for one of these owners of a connection, or the named ones.</summary>
    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<(string Connection, string Owner)> owners, CancellationToken ct) =>
        GuardAsync(() => facts.WaitingAsync(owners, ct));

    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<FactId> facts, CancellationToken ct) =>
        GuardAsync(() => this.facts.WaitingAsync(facts, ct));

    public Task<World> LoadAsync(IReadOnlyCollection<Fact> waiting, CancellationToken ct) =>
        GuardAsync(() => worlds.ReadAsync([.. waiting.Select(fact => (fact.Id, fact.Activity))], ct));

    public Task<World> LoadAsync(Recount again, CancellationToken ct) => GuardAsync(() => worlds.ReadAsync(again, ct));

    /// <summary>Everything of a person that is open, to be derived again because their calendar or teams changed.</summary>
    public Task<Recount> RecountOfAsync(PersonId person, CancellationToken ct) =>
        GuardAsync(() => new RecountReader(scope).OfPersonAsync(person, ct));

    /// <summary>Makes a person's tallies the sums of their lines; answers how many were not.</summary>
    public Task<int> MendTalliesAsync(PersonId person, CancellationToken ct) =>
        GuardAsync(() => new TallyMender(scope).MendAsync(person, ct));

    /// <summary>Plans announcements that no activity caused (boards); those whose key exists already are left out.</summary>
    public Task PlanAsync(IReadOnlyList<Announcement> announcements, CancellationToken ct) =>
        GuardAsync(() => planner.PlanAsync(announcements, ct));

    /// <summary>Records that a period is closed, with a snapshot of its boards and a hash of its ledger. False when it was closed already.</summary>
    public Task<bool> CloseAsync(Period period, Instant now, CancellationToken ct) =>
        GuardAsync(() => new CloseWriter(scope).CloseAsync(period, now, ct));

    /// <summary>Records that closed periods are open again, and finds what goes back into them. Null when one of them is not closed.</summary>
    public Task<Reopening?> ReopenAsync(IReadOnlyCollection<PeriodKey> periods, CancellationToken ct) =>
        GuardAsync(async () =>
            await new CloseWriter(scope).ReopenAsync(periods, ct) ? await new ReopeningReader(scope).ReadAsync(periods, ct) : null
        );

    /// <summary>The closes, the channels and the day of the first fact, for what the schedule has to do.</summary>
    public Task<ScheduleState> ScheduleAsync(CancellationToken ct) => GuardAsync(() => new ScheduleReader(scope).ReadAsync(ct));

    /// <summary>Upserts a team; a web channel of its own comes with it. Bumps what boards read.</summary>
    public Task PutTeamAsync(TeamRecord team, CancellationToken ct) => GuardAsync(() => new TeamWriter(scope).PutAsync(team, ct));

    /// <summary>Upserts a person with memberships, identities and calendar. Refused when an email or identity is somebody else's.</summary>
    public Task<PutRefusal?> PutPersonAsync(PersonRecord person, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).PutAsync(person, ct));

    /// <summary>Links an owner of a connection, or a chat user (<c>slack</c>, <c>teams</c>), to a person.</summary>
    public Task<PutRefusal?> LinkAsync(string source, string externalId, PersonId person, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).LinkAsync(new(source, externalId), person, ct));

    /// <summary>Takes a waiting fact out of quarantine without counting it.</summary>
    public Task<bool> DismissAsync(FactId fact, string reason, CancellationToken ct) =>
        GuardAsync(() => facts.DismissAsync(fact, reason, ct));

    /// <summary>Connects a chat channel to a team (null: the organisation), or moves it there.</summary>
    public Task ConnectAsync(string platform, string conversation, TeamId? team, CancellationToken ct) =>
        GuardAsync(() => new TeamWriter(scope).ConnectAsync(platform, conversation, team, ct));

    public Task AuditAsync(AuditRecord row, CancellationToken ct) =>
        GuardAsync(() =>
        {
            scope.Db.Audit.Add(AuditRow.Of(row));
            return scope.SaveAsync(ct);
        });

    public Task WriteAsync(Outcome.Decided outcome, CancellationToken ct) => GuardAsync(() => outcomes.WriteAsync(outcome, ct));

    /// <summary>Durable when it returns.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        await GuardAsync(() => commits.CommitAsync(ct));
        state = State.Committed;
        outcomes.Committed();
    }

    public async ValueTask DisposeAsync()
    {
        if (state is State.Ended)
            return;

        var left = state;
        state = State.Ended;
        try
        {
            if (left is not State.Committed)
                await AbandonAsync(left);
        }
        finally
        {
            release();
        }
    }

    internal Task StartAsync(CancellationToken ct) =>
        GuardAsync(async () =>
        {
            await scope.Connection.BeginAsync(ct);
            await scope.StartAsync(ct);
        });

    private async Task AbandonAsync(State left)
    {
        if (scope.ChangesSetup)
            scope.Setup.Forget();
        if (left is State.Failed)
            await scope.Connection.DisposeAsync();
        else
            await scope.Connection.RollbackAsync();
    }

    private Task<bool> GuardAsync(Func<Task> work) =>
        GuardAsync(async () =>
        {
            await work();
            return true;
        });

    /// <summary>A connection that failed once is not trusted again.</summary>
    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await Availability.GuardAsync(work);
        }
        catch
        {
            state = State.Failed;
            throw;
        }
    }
}
