using Gamification;
using Gamification.Goals;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes goals with their versions and pauses, and who came to them.</summary>
internal sealed class GoalWriter(WriteScope scope)
{
    private static readonly Upsert<FirstVisitRow> Visit = new(
        "first_visit",
        keys: 1,
        OnConflict.Ignore,
        new Field<FirstVisitRow>.Text("person", visit => visit.Person.Value),
        new Field<FirstVisitRow>.Number("at", visit => Stored.Micros(visit.At))
    );

    /// <summary>True once for a person, whoever asks and however often.</summary>
    public async Task<bool> VisitAsync(PersonId person, Instant at, CancellationToken ct) =>
        (await scope.Connection.WriteAsync(Visit, [new() { Person = person, At = at }], ct)).Count > 0;

    /// <summary>What was a draft so far is written anew; later versions are only added.</summary>
    public async Task PutAsync(Goal goal, CancellationToken ct)
    {
        scope.ChangesGoals = true;
        if (goal.Assignment is not null)
            scope.ChangeSetup();

        if (await scope.Db.Goals.FindAsync([goal.Id], ct) is not { } row)
            scope.Db.Goals.Add(GoalRow.Of(goal));
        else
        {
            if (row is { Owner: null, Published: null })
                await scope.Db.GoalVersions.Where(version => version.Goal == goal.Id).ExecuteDeleteAsync(ct);
            row.Take(goal);
        }

        await AddVersionsAsync(goal, ct);
        await PutPausesAsync(goal, ct);
        await scope.SaveAsync(ct);
    }

    private async Task AddVersionsAsync(Goal goal, CancellationToken ct)
    {
        var known = await scope.Db.GoalVersions.Where(version => version.Goal == goal.Id).Select(version => version.Number).ToListAsync(ct);
        scope.Db.GoalVersions.AddRange(
            goal.Versions.Where(version => !known.Contains(version.Number)).Select(version => GoalVersionRow.Of(goal.Id, version))
        );
    }

    private async Task PutPausesAsync(Goal goal, CancellationToken ct)
    {
        var rows = await scope.Db.GoalPauses.Where(pause => pause.Goal == goal.Id).ToDictionaryAsync(pause => pause.Number, ct);
        foreach (var pause in goal.Pauses)
            if (rows.TryGetValue(pause.Number, out var row))
                row.ResumedAt = pause.To;
            else
                scope.Db.GoalPauses.Add(GoalPauseRow.Of(goal.Id, pause));
    }
}
