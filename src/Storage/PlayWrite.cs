using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Exchange;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
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
    private readonly BadgeSettingWriter badges;
    private State state = State.Running;

    internal PlayWrite(WriteScope scope, Action release)
    {
        (this.scope, this.release) = (scope, release);
        (facts, worlds, planner) = (new(scope), new(scope), new(scope));
        (outcomes, commits, badges) = (new(scope, planner), new(scope), new(scope));
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
        KnownAsync(group, string.Equals, ct);

    /// <param name="isSame">Whether the stored and the reported body say the same, in whatever words.</param>
    public Task<IReadOnlyDictionary<FactId, Known>> KnownAsync(
        IReadOnlyCollection<Reported> group,
        Func<string, string, bool> isSame,
        CancellationToken ct
    ) => GuardAsync(() => facts.KnownAsync(group, isSame, ct));

    public Task<World> LoadAsync(IReadOnlyCollection<Reported> fresh, CancellationToken ct) =>
        GuardAsync(() => worlds.ReadAsync([.. fresh.Select(reported => (reported.Id, reported.Activity))], ct));

    public Task<World> LoadAsync(World world, Outcome.Needs needs, CancellationToken ct) =>
        GuardAsync(() => worlds.ReadAsync(world, needs, ct));

    /// <summary>Facts in quarantine that wait for one of these owners of a connection, or the named ones.</summary>
    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<(string Connection, string Owner)> owners, CancellationToken ct) =>
        GuardAsync(() => facts.WaitingAsync(owners, ct));

    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<FactId> facts, CancellationToken ct) =>
        GuardAsync(() => this.facts.WaitingAsync(facts, ct));

    /// <summary>Facts that wait for a rate of one of these currencies.</summary>
    public Task<IReadOnlyList<Fact>> WaitingForRatesAsync(IReadOnlySet<string> currencies, CancellationToken ct) =>
        GuardAsync(async () =>
        {
            var waiting = await scope.Connection.ReadAsync(FactTable.WaitingForRate, currencies, ct);
            return (IReadOnlyList<Fact>)[.. waiting.DistinctBy(fact => fact.Id)];
        });

    /// <summary>Upserts rates; answers those that changed something, each with the rate there was before.</summary>
    public Task<IReadOnlyList<(DatedRate Now, Rate? Before)>> PutRatesAsync(IReadOnlyCollection<DatedRate> rates, CancellationToken ct) =>
        GuardAsync(() => new RateWriter(scope).PutAsync(rates, ct));

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

    /// <summary>Records that a period is closed, with a snapshot of its boards and goals and hashes of its ledger and of both. False when it was closed already.</summary>
    public Task<bool> CloseAsync(Period period, Instant now, CancellationToken ct) =>
        GuardAsync(async () =>
        {
            var closes = new CloseWriter(scope);
            if (await closes.CloseAsync(period, now, ct) is not { } version)
                return false;

            await new GoalCloser(scope, outcomes).CloseAsync(period, version, ct);
            await closes.SealAsync(period.Key, version, ct);
            return true;
        });

    /// <summary>Records that closed periods are open again, and finds what goes back into them. Null when one of them is not closed.</summary>
    public Task<Reopening?> ReopenAsync(IReadOnlyCollection<PeriodKey> periods, CancellationToken ct) =>
        GuardAsync(async () =>
            await new CloseWriter(scope).ReopenAsync(periods, ct)
                ? await new ReopeningReader(scope).ReadAsync(periods, new GoalCloser(scope, outcomes), ct)
                : null
        );

    /// <summary>The closes, the channels and the day of the first fact, for what the schedule has to do.</summary>
    public Task<ScheduleState> ScheduleAsync(CancellationToken ct) => GuardAsync(() => new ScheduleReader(scope).ReadAsync(ct));

    /// <summary>Where things are told, and to whose team they belong.</summary>
    public Task<IReadOnlyList<ConnectedChannel>> ChannelsAsync(CancellationToken ct) =>
        GuardAsync(() => new PeopleReader(scope).ChannelsAsync(ct));

    /// <summary>Upserts a team; a web channel of its own comes with it. Bumps what boards read.</summary>
    public Task PutTeamAsync(TeamRecord team, CancellationToken ct) => GuardAsync(() => new TeamWriter(scope).PutAsync(team, ct));

    /// <summary>Upserts a person with memberships, identities and calendar. Refused when an email or identity is somebody else's.</summary>
    public Task<PutRefusal?> PutPersonAsync(PersonRecord person, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).PutAsync(person, ct));

    /// <summary>Links an owner of a connection, or a chat user (<c>slack</c>, <c>teams</c>), to a person.</summary>
    public Task<PutRefusal?> LinkAsync(string source, string externalId, PersonId person, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).LinkAsync(new(source, externalId), person, ct));

    /// <summary>Whose it was; null when it was nobody's.</summary>
    public Task<PersonId?> UnlinkAsync(string source, string externalId, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).UnlinkAsync(new(source, externalId), ct));

    /// <summary>All goals of a subject, archived ones too.</summary>
    public Task<IReadOnlyList<Goal>> GoalsAsync(SubjectId subject, CancellationToken ct) =>
        GuardAsync(async () => (await new GoalReading(scope).OfAsync([subject], ct))[subject]);

    /// <summary>Null where nothing is stored.</summary>
    public Task<GoalProgress?> GoalProgressAsync(GoalScope goal, CancellationToken ct) =>
        GuardAsync(async () => (await new GoalReading(scope).ProgressAsync([goal], ct))[goal]);

    /// <summary>
    /// What has to be counted again after a manager's goal was published, edited or archived, or one of its grants changed: the goal in
    /// every period that is open, for whomever it is.
    /// </summary>
    public Task<Recount> RecountOfAsync(Goal goal, CancellationToken ct) =>
        GuardAsync(async () =>
            Recount.Nothing with
            {
                Goals = await new GoalScopeReader(scope).OpenAsync(goal, scope.Organisation.DayOf(scope.Now), ct),
            }
        );

    /// <summary>Everything that was granted for each scope.</summary>
    public Task<Dictionary<GoalScope, PostedRewards>> RewardsAsync(IReadOnlyCollection<GoalScope> scopes, CancellationToken ct) =>
        GuardAsync(() => new RewardReading(scope).OfAsync(scopes, ct));

    /// <summary>A manager keeps a collective grant whose tier was never reached. False when there is none, or it is kept already.</summary>
    public Task<bool> KeepGrantAsync(GrantKey grant, string by, string reason, CancellationToken ct) =>
        GuardAsync(() => new GrantWriter(scope).KeepAsync(grant, by, reason, ct));

    /// <summary>A manager adds a recipient of a collective grant, or leaves one out. False when there is no such grant.</summary>
    public Task<bool> ChangeRecipientAsync(RecipientChange change, CancellationToken ct) =>
        GuardAsync(() => new GrantWriter(scope).ChangeAsync(change, ct));

    /// <summary>Creates a goal or stores a change of it.</summary>
    public Task PutGoalAsync(Goal goal, CancellationToken ct) => GuardAsync(() => new GoalWriter(scope).PutAsync(goal, ct));

    /// <summary>Appends what was done with a prize, and plans what the person is told of it.</summary>
    public Task AddPrizeStepAsync(PrizeStep step, CancellationToken ct) =>
        GuardAsync(async () => await planner.PlanAsync(await new PrizeWriter(scope).AddAsync(step, ct), ct));

    /// <summary>Records that a person came to their goals. True the first time, once ever.</summary>
    public Task<bool> VisitAsync(PersonId person, CancellationToken ct) =>
        GuardAsync(() => new GoalWriter(scope).VisitAsync(person, scope.Now, ct));

    /// <summary>Takes a waiting fact out of quarantine without counting it.</summary>
    public Task<bool> DismissAsync(FactId fact, string reason, CancellationToken ct) =>
        GuardAsync(() => facts.DismissAsync(fact, reason, ct));

    /// <summary>Connects a chat channel to a team (null: the organisation), or moves it there; answers what it was connected to before.</summary>
    public Task<ConnectedChannel?> ConnectAsync(string platform, string conversation, TeamId? team, CancellationToken ct) =>
        GuardAsync(() => new TeamWriter(scope).ConnectAsync(platform, conversation, team, ct));

    /// <summary>The versions of the point rules.</summary>
    public Task<PointTimeline> PointsAsync(CancellationToken ct) => GuardAsync(() => new RulesReader(scope).PointsAsync(ct));

    /// <summary>Sets the point rules from the next local day on, which has not begun for anybody.</summary>
    public Task<PointVersion> SetPointsAsync(PointRules rules, string by, Instant now, CancellationToken ct) =>
        GuardAsync(() => new PointRulesWriter(scope).AddAsync(rules, by, now, ct));

    /// <summary>How the posts of a connected channel call people. False when it is not connected.</summary>
    public Task<bool> MentionAsync(ChannelId channel, ChannelMention mention, CancellationToken ct) =>
        GuardAsync(() => new TeamWriter(scope).MentionAsync(channel, mention, ct));

    /// <summary>What a connected channel hears of, and why it is paused. False when it is not connected.</summary>
    public Task<bool> SetChannelAsync(ChannelId channel, ChannelSettings settings, string? pausedBecause, CancellationToken ct) =>
        GuardAsync(() => new TeamWriter(scope).SetAsync(channel, settings, pausedBecause, ct));

    /// <summary>What is told to this person from here on answers what they just did in chat: it does not wait for their working hours.</summary>
    public void Answer(PersonId person) => scope.Answered = person;

    /// <summary>Pauses a connected channel with the reason, or lets it go on with null. False when it is not connected, or is so already.</summary>
    public Task<bool> PauseAsync(ChannelId channel, string? reason, CancellationToken ct) =>
        GuardAsync(() => new TeamWriter(scope).PauseAsync(channel, reason, ct));

    /// <summary>The hints at half time that are due now: to people at work who want them, about goals that had none in their period.</summary>
    public Task<IReadOnlyList<Announcement>> HintsDueAsync(CancellationToken ct) => GuardAsync(() => new HintReader(scope).DueAsync(ct));

    /// <summary>Whether the person hears that a badge is near, or a goal half way.</summary>
    public Task HintsAsync(PersonId person, bool on, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).HintsAsync(person, on, ct));

    /// <summary>What the person does not want to be told, and in which language they are spoken to.</summary>
    public Task PreferAsync(PersonId person, NoticeKinds muted, string? language, CancellationToken ct) =>
        GuardAsync(() => new PersonWriter(scope).PreferAsync(person, muted, language, ct));

    /// <summary>
    /// A failed or unconfirmed message is to be sent once more. False when it is neither, or no longer the attempt that was looked at.
    /// </summary>
    public Task<bool> PostAgainAsync(string message, int attempt, CancellationToken ct) =>
        GuardAsync(() => new TroubleWriter(scope).PostAgainAsync(message, attempt, ct));

    /// <summary>Nothing is to be done about a failed or unconfirmed message any more. False when it is neither.</summary>
    public Task<bool> DismissMessageAsync(string message, CancellationToken ct) =>
        GuardAsync(() => new TroubleWriter(scope).DismissAsync(message, ct));

    /// <summary>What admins set of badges.</summary>
    public Task<BadgeSettings> BadgeSettingsAsync(CancellationToken ct) => GuardAsync(() => badges.SettingsAsync(ct));

    /// <summary>Appends a version of what holds for a badge; it is in force in this transaction already if it holds at once.</summary>
    public Task PutBadgeAsync(BadgeSetting setting, CancellationToken ct) => GuardAsync(() => badges.PutAsync(setting, ct));

    /// <summary>Versions that hold now and by which badges have not been counted yet.</summary>
    public Task<IReadOnlyList<BadgeSetting>> BadgesDueAsync(CancellationToken ct) => GuardAsync(() => badges.DueAsync(ct));

    /// <summary>The next people whose badges a version may unlock, by id.</summary>
    public Task<IReadOnlyList<PersonId>> ConcernedAsync(BadgeSetting setting, string after, int take, CancellationToken ct) =>
        GuardAsync(() => badges.ConcernedAsync(setting, after, take, ct));

    /// <summary>Everybody's badges have been counted by a version.</summary>
    public Task EvaluatedAsync(BadgeSetting setting, CancellationToken ct) => GuardAsync(() => badges.EvaluatedAsync(setting, ct));

    /// <exception cref="AlreadyDoneException">The request this is done for did it before.</exception>
    public Task AuditAsync(AuditRecord row, CancellationToken ct) =>
        GuardAsync(async () =>
        {
            var step = ChatRequest.Current?.Next(row.What);
            if (step is not null && await scope.Db.Audit.AnyAsync(done => done.Step == step, ct))
                throw new AlreadyDoneException(step);

            scope.Db.Audit.Add(AuditRow.Of(row, step));
            await scope.SaveAsync(ct);
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
