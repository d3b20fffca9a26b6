using Bot.Cards;
using Gamification.Announcements;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Gathers what was posted about a goal, with the names that belong to it.</summary>
public sealed class GoalPostsPage(GoalPostReader posts, GoalNewsGathering news, AnnouncementComposer composer)
{
    private const int Most = 60;

    /// <param name="done">What has just been done, in a line; null for a mere look.</param>
    public async Task<Card> ListAsync(Goal goal, Instant now, PageWords asked, string? done, ReaderFormat format, CancellationToken ct)
    {
        var all = await posts.OfAsync(goal.Id, Most, ct);
        var told = (await news.ReadAsync([.. all.Select(post => post.Told)], now, ct)).ToDictionary(
            one => one.Told.About,
            StringComparer.Ordinal
        );
        return GoalPostsCard.Compose(
            goal,
            [.. all.Select(post => new NamedPost(told[post.Told.About], post.At, post.To, post.Times, post.Newest))],
            asked,
            done,
            format
        );
    }

    /// <summary>What is to be posted again, and how it will look.</summary>
    internal async Task<(IReadOnlyList<Fact> Facts, Card Card)> ReadAsync(
        RepeatAnswer.Ready ready,
        Instant now,
        ReaderFormat format,
        CancellationToken ct
    )
    {
        var one = (await news.ReadAsync([ready.Told], now, ct))[0];
        var delivery = new Delivery("", ready.To[0], [ready.Told], Attempt: 0, Fence: 0, Edits: null, now);
        return (GoalPostsCard.Facts(new(one, ready.At, ready.To, ready.Times, []), format), await composer.ComposeAsync(delivery, ct));
    }
}
