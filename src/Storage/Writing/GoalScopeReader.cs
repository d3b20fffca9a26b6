using Gamification;
using Gamification.Goals;
using Gamification.People;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Storage.Writing;

/// <summary>Finds whose progress goals have, and in which periods.</summary>
internal sealed class GoalScopeReader(WriteScope scope)
{
    private readonly PeopleReader people = new(scope);
    private readonly GoalReading goals = new(scope);

    /// <summary>A goal in one period: its subject, or each member of its team on a day of it.</summary>
    public async Task<IReadOnlyList<GoalScope>> InAsync(Goal goal, Period period, CancellationToken ct) =>
        goal.Subject is { Kind: SubjectKind.Members, Team: { } team }
            ?
            [
                .. (await MembersAsync(goal.Subject, ct))
                    .Where(person => person.IsMemberIn(team, period))
                    .Select(person => new GoalScope(goal.Id, SubjectId.Of(person.Id), period.Key)),
            ]
            : [new(goal.Id, goal.Subject, period.Key)];

    /// <summary>A goal in every period of its that is not closed and has begun for somebody, with what is stored of it.</summary>
    public async Task<IReadOnlySet<GoalScope>> OpenAsync(Goal goal, LocalDate last, CancellationToken ct)
    {
        var scopes = (await scope.Connection.ReadAsync(GoalProgressTable.OpenOfGoal, [goal.Id], ct)).Select(row => row.Scope).ToHashSet();
        foreach (var period in await OpenPeriodsAsync(goal, last, ct))
            scopes.UnionWith(await InAsync(goal, period, ct));

        return scopes;
    }

    /// <summary>Managers' goals that count what a person does, or did, in the periods of some instants, with what is stored of them.</summary>
    public async Task<IReadOnlySet<GoalScope>> OfMemberAsync(Person person, IEnumerable<Instant> dated, CancellationToken ct)
    {
        var subject = SubjectId.Of(person.Id);
        var assigned = await goals.AssignedAsync(ct);
        var ofMembers = assigned.All.Where(goal => goal.Subject.Kind is SubjectKind.Members).ToList();
        var stored = await scope.Connection.ReadAsync(
            GoalProgressTable.OpenOfSubject,
            [.. ofMembers.Select(goal => (goal.Id, subject))],
            ct
        );
        var scopes = stored.Select(row => row.Scope).ToHashSet();
        foreach (var instant in dated.Distinct())
        foreach (var day in new[] { scope.Organisation.DayOf(instant), person.DayOf(instant) }.Distinct())
        foreach (var goal in ofMembers)
            if (
                goal.PeriodOn(day) is { } period
                && person.IsMemberIn(goal.Subject.Team!.Value, period)
                && goal.IsIn(period, scope.Organisation.Zone)
            )
                scopes.Add(new(goal.Id, subject, period.Key));

        return scopes;
    }

    /// <summary>Collective goals that gave something, or look at each member, in periods that are open: who is a member matters to them.</summary>
    public async Task<IReadOnlySet<GoalScope>> OfRosterAsync(CancellationToken ct)
    {
        var assigned = await goals.AssignedAsync(ct);
        var collective = assigned.All.Where(goal => goal.Subject.IsCollective && goal.Archived is null).Select(goal => goal.Id).ToHashSet();
        var rows = await scope.Connection.ReadAsync(GoalProgressTable.OpenOfGoal, collective, ct);
        return rows.Where(row => row.Tiers.Base.Reached is not null || !row.Members.Equals(MemberSums.None))
            .Select(row => row.Scope)
            .ToHashSet();
    }

    private async Task<IReadOnlyList<Person>> MembersAsync(SubjectId team, CancellationToken ct) =>
        [.. (await people.ReadAsync((await people.RosterAsync(team, ct)).Members, ct)).Values];

    private async Task<List<Period>> OpenPeriodsAsync(Goal goal, LocalDate last, CancellationToken ct)
    {
        if (goal.Assignment?.Only is { } only)
            return Period.Parse(only) is { } one && goal.IsIn(one, scope.Organisation.Zone) ? [one] : [];

        var firstFact = await scope.Db.Organisations.Select(row => row.FirstFact).SingleAsync(ct);
        var closed = await people.ClosedAsync(ct);
        var first = firstFact is { } fact ? scope.Organisation.DayOf(fact) : last;
        var done = closed.Select(period => period.Key).ToHashSet();
        var periods = new List<Period>();
        for (var period = Period.Of(goal.Kind, first); period.First <= last; period = period.Next!)
            if (!done.Contains(period.Key) && goal.IsIn(period, scope.Organisation.Zone))
                periods.Add(period);

        return periods;
    }
}
