using Gamification;
using Gamification.Activities;
using Gamification.Explaining;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Storage.Writing;
using Period = Gamification.Time.Period;

namespace Storage;

/// <param name="Progress">Null before anything counted.</param>
/// <param name="Counted">In order of position.</param>
/// <param name="Locked">What stands before the unlock of a goal that another one unlocks, and counts nothing.</param>
/// <param name="Bonuses">Points its accelerator posted, line by line.</param>
/// <param name="Close">Null before the first close of the period.</param>
/// <param name="Memberships">Of everyone who was a member of the goal's team on a day of the period; of one person, all of theirs.</param>
public sealed record GoalTrace(
    GoalProgress? Progress,
    IReadOnlyList<CountedActivity> Counted,
    IReadOnlyList<CountedActivity> Locked,
    IReadOnlyList<CoinEntry> Coins,
    IReadOnlyList<Entry> Bonuses,
    IReadOnlyList<LeftOut> LeftOut,
    GoalClose? Close,
    IReadOnlyDictionary<PersonId, IReadOnlyList<Membership>> Memberships
)
{
    /// <summary>When those of them were not active that once were not.</summary>
    public ILookup<PersonId, Inactivity> Inactive { get; init; } = Array.Empty<Inactivity>().ToLookup(_ => default(PersonId));

    public bool IsActiveAt(PersonId person, Instant instant) => !Inactive[person].Any(span => span.Holds(instant));
}

/// <param name="Version">How often the period was closed.</param>
public sealed record GoalClose(CloseState State, int Version, Instant At);

/// <summary>All that stands behind a manager's goal of one subject in one period, so that it can be told.</summary>
public sealed class GoalTraceReader(IDbContextFactory<GameContext> contexts, Organisation organisation)
{
    private static readonly Duration Day = Duration.FromDays(1);

