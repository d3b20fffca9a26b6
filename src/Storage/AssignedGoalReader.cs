using Gamification;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>Managers' goals with how far they are.</summary>
public sealed class AssignedGoalReader(IDbContextFactory<GameContext> contexts, GoalReader goals, Organisation organisation)
{
    /// <summary>A goal for a subject in its present period, or in the one that is named. Null where it has no part in that.</summary>
    /// <param name="subject">Of a goal of a team's members a person; else the goal's own.</param>
    public async Task<AssignedStanding?> FindAsync(Goal goal, SubjectId subject, PeriodKey? period, Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        return await StandingAsync(db, goal, subject, period, now, ct);
    }

    /// <summary>What a person was given to reach alone, as a person or a member, in the periods that run; the oldest first.</summary>
    public async Task<IReadOnlyList<AssignedStanding>> OfAsync(PersonId person, Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var today = organisation.DayOf(now);
        var teams = await db
            .Memberships.Where(row => row.Person == person && (row.From == null || row.From <= today) && (row.To == null || today < row.To))
            .Select(row => row.Team)
            .ToListAsync(ct);
        List<SubjectId> subjects = [SubjectId.Of(person), .. teams.Select(SubjectId.MembersOf)];
        var standings = new List<AssignedStanding>();
        foreach (var goal in await goals.AssignedAsync(subjects, ct))
            if (
                goal is { Archived: null, Assignment: { Published: not null, IsShadow: false } }
                && goal.PeriodAt(today).Contains(today)
                && await StandingAsync(db, goal, SubjectId.Of(person), key: null, now, ct) is { } standing
            )
                standings.Add(standing);

        return standings;
    }

    private async Task<AssignedStanding?> StandingAsync(
        GameContext db,
        Goal goal,
        SubjectId subject,
        PeriodKey? key,
        Instant now,
        CancellationToken ct
    )
    {
        var period = key is { } named ? Period.Parse(named) : goal.PeriodAt(organisation.DayOf(now));
        if (period is null || period.Kind != goal.Kind || (goal.Assignment?.Only is { } only && only != period.Key))
            return null;

        var row = await db
            .GoalProgress.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Goal == goal.Id && row.Subject == subject && row.Period == period.Key, ct);
        if (
            goal.PlanIn(period) is not { } plan
            || (row is null && (goal.Archived is not null || !await HasPartAsync(db, goal, subject, period, ct)))
        )
            return null;

        var standing = await goals.ReadAsync(db, goal, subject, period, row, now, ct);
        var close = await db
            .Closed.AsNoTracking()
            .Where(closed => closed.Period == period.Key)
            .Select(closed => (CloseState?)closed.State)
            .SingleOrDefaultAsync(ct);
        return AssignedStanding.Of(standing, plan, row?.ToProgress(), close, now);
    }

    /// <summary>A goal of a team's members is of everyone who is one on a day of the period.</summary>
    private static async Task<bool> HasPartAsync(GameContext db, Goal goal, SubjectId subject, Period period, CancellationToken ct)
    {
        if (goal.Subject is not { Kind: SubjectKind.Members, Team: { } team } || subject.Person is not { } person)
            return goal.Subject == subject;

        var (first, end) = (period.First, period.End);
        return await db.Memberships.AnyAsync(
            row => row.Person == person && row.Team == team && (row.From == null || row.From < end) && (row.To == null || row.To > first),
            ct
        );
    }
}
