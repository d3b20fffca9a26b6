using Gamification;
using Gamification.Badges;
using Gamification.Exchange;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;

namespace Storage.Writing;

/// <summary>
/// What changes by an admin's or the schedule's hand and is read by every activity: kept by the host, and forgotten as soon as a commit
/// says that any of it changed.
/// </summary>
internal sealed class Setup
{
    private const int MostPeople = 100_000;

    private long? readAt;

    /// <summary>What admins set of badges.</summary>
    public BadgeSettings? Badges { get; set; }

    public IReadOnlyList<ClosedPeriod>? Closed { get; set; }

    public IReadOnlyList<ConnectedChannel>? Channels { get; set; }

    public PointTimeline? Points { get; set; }

    /// <summary>Periods that were reopened once.</summary>
    public IReadOnlySet<PeriodKey>? Reopened { get; set; }

    /// <summary>Managers' goals of members, teams and the organisation.</summary>
    public AssignedGoals? Assigned { get; set; }

    /// <summary>Everybody who is or was in a team, or is in the organisation, with who manages them.</summary>
    public Dictionary<SubjectId, (IReadOnlyList<PersonId> Members, IReadOnlyList<PersonId> Managers)> Rosters { get; } = [];

    public Dictionary<(string Connection, string Owner), PersonId> Owners { get; } = [];

    public Dictionary<PersonId, Person> People { get; } = [];

    /// <summary>All rates of each currency that was asked for.</summary>
    public Dictionary<string, IReadOnlyList<DatedRate>> Rates { get; } = new(StringComparer.Ordinal);

    /// <summary>Goals as of their revision, which is compared with the stored one whenever they are read.</summary>
    public Dictionary<GoalId, Goal> Goals { get; } = [];

    /// <summary>The earliest credited instant that is known to be stored; it never moves forward.</summary>
    public Instant? FirstFact { get; set; }

    /// <summary>Starts a transaction that found this number.</summary>
    public void At(long number)
    {
        if (readAt != number || Math.Max(People.Count, Math.Max(Owners.Count, Goals.Count)) > MostPeople)
            Forget();
        readAt = number;
    }

    /// <summary>What was read since the running transaction changed the setup is valid: it was committed.</summary>
    public void Keep(long number) => readAt = number;

    /// <summary>What is read from now on is only valid if the running transaction commits.</summary>
    public void Forget()
    {
        (readAt, Badges, Closed, Channels, Points, Reopened, Assigned) = (null, null, null, null, null, null, null);
        Rosters.Clear();
        Owners.Clear();
        Goals.Clear();
        People.Clear();
        Rates.Clear();
    }
}
