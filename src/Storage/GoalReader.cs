using Gamification;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>Goals with their present period, and their past ones.</summary>
public sealed class GoalReader(IDbContextFactory<GameContext> contexts, Organisation organisation)
{
    /// <summary>A person's own goals that are not archived, in the period that holds a moment; the oldest first. Others see what is shared.</summary>
    public async Task<IReadOnlyList<GoalStanding>> OfAsync(PersonId owner, PersonId reader, Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = await db
            .Goals.AsNoTracking()
            .Where(row =>
                row.Subject == SubjectId.Of(owner) && row.Archived == null && row.Owner != null && (row.Owner == reader || row.Shared)
            )
            .ToListAsync(ct);
        var standings = new List<GoalStanding>(rows.Count);
        foreach (var goal in await GoalsAsync(db, rows, ct))
            if (await StandingAsync(db, goal, Period.Of(goal.Kind, organisation.DayOf(now)), now, ct) is { } standing)
                standings.Add(standing);

        return standings;
    }

    /// <summary>A goal in its present period, or in the one that is named. Null when there is no such goal, or none in that period.</summary>
    public async Task<GoalStanding?> FindAsync(GoalId id, PeriodKey? period, Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = await db.Goals.AsNoTracking().Where(row => row.Id == id).ToListAsync(ct);
        if (await GoalsAsync(db, rows, ct) is not [var goal])
            return null;

        var asked = period is { } key ? Period.Parse(key) : Period.Of(goal.Kind, organisation.DayOf(now));
        return asked is not null && asked.StartIn(organisation.Zone) <= now ? await StandingAsync(db, goal, asked, now, ct) : null;
    }

    /// <summary>The closed periods of a goal, the newest first.</summary>
    public async Task<IReadOnlyList<GoalStanding>> HistoryAsync(GoalId id, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = await db.Goals.AsNoTracking().Where(row => row.Id == id).ToListAsync(ct);
        if (await GoalsAsync(db, rows, ct) is not [var goal])
            return [];

        var closed = await db
            .GoalProgress.AsNoTracking()
            .Where(row => row.Goal == id && row.Subject == goal.Subject && row.State != null)
            .OrderByDescending(row => row.Period)
            .Take(most)
            .ToListAsync(ct);
        return
        [
            .. closed.Select(row =>
                GoalStanding.Of(goal, Period.Parse(row.Period)!, row.ToProgress(), default, default, organisation.Zone)
            ),
        ];
    }

    /// <summary>What a person deleted and may still have back, the latest first.</summary>
    public async Task<IReadOnlyList<Goal>> RestorableAsync(PersonId owner, Instant now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = now - GoalChanges.Undoable;
        var rows = await db
            .Goals.AsNoTracking()
            .Where(row => row.Subject == SubjectId.Of(owner) && row.Owner == owner && row.Archived >= since && row.Replacement == null)
            .ToListAsync(ct);
        return [.. (await GoalsAsync(db, rows, ct)).Where(goal => goal.IsRestorableAt(now)).OrderByDescending(goal => goal.Archived)];
    }

    /// <summary>A goal as it is, whoever's; null when there never was one.</summary>
    public async Task<Goal?> GoalAsync(GoalId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = await db.Goals.AsNoTracking().Where(row => row.Id == id).ToListAsync(ct);
        return await GoalsAsync(db, rows, ct) is [var goal] ? goal : null;
    }

