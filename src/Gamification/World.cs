using System.Collections.Frozen;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Exchange;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;

namespace Gamification;

/// <summary>A person's local day, the scope in which limits are dealt.</summary>
public readonly record struct DayKey(PersonId Person, LocalDate Date);

/// <summary>A channel that hears of a team, or of the organisation where <see cref="Team"/> is null.</summary>
public sealed record ConnectedChannel(ChannelId Id, TeamId? Team)
{
    public ChannelSettings Settings { get; init; } = ChannelSettings.Default;
}

/// <summary>
/// Everything the engine may know for one group of activities, read under the write lock.
/// What depends only on settings is in every world; the rest is keyed by what the group touches.
/// </summary>
public sealed record World(
    Organisation Organisation,
    Rulebook Rules,
    IReadOnlyList<ClosedPeriod> Closed,
    IReadOnlyList<ConnectedChannel> Channels
)
{
    /// <summary>The number of the commit that takes this group.</summary>
    public long Commit { get; init; }

    /// <summary>Owner as reported, lower-cased, with its connection → person. An owner that is missing here is unknown.</summary>
    public IReadOnlyDictionary<(string Connection, string Owner), PersonId> Owners { get; init; } =
        FrozenDictionary<(string Connection, string Owner), PersonId>.Empty;

    /// <summary>Every person an entity, an owner or an entry of this group names.</summary>
    public IReadOnlyDictionary<PersonId, Person> People { get; init; } = FrozenDictionary<PersonId, Person>.Empty;

    /// <summary>The rates of every other currency that a touched deal names.</summary>
    public RateTable Rates { get; init; } = RateTable.Empty;

    /// <summary>
    /// All stored counted and superseded facts of each touched entity and of each deal that a touched quote names, and those that wait
    /// for a rate.
    /// </summary>
    public IReadOnlyDictionary<EntityId, IReadOnlyList<Fact>> Facts { get; init; } = FrozenDictionary<EntityId, IReadOnlyList<Fact>>.Empty;

    /// <summary>All ledger lines of each touched entity, and of all quotes of each touched grouping.</summary>
    public IReadOnlyDictionary<EntityId, IReadOnlyList<Entry>> Entries { get; init; } =
        FrozenDictionary<EntityId, IReadOnlyList<Entry>>.Empty;

    /// <summary>The quotes of each touched grouping (a deal), by their entity ids.</summary>
    public IReadOnlyDictionary<EntityId, IReadOnlyList<EntityId>> Groupings { get; init; } =
        FrozenDictionary<EntityId, IReadOnlyList<EntityId>>.Empty;

    /// <summary>When the earliest stored quote of each touched deal was sent; a deal without one is missing.</summary>
    public IReadOnlyDictionary<EntityId, Instant> EarliestQuotes { get; init; } = FrozenDictionary<EntityId, Instant>.Empty;

    /// <summary>Days loaded so far; null where the database has no row yet.</summary>
    public IReadOnlyDictionary<DayKey, DayState?> Days { get; init; } = FrozenDictionary<DayKey, DayState?>.Empty;

    /// <summary>
    /// The badges of each person loaded so far that are earned once, and all rows of who is in <see cref="Histories"/>; an empty list
    /// where there is none yet. What was earned week for week does not come with it: there would be more to read every week.
    /// </summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<BadgeProgress>> Progress { get; init; } =
        FrozenDictionary<PersonId, IReadOnlyList<BadgeProgress>>.Empty;

    /// <summary>
    /// Badges that repeat, in the periods loaded so far, and in the first in which they were earned; null where nothing is stored yet.
    /// </summary>
    public IReadOnlyDictionary<BadgePeriod, BadgeProgress?> BadgePeriods { get; init; } =
        FrozenDictionary<BadgePeriod, BadgeProgress?>.Empty;

    /// <summary>All goals of each subject loaded so far, archived ones too; an empty list where there is none.</summary>
    public IReadOnlyDictionary<SubjectId, IReadOnlyList<Goal>> Goals { get; init; } =
        FrozenDictionary<SubjectId, IReadOnlyList<Goal>>.Empty;

    /// <summary>Goals in periods loaded so far; null where nothing is stored yet.</summary>
    public IReadOnlyDictionary<GoalScope, GoalProgress?> GoalProgress { get; init; } = FrozenDictionary<GoalScope, GoalProgress?>.Empty;

    /// <summary>For recounts only: a person's ledger lines within <see cref="GoalLines.BoundsOf"/> of a period.</summary>
    public IReadOnlyDictionary<PeriodLines, IReadOnlyList<Entry>> PeriodLines { get; init; } =
        FrozenDictionary<PeriodLines, IReadOnlyList<Entry>>.Empty;

    /// <summary>Managers' goals of members, teams and the organisation; they depend on settings only.</summary>
    public AssignedGoals Assigned { get; init; } = AssignedGoals.None;

    /// <summary>Periods that were reopened once, whether they are open or closed again: what was issued in them stays issued.</summary>
    public IReadOnlySet<PeriodKey> Reopened { get; init; } = FrozenSet<PeriodKey>.Empty;

    /// <summary>Everybody who is or was in a team, or is in the organisation; all of them are among <see cref="People"/>.</summary>
    public IReadOnlyDictionary<SubjectId, IReadOnlyList<PersonId>> Rosters { get; init; } =
        FrozenDictionary<SubjectId, IReadOnlyList<PersonId>>.Empty;

    /// <summary>Who hears of a team's grants that were taken back: its managers; of the organisation's, the admins.</summary>
    public IReadOnlyDictionary<SubjectId, IReadOnlyList<PersonId>> Managers { get; init; } =
        FrozenDictionary<SubjectId, IReadOnlyList<PersonId>>.Empty;

    /// <summary>For recounts only: the lines of a team, or of everybody, around a period; everybody with one is among <see cref="People"/>.</summary>
    public IReadOnlyDictionary<SubjectLines, IReadOnlyList<Entry>> SubjectLines { get; init; } =
        FrozenDictionary<SubjectLines, IReadOnlyList<Entry>>.Empty;

    /// <summary>What was granted and paid in the scopes loaded so far.</summary>
    public IReadOnlyDictionary<GoalScope, PostedRewards> Rewards { get; init; } = FrozenDictionary<GoalScope, PostedRewards>.Empty;

    /// <summary>For recounts only: all ledger lines of a person dated in one local day.</summary>
    public IReadOnlyDictionary<DayKey, IReadOnlyList<Entry>> DayEntries { get; init; } =
        FrozenDictionary<DayKey, IReadOnlyList<Entry>>.Empty;

    /// <summary>For recounts only: the weeks in which a person completed a goal, in any order; nothing where the person has none.</summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<GoalOutcome>> GoalOutcomes { get; init; } =
        FrozenDictionary<PersonId, IReadOnlyList<GoalOutcome>>.Empty;

    /// <summary>For recounts only: all ledger lines of a person, in any order.</summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<Entry>> Histories { get; init; } =
        FrozenDictionary<PersonId, IReadOnlyList<Entry>>.Empty;
}
