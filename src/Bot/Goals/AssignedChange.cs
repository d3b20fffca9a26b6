using Bot.Outbox;
using Bot.Play;
using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>One change of a goal for others in one transaction.</summary>
internal sealed class AssignedChange(
    PlayWrite write,
    Scorekeeper scorekeeper,
    DirectoryReader directory,
    AssignedRights rights,
    Organisation organisation,
    OutboxSignal signal,
    GoalAuthor author,
    Instant now
) : IAsyncDisposable
{
    private bool isToBeTold;

    public PlayWrite Write => write;

    /// <summary>Read under the lock.</summary>
    public Instant Now => now;

    public GoalStamp Stamp(string? reason) => new(now, author.By, reason);

    /// <summary>Null for what cannot be a subject; that is a fault of its field.</summary>
    public static SubjectId? SubjectOf(PlanWish wish) =>
        (wish.Subject, wish.SubjectId) switch
        {
            (SubjectKind.Organisation, _) => SubjectId.Organisation,
            (SubjectKind.Person, { } id) => SubjectId.Of(new PersonId(id)),
            (SubjectKind.Members, { } id) => SubjectId.MembersOf(new(id)),
            (SubjectKind.Team, { } id) => SubjectId.OfTeam(new(id)),
            _ => null,
        };

    /// <summary>Null when the author may; else the right it takes.</summary>
    public Task<FormattableString?> MissingAsync(SubjectId subject, CancellationToken ct) => rights.MissingAsync(author, subject, now, ct);

    /// <summary>A polite no, and its audit row.</summary>
    public async Task<AssignedAnswer> RefuseAsync(string about, FormattableString right, CancellationToken ct)
    {
        await write.RefuseAsync(author.By, about, right, now, ct);
        return new AssignedAnswer.Forbidden(right);
    }

    public async Task StoreAsync(string what, Goal? before, Goal after, string? reason, CancellationToken ct)
    {
        await write.PutGoalAsync(after, ct);
        await write.AuditAsync(
            new(now, author.By, what, $"goal:{after.Id}", before is null ? null : Text(before), Text(after), reason),
            ct
        );
    }

    /// <summary>What the goal counts in the period that runs; tiers that were passed already are granted to the roster of this moment.</summary>
    public async Task RecountAsync(Goal goal, CancellationToken ct)
    {
        if (!goal.IsDraft)
            isToBeTold |= (await scorekeeper.RecountAsync(write, await write.RecountOfAsync(goal, ct), ct)).Announcements.Count > 0;
    }

    public async Task TellAsync(AssignedEdit edit, CancellationToken ct)
    {
        if (edit is not { Goal: { Assignment: { IsShadow: false, Published: not null } } goal })
            return;

        var told = await AssignedAudience.OfAsync(edit.What, goal, await write.ChannelsAsync(ct), directory, organisation.DayOf(now), ct);
        await write.PlanAsync(
            [.. told.Select(recipient => AssignedAnnouncements.Of(edit.What, goal, recipient, organisation.DayOf(now)))],
            ct
        );
        isToBeTold |= told.Count > 0;
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await write.CommitAsync(ct);
        if (isToBeTold)
            signal.Raise();
    }

    public ValueTask DisposeAsync() => write.DisposeAsync();

    private string Text(Goal goal) => WrittenGoal.Of(goal, organisation).ToJson();
}
