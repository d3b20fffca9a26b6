using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>The one write transaction of the game: the deployment's write lock, keyed reads, the differences, one durable commit.</summary>
public sealed class PlayStore
{
    /// <summary>How long anything here waits for the write lock.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Waits for the deployment's write lock. <see cref="StoreUnavailableException"/> after 5 s or when the database is away or full.</summary>
    public Task<PlayWrite> BeginAsync(CancellationToken ct) => throw new NotSupportedException();
}

/// <summary>One transaction under the write lock. Disposed without a commit it leaves no trace.</summary>
public sealed class PlayWrite : IAsyncDisposable
{
    /// <summary>What became of each reported activity that is stored already, by identity; the rest is new.</summary>
    public Task<IReadOnlyDictionary<FactId, Known>> KnownAsync(IReadOnlyCollection<Reported> group, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<World> LoadAsync(IReadOnlyCollection<Reported> fresh, CancellationToken ct) => throw new NotSupportedException();

    public Task<World> LoadAsync(World world, Outcome.Needs needs, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Facts in quarantine that wait for one of these owners of a connection, or the named ones.</summary>
    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<(string Connection, string Owner)> owners, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<FactId> facts, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<World> LoadAsync(IReadOnlyCollection<Fact> waiting, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Plans announcements that no activity caused (boards); those whose key exists already are left out.</summary>
    public Task PlanAsync(IReadOnlyList<Announcement> announcements, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Records that a period is closed. False when it was closed already.</summary>
    public Task<bool> CloseAsync(Period period, Instant now, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The closed periods, the channels and the day of the first fact, for what the schedule has to do.</summary>
    public Task<ScheduleState> ScheduleAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Upserts a team; a web channel of its own comes with it. Bumps what boards read.</summary>
    public Task PutTeamAsync(TeamRecord team, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Upserts a person with memberships, identities and calendar. Refused when an email or identity is somebody else's.</summary>
    public Task<PutRefusal?> PutPersonAsync(PersonRecord person, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Links an owner of a connection, or a chat user (<c>slack</c>, <c>teams</c>), to a person.</summary>
    public Task<PutRefusal?> LinkAsync(string source, string externalId, PersonId person, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>Takes a waiting fact out of quarantine without counting it.</summary>
    public Task<bool> DismissAsync(FactId fact, string reason, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Connects a chat channel to a team (null: the organisation), or moves it there.</summary>
    public Task ConnectAsync(string platform, string conversation, TeamId? team, CancellationToken ct) => throw new NotSupportedException();

    public Task AuditAsync(AuditRecord row, CancellationToken ct) => throw new NotSupportedException();

    public Task WriteAsync(Outcome.Decided outcome, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Durable when it returns.</summary>
    public Task CommitAsync(CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}

/// <param name="SameBody">False when the identity came again with another body: the first stands and the difference is noted.</param>
public sealed record Known(FactId Id, bool SameBody);

/// <summary>The database is away, locked for too long or full. Nothing was stored; try again later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner) : Exception(message, inner);

/// <param name="FirstFact">The earliest credited instant; null while there is no fact.</param>
/// <param name="Announced">Keys of board announcements planned so far (<c>About</c> and recipient).</param>
public sealed record ScheduleState(
    Instant? FirstFact,
    IReadOnlyList<ClosedPeriod> Closed,
    IReadOnlyList<ConnectedChannel> Channels,
    IReadOnlySet<(string About, string To)> Announced
);

/// <param name="Field">The JSON pointer of the offending member.</param>
public sealed record PutRefusal(string Field, string Message);
