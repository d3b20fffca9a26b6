using System.Text.Json;
using Bot.Goals;
using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Prizes;

/// <summary>What came of it.</summary>
public abstract record GrantAnswer
{
    private GrantAnswer() { }

    /// <param name="Grant">As it is now.</param>
    public sealed record Done(GrantView Grant) : GrantAnswer;

    public sealed record NotFound : GrantAnswer;

    /// <summary>The refusal was audited.</summary>
    /// <param name="Right">Who may.</param>
    public sealed record Forbidden(FormattableString Right) : GrantAnswer;

    /// <param name="Field">What of the request it is about: <c>key</c>, <c>add[0]</c>.</param>
    public sealed record Refused(string Field, FormattableString Message, FormattableString Remedy) : GrantAnswer;
}

/// <summary>
/// What managers decide about collective grants before their period is closed: to keep one that a late fact would take back, to add a
/// recipient or to leave one out. Audited, and what follows is posted in the same commit.
/// </summary>
public sealed class GrantDesk(
    PlayStore store,
    GrantReader grants,
    GoalReader goals,
    CloseReader closes,
    DirectoryReader directory,
    AssignedRights rights,
    Scorekeeper scorekeeper,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock
)
{
    public const int MostPeople = 100;

    /// <summary>Asked twice it is kept once.</summary>
    public Task<GrantAnswer> KeepAsync(GoalAuthor author, GrantKey key, string reason, CancellationToken ct) =>
        ChangeAsync(
            author,
            key,
            reason,
            "grant.kept",
            (grant, _) => Task.FromResult<GrantAnswer?>(grant.KeptBy is null ? null : new GrantAnswer.Done(grant)),
            (write, _) => write.KeepGrantAsync(key, author.By, reason, ct),
            Json(new { keptBy = author.By }),
            ct
        );

    /// <summary>Of several decisions about a person the latest counts.</summary>
    public Task<GrantAnswer> ChangeRecipientsAsync(
        GoalAuthor author,
        GrantKey key,
        IReadOnlyList<PersonId> add,
        IReadOnlyList<PersonId> remove,
        string reason,
        CancellationToken ct
    ) =>
        ChangeAsync(
            author,
            key,
            reason,
            "grant.recipients",
            (_, now) => WrongAsync(add, remove, now, ct),
            async (write, now) =>
            {
                foreach (var (person, isAdded) in add.Select(person => (person, true)).Concat(remove.Select(person => (person, false))))
                    await write.ChangeRecipientAsync(new(key, person, isAdded, now, author.By, reason), ct);
            },
            Json(new { added = add.Select(person => person.Value), leftOut = remove.Select(person => person.Value) }),
            ct
        );

    private async Task<GrantAnswer> ChangeAsync(
        GoalAuthor author,
        GrantKey key,
        string reason,
        string what,
        Func<GrantView, Instant, Task<GrantAnswer?>> decide,
        Func<PlayWrite, Instant, Task> change,
        string after,
        CancellationToken ct
    )
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        author.Hears(write);
        var now = clock.Now();
        if (await grants.FindAsync(key, ct) is not { } grant || await goals.GoalAsync(key.Scope.Goal, ct) is not { } goal)
            return new GrantAnswer.NotFound();
        if (await rights.MissingAsync(author, key.Scope.Subject, now, ct) is { } right)
        {
            await write.RefuseAsync(author.By, $"grant:{key}", right, now, ct);
            return new GrantAnswer.Forbidden(right);
        }

        if (await FixedAsync(key, ct) is { } isFixed)
            return isFixed;
        if (await decide(grant, now) is { } answer)
            return answer;

        await change(write, now);
        var told = await scorekeeper.RecountAsync(write, await write.RecountOfAsync(goal, ct), ct);
        await write.AuditAsync(new(now, author.By, what, $"grant:{key}", TextOf(grant), after, reason), ct);
        await write.CommitAsync(ct);
        if (told.Announcements.Count > 0)
            signal.Raise();

        return new GrantAnswer.Done((await grants.FindAsync(key, ct))!);
    }

    /// <summary>Null while a manager may still decide about it.</summary>
    private async Task<GrantAnswer?> FixedAsync(GrantKey key, CancellationToken ct) =>
        !key.Scope.Subject.IsCollective
            ? new GrantAnswer.Refused(
                "key",
                $"This grant is one person's own.",
                $"Only grants of a team or of the organisation are kept, or given to others."
            )
        : (await closes.FindAsync(key.Scope.Period, ct))?.State is CloseState.Closed
            ? new GrantAnswer.Refused(
                "key",
                $"{key.Scope.Period} is closed: what was granted in it stays as it is.",
                $"Reopen the period first, with a reason."
            )
        : null;

    private async Task<GrantAnswer?> WrongAsync(
        IReadOnlyList<PersonId> add,
        IReadOnlyList<PersonId> remove,
        Instant now,
        CancellationToken ct
    )
    {
        if (add.Count + remove.Count is 0 or > MostPeople)
            return new GrantAnswer.Refused("add", $"Name 1 to {MostPeople} people.", $"Send their ids in add or in remove.");
        if (add.Intersect(remove).Any())
            return new GrantAnswer.Refused("remove", $"Somebody is to be added and left out at once.", $"Name each in one of the two.");

        foreach (var (field, people) in new[] { ("add", add), ("remove", remove) })
        foreach (var (at, person) in people.Index())
            if (await directory.FindAsync(person, organisation.DayOf(now), ct) is null)
                return new GrantAnswer.Refused(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field}[{at}]"),
                    $"There is no such person.",
                    $"Name people by their ids."
                );

        return null;
    }

    private static string TextOf(GrantView grant) =>
        Json(
            new
            {
                keptBy = grant.KeptBy,
                recipients = grant.Lines.Select(line => line.Recipient.Value).Distinct(),
                changes = grant.Changes.Select(change => $"{(change.IsAdded ? "+" : "-")}{change.Person}"),
            }
        );

    private static string Json(object value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