    /// <summary>All goals that managers made for others, also drafts and archived ones; the oldest first.</summary>
    public async Task<IReadOnlyList<Goal>> AssignedAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        return await GoalsAsync(db, await db.Goals.AsNoTracking().Where(row => row.Owner == null).ToListAsync(ct), ct);
    }

    /// <summary>Those of some subjects.</summary>
    public async Task<IReadOnlyList<Goal>> AssignedAsync(IReadOnlyCollection<SubjectId> subjects, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var rows = await db.Goals.AsNoTracking().Where(row => row.Owner == null && subjects.Contains(row.Subject)).ToListAsync(ct);
        return await GoalsAsync(db, rows, ct);
    }

    internal static async Task<IReadOnlyDictionary<GoalId, Goal>> GoalsAsync(GameContext db, IReadOnlySet<GoalId> ids, CancellationToken ct)
    {
        var rows = await db.Goals.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        return (await GoalsAsync(db, rows, ct)).ToDictionary(goal => goal.Id);
    }

    /// <summary>Whether there ever was such a goal, whoever's.</summary>
    public async Task<bool> ExistsAsync(GoalId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Goals.AnyAsync(goal => goal.Id == id, ct);
    }

    public async Task<bool> HasVisitedAsync(PersonId person, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.FirstVisits.AnyAsync(visit => visit.Person == person, ct);
    }

    private static async Task<IReadOnlyList<Goal>> GoalsAsync(GameContext db, List<GoalRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var versions = await db.GoalVersions.AsNoTracking().Where(version => ids.Contains(version.Goal)).ToListAsync(ct);
        var pauses = await db.GoalPauses.AsNoTracking().Where(pause => ids.Contains(pause.Goal)).ToListAsync(ct);
        return
        [
            .. rows.Select(row =>
                    row.ToGoal(versions.Where(version => version.Goal == row.Id), pauses.Where(pause => pause.Goal == row.Id))
                )
                .OrderBy(goal => goal.Created)
                .ThenBy(goal => goal.Id),
        ];
    }

    private async Task<GoalStanding?> StandingAsync(GameContext db, Goal goal, Period period, Instant now, CancellationToken ct)
    {
        var row = await db
            .GoalProgress.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Goal == goal.Id && row.Subject == goal.Subject && row.Period == period.Key, ct);
        return await StandingAsync(db, goal, goal.Subject, period, row, now, ct);
    }

    /// <param name="subject">A person, also of a goal of a team's members.</param>
    /// <param name="row">What is stored for the subject.</param>
    internal async Task<GoalStanding?> StandingAsync(
        GameContext db,
        Goal goal,
        SubjectId subject,
        Period period,
        GoalProgressRow? row,
        Instant now,
        CancellationToken ct
    ) =>
        goal.IsIn(period, organisation.Zone) || row is { State: not null }
            ? await ReadAsync(db, goal, subject, period, row, now, ct)
            : null;

    /// <summary>As if the goal were played in the period, which it is not while it is a draft.</summary>
    internal async Task<GoalStanding> ReadAsync(
        GameContext db,
        Goal goal,
        SubjectId subject,
        Period period,
        GoalProgressRow? row,
        Instant now,
        CancellationToken ct
    )
    {
        var isRunning = goal.Type.IsMedian && row?.State is null;
        var median = isRunning ? await MedianAsync(db, goal, subject, period, ct) : default;
        return GoalStanding.Of(goal, subject, period, row?.ToProgress(), median, now, organisation.Zone);
    }

    private async Task<MedianReply> MedianAsync(GameContext db, Goal goal, SubjectId subject, Period period, CancellationToken ct)
    {
        var (from, until) = (period.StartIn(organisation.Zone)!.Value, period.EndIn(organisation.Zone)!.Value);
        var replies = db.Entries.AsNoTracking().Where(row => row.Dated >= from && row.Dated < until && row.Rule == RuleNames.Reply);
        if (subject.Person is { } person)
            replies = replies.Where(row => row.Person == person);
        if (goal.Subject.Team is { } team)
            replies = replies.Where(row => row.Team == team);
        var lines = await replies.ToListAsync(ct);
        return MedianReply.Of(lines.Where(row => goal.Counts(row.Dated)).Select(RevisionOf));
    }

    internal static ReplyRevision RevisionOf(EntryRow row) =>
        new(new(new(row.Connection, row.ExternalId), row.Rule, row.Person, row.Dated), row.Revision, row.Replies, row.ReplySeconds);
}
