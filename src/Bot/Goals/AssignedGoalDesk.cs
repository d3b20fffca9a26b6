using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Goals;

/// <summary>
/// What managers do with goals for others, under the write lock: each change is checked against the rules and against what others did
/// meanwhile, is audited, told to those it is for, and counts what it touches again in the same commit.
/// </summary>
public sealed class AssignedGoalDesk(
    PlayStore store,
    GoalReader goals,
    AuditReader audit,
    DirectoryReader directory,
    PlanContexts contexts,
    AssignedRights rights,
    Scorekeeper scorekeeper,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock
)
{
    /// <summary>At once, archived ones not counted.</summary>
    public const int Most = 1_000;

    /// <summary>Makes a draft, publishes it, or edits what is published.</summary>
    /// <param name="read">What is wanted, on top of what is stored (null: nothing). Null: it could not be read, and nothing is done.</param>
    public async Task<AssignedAnswer?> PutAsync(GoalAuthor author, GoalId id, Func<WrittenGoal?, AssignedWish?> read, CancellationToken ct)
    {
        await using var change = await BeginAsync(author, ct);
        var stored = await goals.GoalAsync(id, ct);
        if (stored is { Assignment: null })
            return new AssignedAnswer.NotFound();
        if (stored is not null && await change.MissingAsync(stored.Subject, ct) is { } mayNot)
            return await change.RefuseAsync($"goal:{id}", mayNot, ct);
        if (read(stored is null ? null : WrittenGoal.Of(stored, organisation)) is not { } wish)
            return null;
        if (AssignedChange.SubjectOf(wish.Plan) is { } subject && await change.MissingAsync(subject, ct) is { } right)
            return await change.RefuseAsync($"goal:{id}", right, ct);
        if (wish.Version is { } version && version != (stored?.Revision ?? 0))
            return await ConflictAsync(id, stored, version, ct);
        if (stored is { Archived: not null })
            return AssignedFaults.Archived;

        return PlanCheck.Of(wish.Plan, await contexts.ReadAsync(change.Now, ct)) switch
        {
            PlanChecked.Valid(var terms) => await PutAsync(change, id, stored, terms, wish, ct),
            PlanChecked.Invalid(var faults) => new AssignedAnswer.Invalid(faults),
            var other => throw new System.Diagnostics.UnreachableException($"No answer to {other}."),
        };
    }

    /// <summary>It counts no more; what it granted stays.</summary>
    public async Task<AssignedAnswer> ArchiveAsync(GoalAuthor author, GoalId id, int? version, string? reason, CancellationToken ct)
    {
        await using var change = await BeginAsync(author, ct);
        if (await goals.GoalAsync(id, ct) is not { Assignment: not null } stored)
            return new AssignedAnswer.NotFound();
        if (await change.MissingAsync(stored.Subject, ct) is { } right)
            return await change.RefuseAsync($"goal:{id}", right, ct);
        if (stored.Archived is not null)
            return new AssignedAnswer.NotFound();
        if (version is { } known && known != stored.Revision)
            return await ConflictAsync(id, stored, known, ct);
        if (AssignedFaults.Waiting(id, await goals.AssignedAsync(ct)) is { } waits)
            return waits;

        var archived = stored.ArchivedAt(change.Now, replacement: null);
        await change.StoreAsync("goal.archived", stored, archived, reason, ct);
        await change.CommitAsync(ct);
        return new AssignedAnswer.Done(archived, archived.Versions[^1].From, []);
    }

    private async Task<AssignedAnswer> PutAsync(
        AssignedChange change,
        GoalId id,
        Goal? stored,
        PlanTerms terms,
        AssignedWish wish,
        CancellationToken ct
    )
    {
        var others = (await goals.AssignedAsync(ct)).Where(goal => goal.Archived is null && goal.Id != id).ToList();
        var chain = ChainCheck.Of(new(id, terms.Plan.Name, terms), others.Select(ChainGoal.Of));
        if (chain.Count > 0)
            return new AssignedAnswer.Invalid(chain);
        if (stored is null && others.Count >= Most)
            return AssignedFaults.TooMany(Most);

        var next = AssignedEdit.Of(stored, id, terms, wish, change.Stamp(wish.Reason), organisation);
        if (next.Refusal is { } refusal)
            return refusal;
        if (next.Goal is { } goal)
        {
            await change.StoreAsync(next.What, stored, goal, wish.Reason, ct);
            await change.TellAsync(next, ct);
            await change.RecountAsync(goal, ct);
            await change.CommitAsync(ct);
        }

        var now = next.Goal ?? stored!;
        return new AssignedAnswer.Done(now, now.Versions[^1].From, next.Deferred);
    }

    /// <summary>What others did since the revision that was read.</summary>
    private async Task<AssignedAnswer> ConflictAsync(GoalId id, Goal? stored, int version, CancellationToken ct) =>
        new AssignedAnswer.Conflict(
            stored?.Revision ?? 0,
            GoalNotes.Since(version, await audit.AboutAsync($"goal:{id}", GoalNotes.Most, ct))
        );

    private async Task<AssignedChange> BeginAsync(GoalAuthor author, CancellationToken ct)
    {
        var write = await store.BeginAsync(clock.Now(), ct);
        author.Hears(write);
        return new(write, scorekeeper, directory, rights, organisation, signal, author, clock.Now());
    }
}
