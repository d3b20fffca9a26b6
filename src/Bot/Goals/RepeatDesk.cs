using System.Diagnostics;
using System.Text.Json;
using Bot.Cards;
using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>What can be said to the wish to post something again, and what came of it.</summary>
public abstract record RepeatAnswer
{
    private RepeatAnswer() { }

    /// <summary>It can be posted again.</summary>
    /// <param name="Told">What to say, as to the first of those it goes to.</param>
    /// <param name="At">When it was posted first; null for a goal whose publishing no channel heard.</param>
    /// <param name="Times">How often it was posted again already.</param>
    public sealed record Ready(Goal Goal, Announcement Told, Instant? At, IReadOnlyList<Recipient> To, int Times) : RepeatAnswer;

    /// <summary>It is posted, by this wish or by the same one that came before.</summary>
    public sealed record Done(Goal Goal) : RepeatAnswer;

    public sealed record NotFound : RepeatAnswer;

    /// <param name="Right">Who may.</param>
    public sealed record Forbidden(FormattableString Right) : RepeatAnswer;

    public sealed record Refused(FormattableString Message, FormattableString Remedy) : RepeatAnswer;
}

/// <summary>
/// Posts what managers' goals brought about once more, because a manager wants it. Every repetition has a number and with it a key of its
/// own: who asks for one that is there already, by a second press or at the same time as somebody else, changes nothing.
/// </summary>
public sealed class RepeatDesk(
    PlayStore store,
    GoalReader goals,
    GoalPostReader posts,
    PostTruth truth,
    DirectoryReader directory,
    ChatStore chat,
    AssignedRights rights,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock
)
{
    private static RepeatAnswer.Refused SwitchedOff { get; } =
        new(
            $"Whoever it would go to has switched news of this kind off.",
            $"Type /medalist channel in the channel and switch it on, then post it again."
        );

    /// <summary>Whether it can be, and where it would go.</summary>
    /// <param name="about">The key of what was told first: <c>tier:g1:person:ana:2026-11:super</c>.</param>
    public async Task<RepeatAnswer> LookAsync(PersonView by, string about, Instant now, CancellationToken ct)
    {
        var post = await posts.FindAsync(about, ct);
        if (await GoalOfAsync(about, post, ct) is not { Assignment: not null } goal)
            return new RepeatAnswer.NotFound();
        if (await rights.MissingAsync(new(by), goal.Subject, now, ct) is { } right)
            return new RepeatAnswer.Forbidden(right);

        var channels = (await chat.ChannelsAsync(ct)).ToList();
        return about == GoalPostReader.PublishedOf(goal.Id)
            ? await OfPublishedAsync(goal, post, channels, organisation.DayOf(now), ct)
            : await OfPostAsync(goal, post!, channels, now, ct);
    }

    /// <param name="time">The number of the repetition that is wanted.</param>
    public async Task<RepeatAnswer> PostAsync(PersonView by, string about, int time, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var now = clock.Now();
        var answer = await LookAsync(by, about, now, ct);
        if (answer is RepeatAnswer.Forbidden(var right))
            await write.RefuseAsync(by.Id.Value, $"post:{about}", right, now, ct);
        if (answer is not RepeatAnswer.Ready ready)
            return answer;
        if (time <= ready.Times)
            return new RepeatAnswer.Done(ready.Goal);
        if (time > ready.Times + 1)
            return new RepeatAnswer.NotFound();

        await write.PlanAsync([.. ready.To.Select(to => (ready.Told with { To = to }).Again(time))], ct);
        var after = JsonSerializer.Serialize(
            new
            {
                post = about,
                time,
                to = ready.To.Select(to => to.Key),
            },
            JsonSerializerOptions.Web
        );
        await write.AuditAsync(new(now, by.Id.Value, "goal.told.again", $"goal:{ready.Goal.Id}", Before: null, after, Reason: null), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return new RepeatAnswer.Done(ready.Goal);
    }

    private async Task<Goal?> GoalOfAsync(string about, GoalPost? post, CancellationToken ct) =>
        post is not null ? await goals.GoalAsync(new(post.Told.Data["goal"]), ct)
        : GoalPostReader.GoalOf(about) is { } id ? await goals.GoalAsync(id, ct)
        : null;

    /// <summary>As it is now and to those who hear of it now: a channel may have been connected since.</summary>
    private async Task<RepeatAnswer> OfPublishedAsync(
        Goal goal,
        GoalPost? post,
        IReadOnlyList<ConnectedChannel> channels,
        LocalDate today,
        CancellationToken ct
    )
    {
        if (goal is { IsDraft: true } or { Assignment.IsShadow: true })
            return new RepeatAnswer.Refused($"Nobody is told of a draft or a shadow.", $"Edit the goal and publish it.");
        if (goal.Archived is not null)
            return new RepeatAnswer.Refused($"The goal is closed and counts no more.", $"Publish a new one.");

        var all = await AssignedAudience.OfAsync(AssignedEdit.Published, goal, channels, directory, today, ct);
        if (all.Count == 0)
            return new RepeatAnswer.Refused($"There is nobody to tell.", $"Type /medalist channel in the channel that should hear of it.");

        var to = await HearingAsync(AssignedAnnouncements.Of(AssignedEdit.Published, goal, all[0], today), all, channels, today, ct);
        return to.Count == 0
            ? SwitchedOff
            : new RepeatAnswer.Ready(
                goal,
                AssignedAnnouncements.Of(AssignedEdit.Published, goal, to[0], today),
                post?.At,
                to,
                post?.Times ?? 0
            );
    }

    private async Task<RepeatAnswer> OfPostAsync(
        Goal goal,
        GoalPost post,
        IReadOnlyList<ConnectedChannel> channels,
        Instant now,
        CancellationToken ct
    )
    {
        var to = post.To.Where(one => one is Recipient.Channel(var id) && channels.Any(channel => channel.Id == id)).ToList();
        if (to.Count == 0)
            return new RepeatAnswer.Refused(
                $"The channel it was posted in is not connected any more.",
                $"Type /medalist channel there, then post it again."
            );

        var hearing = await HearingAsync(post.Told, to, channels, organisation.DayOf(now), ct);
        if (hearing.Count == 0)
            return SwitchedOff;

        return await truth.DoubtAsync(post, goal, now, ct) is { } doubt
            ? doubt
            : new RepeatAnswer.Ready(goal, post.Told, post.At, hearing, post.Times);
    }

    /// <summary>Those of them who did not switch the kind off: to others nothing is planned.</summary>
    private async Task<IReadOnlyList<Recipient>> HearingAsync(
        Announcement told,
        IReadOnlyList<Recipient> all,
        IReadOnlyList<ConnectedChannel> channels,
        LocalDate today,
        CancellationToken ct
    )
    {
        var hearing = new List<Recipient>();
        foreach (var to in all)
            if (
                to switch
                {
                    Recipient.Channel(var id) => channels.First(channel => channel.Id == id).Settings.Hears(PostKind.Of(told.Kind)),
                    Recipient.Person(var id) => await directory.FindAsync(id, today, ct) is { Muted: var muted }
                        && (muted & NoticeKind.Of(told.Kind)) == NoticeKinds.None,
                    _ => throw new UnreachableException($"Nobody hears as {to.GetType().Name}."),
                }
            )
                hearing.Add(to);

        return hearing;
    }
}
