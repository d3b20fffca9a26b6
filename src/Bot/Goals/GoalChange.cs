using System.Globalization;
using System.Text.Json;
using Bot.Outbox;
using Bot.Play;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Goals;

/// <summary>One change of a person's goals in one transaction.</summary>
internal sealed class GoalChange(
    PlayWrite write,
    Scorekeeper scorekeeper,
    Organisation organisation,
    OutboxSignal signal,
    PersonId person,
    Instant now
) : IAsyncDisposable
{
    private readonly Guid id = Guid.CreateVersion7(now.ToDateTimeOffset());
    private int made;
    private bool isToBeTold;

    public PlayWrite Write => write;

    /// <summary>Read under the lock.</summary>
    public Instant Now => now;

    public async Task<IReadOnlyList<Goal>> OwnAsync(CancellationToken ct) =>
        [.. (await write.GoalsAsync(SubjectId.Of(person), ct)).Where(goal => goal.Owner == person)];

    public async Task<IReadOnlyList<Goal>> MakeAsync(IReadOnlyList<GoalTerms> terms, string what, CancellationToken ct)
    {
        var made = terms.Select(wanted => GoalChanges.Made(NewId(), person, wanted, now, person.Value, organisation)).ToList();
        foreach (var goal in made)
            await StoreAsync(what, before: null, goal, ct);

        await RecountAsync(made.SelectMany(goal => goal.ScopesFrom(now, now, organisation)), ct);
        return made;
    }

    /// <summary>Another target of the same goal; the same one is no change.</summary>
    public async Task<GoalAnswer> AimAsync(Goal goal, long target, CancellationToken ct)
    {
        var period = Period.Of(goal.Kind, organisation.DayOf(now));
        var progress = await write.GoalProgressAsync(new(goal.Id, goal.Subject, period.Key), ct);
        var isCompleted = progress is { Crossed: not null };
        return goal.Versions[^1].Target == target && (isCompleted || goal.TargetIn(period) == target)
            ? new GoalAnswer.Done(goal)
            : await PutAsync("goal.edited", goal, goal.Aiming(target, isCompleted, now, person.Value, organisation), now, ct);
    }

    public async Task<GoalAnswer> ReplaceAsync(Goal goal, GoalTerms terms, CancellationToken ct)
    {
        var replacement = GoalChanges.Made(NewId(), person, terms, now, person.Value, organisation) with { Shared = goal.Shared };
        await StoreAsync("goal.archived", goal, goal.ArchivedAt(now, replacement.Id), ct);
        await StoreAsync("goal.made", before: null, replacement, ct);
        await RecountAsync(replacement.ScopesFrom(now, now, organisation), ct);
        return new GoalAnswer.Done(replacement, goal.Id);
    }

    /// <param name="from">The first instant whose periods are counted again.</param>
    public async Task<GoalAnswer> PutAsync(string what, Goal before, Goal after, Instant from, CancellationToken ct)
    {
        await StoreAsync(what, before, after, ct);
        await RecountAsync(after.ScopesFrom(from, now, organisation), ct);
        return new GoalAnswer.Done(after);
    }

    /// <summary>Somebody else's goal: a polite no, and its audit row.</summary>
    public async Task<GoalAnswer> RefuseAsync(GoalId id, CancellationToken ct)
    {
        await write.AuditAsync(
            new(
                now,
                person.Value,
                "right.refused",
                $"goal:{id}",
                Before: null,
                After: null,
                GoalRefusals.NotYours.Message.ToString(CultureInfo.InvariantCulture)
            ),
            ct
        );
        await write.CommitAsync(ct);
        return new GoalAnswer.Refused(GoalRefusals.NotYours);
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await write.CommitAsync(ct);
        if (isToBeTold)
            signal.Raise();
    }

    public ValueTask DisposeAsync() => write.DisposeAsync();

    private async Task StoreAsync(string what, Goal? before, Goal after, CancellationToken ct)
    {
        await write.PutGoalAsync(after, ct);
        await write.AuditAsync(
            new(now, person.Value, what, $"goal:{after.Id}", before is null ? null : Text(before), Text(after), Reason: null),
            ct
        );
    }

    private async Task RecountAsync(IEnumerable<GoalScope> scopes, CancellationToken ct)
    {
        var again = Recount.Nothing with { Goals = scopes.ToHashSet() };
        isToBeTold |= (await scorekeeper.RecountAsync(write, again, ct)).Announcements.Count > 0;
    }

    /// <summary>Goals of one moment are in the order in which they were made.</summary>
    private GoalId NewId() => new(string.Create(CultureInfo.InvariantCulture, $"own-{id:N}-{++made}"));

    /// <summary>Figures as they are kept: quotes, minor units, whole seconds, days.</summary>
    private static string Text(Goal goal) =>
        JsonSerializer.Serialize(
            new
            {
                type = goal.Type.Name,
                period = goal.Kind.ToString(),
                target = goal.Versions[^1].Target,
                from = NodaTime.Text.LocalDatePattern.Iso.Format(goal.Versions[^1].From),
                paused = goal.Pauses.Any(pause => pause.To is null),
                shared = goal.Shared,
                archived = goal.Archived is not null,
            },
            JsonSerializerOptions.Web
        );
}
