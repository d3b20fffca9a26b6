using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.People;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Whether what a post says is still so, and may still be said in public.</summary>
public sealed class PostTruth(AssignedGoalReader standings, GrantReader grants, DirectoryReader directory, Organisation organisation)
{
    /// <summary>Null where nothing is against it.</summary>
    public async Task<RepeatAnswer.Refused?> DoubtAsync(GoalPost post, Goal goal, Instant now, CancellationToken ct)
    {
        var subject = new SubjectId(post.Told.Data["subject"]);
        if (
            subject.Person is { } person
            && await directory.FindAsync(person, organisation.DayOf(now), ct) is null or { Publicity: Publicity.None }
        )
            return new($"It is about somebody of whom nothing is posted in public.", $"Their own setting decides that.");

        return await IsStillSoAsync(post, goal, subject, now, ct)
            ? null
            : new(
                $"It was taken back: the facts changed, and it is not so any more.",
                $"When it is reached again, tell it in your own words."
            );
    }

    private async Task<bool> IsStillSoAsync(GoalPost post, Goal goal, SubjectId subject, Instant now, CancellationToken ct)
    {
        var period = new PeriodKey(post.Told.Data["period"]);
        if (await standings.FindAsync(goal, subject, period, now, ct) is not { } standing)
            return false;
        if (post.Told.Kind == GoalNewsCard.Unlocked)
            return standing.State is not (AssignedState.Locked or AssignedState.Skipped);

        var tier = Enum.Parse<TierKind>(post.Told.Data["tier"], ignoreCase: true);
        return standing.Tiers.Any(one => one.Tier.Kind == tier && one.State is TierState.Reached)
            || await grants.FindAsync(new(new(goal.Id, subject, period), tier), ct) is { KeptBy: not null };
    }
}