    /// <param name="subject">Of a goal of a team's members a person; else the goal's own.</param>
    public async Task<GoalTrace> ReadAsync(Goal goal, SubjectId subject, Period period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var progress = await db
            .GoalProgress.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Goal == goal.Id && row.Subject == subject && row.Period == period.Key, ct);
        var close = await db
            .Closed.AsNoTracking()
            .Where(row => row.Period == period.Key)
            .Select(row => new GoalClose(row.State, row.Version, row.ClosedAt))
            .SingleOrDefaultAsync(ct);
        var memberships = await MembershipsAsync(db, subject, period, ct);
        var people = memberships.Keys.ToList();
        var known = progress?.ToProgress();
        var lines = await LinesAsync(db, people, period, ct);
        var late = await LateCommitsAsync(db, people, period, close, ct);
        var all = CountedActivities.Of(
            goal,
            period,
            subject,
            lines.Where(line => !late.Contains(line.Key.Fact)),
            await DaysAsync(db, goal, people, ct),
            organisation
        );
        var plan = goal.PlanIn(period)!;
        var isOpen = all.ToLookup(one => CountedActivities.IsOpenAt(plan, known?.Unlocked, one.At));
        return new(
            known,
            [.. isOpen[true]],
            [.. isOpen[false]],
            await CoinsAsync(db, goal.Id, subject, period.Key, ct),
            await BonusesAsync(db, goal, subject, period.Key, ct),
            await LeftOutActivities.OfAsync(db, goal.Metric, people, (period, late.Count, organisation), ct),
            close,
            memberships
        )
        {
            Inactive = (await db.Inactivities.AsNoTracking().Where(row => people.Contains(row.Person)).ToListAsync(ct)).ToLookup(
                row => row.Person,
                row => row.ToInactivity()
            ),
        };
    }

    private static async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Membership>>> MembershipsAsync(
        GameContext db,
        SubjectId subject,
        Period period,
        CancellationToken ct
    )
    {
        if (subject.Person is not null || subject.Team is null)
            return await OfPeopleAsync(db, subject.Person, ct);

        var (team, first, end) = (subject.Team, period.First, period.End);
        var rows = await db
            .Memberships.AsNoTracking()
            .Where(row => row.Team == team && (row.From == null || row.From < end) && (row.To == null || row.To > first))
            .ToListAsync(ct);
        return Of(rows.Select(row => row.Person), rows);
    }

    private static async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Membership>>> OfPeopleAsync(
        GameContext db,
        PersonId? one,
        CancellationToken ct
    )
    {
        var people = await db.People.AsNoTracking().Where(row => one == null || row.Id == one).Select(row => row.Id).ToListAsync(ct);
        return Of(people, await db.Memberships.AsNoTracking().Where(row => one == null || row.Person == one).ToListAsync(ct));
    }

    private static Dictionary<PersonId, IReadOnlyList<Membership>> Of(IEnumerable<PersonId> people, IEnumerable<MembershipRow> rows)
    {
        var held = rows.OrderBy(row => row.Place).ToLookup(row => row.Person, row => row.ToMembership());
        return people.Distinct().ToDictionary(person => person, IReadOnlyList<Membership> (person) => [.. held[person]]);
    }

    /// <summary>A day more on each side, because active days are those of a person's calendar.</summary>
    private async Task<List<Entry>> LinesAsync(GameContext db, List<PersonId> people, Period period, CancellationToken ct)
    {
        var (from, until) = (period.StartIn(organisation.Zone)!.Value - Day, period.EndIn(organisation.Zone)!.Value + Day);
        var rows = await db
            .Entries.AsNoTracking()
            .Where(row => people.Contains(row.Person) && row.Dated >= from && row.Dated < until)
            .ToListAsync(ct);
        return rows.ConvertAll(EntryOf);
    }

    /// <summary>A custom range freezes at its own close: what is credited inside it and came later is not counted.</summary>
    private async Task<HashSet<FactId>> LateCommitsAsync(
        GameContext db,
        List<PersonId> people,
        Period period,
        GoalClose? close,
        CancellationToken ct
    )
    {
        if (period.Kind is not PeriodKind.Custom || close is not { State: CloseState.Closed, At: var closed })
            return [];

        var (from, until) = (period.StartIn(organisation.Zone)!.Value, period.EndIn(organisation.Zone)!.Value);
        var facts = await db
            .Facts.AsNoTracking()
            .Where(row => row.Person != null && people.Contains(row.Person.Value) && row.State == FactState.Counted)
            .Where(row => row.Credited >= from && row.Credited < until && row.Received >= closed)
            .Select(row => new { row.Connection, row.ExternalId })
            .ToListAsync(ct);
        return [.. facts.Select(fact => new FactId(fact.Connection, fact.ExternalId))];
    }

    /// <summary>Only active days ask for it.</summary>
    private async Task<Func<PersonId, Instant, LocalDate>> DaysAsync(GameContext db, Goal goal, List<PersonId> people, CancellationToken ct)
    {
        if (goal.Metric is not Metric.ActiveDays)
            return (_, instant) => organisation.DayOf(instant);

        var zones = (await db.Calendars.AsNoTracking().Where(row => people.Contains(row.Person)).ToListAsync(ct))
            .GroupBy(row => row.Person)
            .ToDictionary(of => of.Key, of => DateTimeZoneProviders.Tzdb[of.MaxBy(row => row.Place)!.Zone]);
        return (person, instant) => instant.InZone(zones.GetValueOrDefault(person, organisation.Zone)).Date;
    }

    private static async Task<IReadOnlyList<CoinEntry>> CoinsAsync(
        GameContext db,
        GoalId goal,
        SubjectId subject,
        PeriodKey period,
        CancellationToken ct
    )
    {
        var rows = await db
            .CoinEntries.AsNoTracking()
            .Where(row => row.Goal == goal && row.Subject == subject && row.Period == period)
            .OrderBy(row => row.Sequence)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new CoinEntry(
                new(goal, subject, period),
                row.Sequence,
                row.Amount,
                new(row.Credited, row.Occurred, new(row.Connection, row.ExternalId)),
                row.Reason
            )),
        ];
    }

    private static async Task<IReadOnlyList<Entry>> BonusesAsync(
        GameContext db,
        Goal goal,
        SubjectId subject,
        PeriodKey period,
        CancellationToken ct
    )
    {
        var entity = PostedRewards.EntityOf(new(goal.Id, subject, period));
        var rows = await db
            .Entries.FromSqlRaw($"SELECT * FROM entry WHERE entity = {{0}} AND {EntryTable.OfRewards}", entity.Value)
            .AsNoTracking()
            .ToListAsync(ct);
        var paying = new[] { RuleNames.Accelerator(goal.Id.Value, period.Value), RuleNames.Multiplier(goal.Id.Value, period.Value) };
        var rules = paying.Concat(paying.Select(RuleNames.Carried)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Select(EntryOf)
                .Where(line => rules.Contains(line.Key.Rule))
                .OrderBy(line => line.Position)
                .ThenBy(line => line.Revision),
        ];
    }

    private static Entry EntryOf(EntryRow row) =>
        new(
            new(new(row.Connection, row.ExternalId), row.Rule, row.Person, row.Dated),
            row.Revision,
            new(row.Credited, row.Occurred, new(row.Connection, row.ExternalId)),
            row.Team,
            row.Entity,
            row.Grouping,
            new(row.Quotes, row.Sent, row.Deals, row.Revenue, row.Replies, row.Active),
            row.Candidate,
            row.Points,
            row.ReplySeconds,
            row.RuleVersion,
            row.Reason
        );
}
