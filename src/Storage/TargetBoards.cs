using Gamification;
using Gamification.Goals;
using Gamification.Leaderboards;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>
/// Boards by percent of own target: everyone who was given a goal for the board's period, by how far they are. Scores are hundredths of
/// a percent. Read from the progress of goals, which has one row for a person.
/// </summary>
public sealed class TargetBoards(IDbContextFactory<GameContext> contexts, GoalReader goals, Organisation organisation)
{
    /// <param name="team">Whose board; null: the organisation's.</param>
    /// <param name="span">The top, and neighbours on each side of the viewer, who stands among them.</param>
    public async Task<BoardSlice> SliceAsync(
        TeamId? team,
        Period period,
        PersonId? viewer,
        (int Top, int Around) span,
        Instant now,
        CancellationToken ct
    ) => (await BuildAsync(team, period, now, ct)).Slice(viewer, span.Top, span.Around);

    /// <summary>Every ranked row in order.</summary>
    public async Task<IReadOnlyList<BoardRow>> AllAsync(TeamId? team, Period period, Instant now, CancellationToken ct) =>
        (await BuildAsync(team, period, now, ct)).All();

    private async Task<BoardMemory> BuildAsync(TeamId? team, Period period, Instant now, CancellationToken ct)
    {
        var given = (await goals.AssignedAsync(ct)).Where(goal => BoardGoal.Of([goal], period, organisation) is not null).ToList();
        if (given.Count == 0 || period.First is null)
            return new(0, []);

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var chosen = await ChosenAsync(db, given, team, period, now, ct);
        var ids = chosen.Select(one => one.Goal.Id).Distinct().ToList();
        var progress = await db
            .GoalProgress.AsNoTracking()
            .Where(row => row.Period == period.Key && ids.Contains(row.Goal))
            .ToDictionaryAsync(row => (row.Goal, row.Subject), ct);
        var seats = new List<Seat>(chosen.Count);
        foreach (var (person, goal) in chosen)
        {
            var subject = SubjectId.Of(person.Id);
            var standing = await goals.StandingAsync(db, goal, subject, period, progress.GetValueOrDefault((goal.Id, subject)), now, ct);
            seats.Add(new(person.Id, new(person.Name, person.Alias, person.Publicity), standing?.BasisPoints ?? 0));
        }

        return new(0, seats);
    }

    private async Task<List<(PersonRow Person, Goal Goal)>> ChosenAsync(
        GameContext db,
        IReadOnlyList<Goal> given,
        TeamId? team,
        Period period,
        Instant now,
        CancellationToken ct
    )
    {
        var bySubject = given.ToLookup(goal => goal.Subject);
        var (first, end) = (period.First!.Value, period.End!.Value);
        var today = organisation.DayOf(now);
        var asOf = today < end ? today : end.PlusDays(-1);
        var people = await db.People.AsNoTracking().Where(person => person.Active && person.Ranked).ToListAsync(ct);
        var memberships = (await db.Memberships.AsNoTracking().ToListAsync(ct))
            .Select(row => (row.Person, Membership: row.ToMembership()))
            .ToLookup(row => row.Person, row => row.Membership);
        var chosen = new List<(PersonRow, Goal)>();
        foreach (var person in people.Where(person => team is null || TeamOn(memberships[person.Id], asOf) == team))
        {
            var teams = memberships[person.Id].Where(held => (held.From ?? first) < end && (held.To ?? end) > first);
            var candidates = bySubject[SubjectId.Of(person.Id)].Concat(teams.SelectMany(held => bySubject[SubjectId.MembersOf(held.Team)]));
            if (BoardGoal.Of(candidates, period, organisation) is { } goal)
                chosen.Add((person, goal));
        }

        return chosen;
    }

    private static TeamId? TeamOn(IEnumerable<Membership> memberships, LocalDate day) =>
        memberships
            .Where(held => (held.From ?? day) <= day && (held.To is not { } to || day < to))
            .Select(held => (TeamId?)held.Team)
            .FirstOrDefault();
}
