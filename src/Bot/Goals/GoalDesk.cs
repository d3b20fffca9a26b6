using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Goals;

/// <summary>
/// What a person does with their own goals, under the write lock. Each change is a version or a pause, is audited, and counts the
/// open periods it touches again in the same commit.
/// </summary>
public sealed class GoalDesk(
    PlayStore store,
    GoalReader goals,
    Scorekeeper scorekeeper,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock
)
{
    /// <summary>Of one person at once, archived ones not counted.</summary>
    public const int Most = 20;

    /// <summary>
    /// A person comes to their goals. The first time ever, if they have none, they get the default ones; whoever is asked at the same
    /// moment, on whichever host. True when they were given some.
    /// </summary>
    public async Task<bool> VisitAsync(PersonId person, CancellationToken ct)
    {
        if (await goals.HasVisitedAsync(person, ct))
            return false;

        await using var change = await BeginAsync(person, ct);
        if (!await change.Write.VisitAsync(person, ct))
            return false;

        var given = (await change.OwnAsync(ct)).Count == 0 ? await change.MakeAsync(DefaultGoals.All, "goal.default", ct) : [];
        await change.CommitAsync(ct);
        return given.Count > 0;
    }

    /// <summary>Makes those default goals again that the person has no more.</summary>
    public async Task<IReadOnlyList<Goal>> RestoreDefaultsAsync(PersonId person, CancellationToken ct)
    {
        await using var change = await BeginAsync(person, ct);
        var missing = DefaultGoals.MissingIn(await change.OwnAsync(ct));
        if (missing.Count == 0)
            return [];

        var made = await change.MakeAsync(missing, "goal.default", ct);
        await change.CommitAsync(ct);
        return made;
    }

    /// <summary>Who has such a goal with this target already keeps it: a wish may come twice.</summary>
    public async Task<GoalAnswer> CreateAsync(PersonId person, GoalWish wish, CancellationToken ct)
    {
        if (GoalCheck.Of(wish, organisation) is not GoalChecked.Valid(var terms))
            return Invalid(wish);

        await using var change = await BeginAsync(person, ct);
        var own = (await change.OwnAsync(ct)).Where(goal => goal.Archived is null).ToList();
        if (own.Find(goal => (goal.Metric, goal.Kind, goal.Versions[^1].Target) == (terms.Metric, terms.Period, terms.Target)) is { } same)
            return new GoalAnswer.Done(same);
        if (own.Count >= Most)
            return new GoalAnswer.Refused(GoalRefusals.TooMany(Most));

        var made = await change.MakeAsync([terms], "goal.made", ct);
        await change.CommitAsync(ct);
        return new GoalAnswer.Done(made[0]);
    }

    /// <summary>
    /// Another target holds at once, or from the next period on if this one is completed. Another type or kind of period archives the
    /// goal and starts a new one.
    /// </summary>
    public async Task<GoalAnswer> EditAsync(PersonId person, GoalId id, GoalWish wish, CancellationToken ct)
    {
        if (GoalCheck.Of(wish, organisation) is not GoalChecked.Valid(var terms))
            return Invalid(wish);

        return await ChangeAsync(
            person,
            id,
            (change, goal) =>
                terms.Metric != goal.Metric || terms.Period != goal.Kind
                    ? change.ReplaceAsync(goal, terms, ct)
                    : change.AimAsync(goal, terms.Target, ct),
            ct
        );
    }

    public Task<GoalAnswer> PauseAsync(PersonId person, GoalId id, CancellationToken ct) =>
        ChangeAsync(
            person,
            id,
            (change, goal) =>
                goal.IsPausedAt(change.Now)
                    ? Refused(GoalRefusals.AlreadyPaused)
                    : change.PutAsync("goal.paused", goal, goal.PausedFrom(change.Now), change.Now, ct),
            ct
        );

    public Task<GoalAnswer> ResumeAsync(PersonId person, GoalId id, CancellationToken ct) =>
        ChangeAsync(
            person,
            id,
            (change, goal) =>
                goal.IsPausedAt(change.Now)
                    ? change.PutAsync("goal.resumed", goal, goal.ResumedFrom(change.Now), change.Now, ct)
                    : Refused(GoalRefusals.NotPaused),
            ct
        );

    /// <summary>Can be undone for a day.</summary>
    public Task<GoalAnswer> DeleteAsync(PersonId person, GoalId id, CancellationToken ct) =>
        ChangeAsync(
            person,
            id,
            (change, goal) => change.PutAsync("goal.deleted", goal, goal.ArchivedAt(change.Now, replacement: null), change.Now, ct),
            ct
        );

    /// <summary>Brings a deleted goal back as it was; what came meanwhile counts.</summary>
    public Task<GoalAnswer> RestoreAsync(PersonId person, GoalId id, CancellationToken ct) =>
        ChangeAsync(
            person,
            id,
            (change, goal) =>
                goal.IsRestorableAt(change.Now)
                    ? change.PutAsync("goal.restored", goal, goal.Restored(), goal.Archived!.Value, ct)
                    : Refused(GoalRefusals.TooLate),
            ct,
            isArchived: true
        );

    /// <summary>Lets others see the goal, or not any more.</summary>
    public Task<GoalAnswer> ShareAsync(PersonId person, GoalId id, bool isShared, CancellationToken ct) =>
        ChangeAsync(
            person,
            id,
            (change, goal) => change.PutAsync("goal.shared", goal, goal.SharedWithOthers(isShared), change.Now, ct),
            ct
        );

    private async Task<GoalAnswer> ChangeAsync(
        PersonId person,
        GoalId id,
        Func<GoalChange, Goal, Task<GoalAnswer>> decide,
        CancellationToken ct,
        bool isArchived = false
    )
    {
        await using var change = await BeginAsync(person, ct);
        var goal = (await change.OwnAsync(ct)).FirstOrDefault(goal => goal.Id == id);
        if (goal is null && await goals.ExistsAsync(id, ct))
            return await change.RefuseAsync(id, ct);
        if (goal is null || goal.Archived is not null != isArchived)
            return new GoalAnswer.Refused(GoalRefusals.NotFound);

        var answer = await decide(change, goal);
        if (answer is GoalAnswer.Done)
            await change.CommitAsync(ct);

        return answer;
    }

    private async Task<GoalChange> BeginAsync(PersonId person, CancellationToken ct)
    {
        var write = await store.BeginAsync(clock.Now(), ct);
        write.Answer(person);
        return new(write, scorekeeper, organisation, signal, person, clock.Now());
    }

    private GoalAnswer.Refused Invalid(GoalWish wish) =>
        new(GoalRefusals.Of(((GoalChecked.Invalid)GoalCheck.Of(wish, organisation)).Fault));

    private static Task<GoalAnswer> Refused(GoalRefusal refusal) => Task.FromResult<GoalAnswer>(new GoalAnswer.Refused(refusal));
}
