using Gamification;
using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Storage.Writing;

namespace Storage;

/// <summary>Something that was posted about a manager's goal: that it was published or unlocked, a tier reached, a team reward.</summary>
/// <param name="Told">As it was told first.</param>
/// <param name="At">When that was planned.</param>
/// <param name="To">Whom it was told first: channels; of a single person's goal, that it was published, that person.</param>
/// <param name="Times">How often it was posted again.</param>
/// <param name="Newest">What became of the newest edition, a state for each of those who were told.</param>
public sealed record GoalPost(Announcement Told, Instant At, IReadOnlyList<Recipient> To, int Times, IReadOnlyList<DeliveryState> Newest);

/// <summary>What was posted about managers' goals.</summary>
public sealed class GoalPostReader(IDbContextFactory<GameContext> contexts)
{
    private const string Goal = "goal:";
    private const string Published = ":published";

    /// <summary>How the keys of posts about goals start that channels alone are sent; persons have notices of the same.</summary>
    private static readonly string[] OfChannels = ["tier:", "reward:", "unlock:"];

    /// <summary>The key of the post that a goal was published.</summary>
    public static string PublishedOf(GoalId goal) => $"{Goal}{goal}{Published}";

    /// <summary>Whose publishing a key is about; null for any other key.</summary>
    public static GoalId? GoalOf(string about) =>
        about.StartsWith(Goal, StringComparison.Ordinal)
        && about.EndsWith(Published, StringComparison.Ordinal)
        && about.Length > Goal.Length + Published.Length
            ? new(about[Goal.Length..^Published.Length])
            : null;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<GoalPost>> OfAsync(GoalId goal, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        var posts = new List<GoalPost>(await WithRepetitionsAsync(db, PublishedOf(goal), ct));
        foreach (var kind in OfChannels)
            posts.AddRange(await PostsAsync(db, db.Announcements.About($"{kind}{goal}:"), most, ct));

        // The id of a goal may be the beginning of another's.
        return [.. posts.Where(post => post.Told.Data["goal"] == goal.Value).OrderByDescending(post => post.At).Take(most)];
    }

    /// <summary>Null where nothing was ever posted under that key.</summary>
    public async Task<GoalPost?> FindAsync(string about, CancellationToken ct)
    {
        if (!IsOne(about))
            return null;

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var snapshot = await Snapshots.BeginAsync(db, ct);
        return (await WithRepetitionsAsync(db, about, ct)).SingleOrDefault(post => post.Told.About == about);
    }

    private static bool IsOne(string about) =>
        GoalOf(about) is not null || OfChannels.Any(kind => about.StartsWith(kind, StringComparison.Ordinal));

    private static async Task<IEnumerable<GoalPost>> WithRepetitionsAsync(GameContext db, string about, CancellationToken ct) =>
        await PostsAsync(
            db,
            db.Announcements.Where(row => row.About == about).Concat(db.Announcements.About($"{about}:")),
            int.MaxValue,
            ct
        );

    private static async Task<IEnumerable<GoalPost>> PostsAsync(
        GameContext db,
        IQueryable<AnnouncementRow> rows,
        int most,
        CancellationToken ct
    )
    {
        var told = await rows.Where(row => row.Kind == AnnouncementKinds.GoalPublished || row.Recipient.StartsWith("channel:"))
            .OrderByDescending(row => row.At)
            .Take(most)
            .Join(db.Outbox, row => row.Outbox, message => message.Id, (row, message) => new { row, message })
            .AsNoTracking()
            .ToListAsync(ct);
        return told.Select(pair => pair.row.ToView(pair.message))
            .GroupBy(view => Announcement.FirstOf(view.About, view.Data))
            .Select(Of)
            .OfType<GoalPost>();
    }

    /// <summary>Null where what was told first is older than all that was asked for.</summary>
    private static GoalPost? Of(IGrouping<string, AnnouncementView> editions)
    {
        var times = editions.ToLookup(view => Announcement.TimeOf(view.Data));
        return times[0].MinBy(view => view.At) is { } first
            ? new(
                new(first.Kind, first.About, first.To, first.Post, Position: null, first.Data),
                first.At,
                [.. times[0].Select(view => view.To)],
                times.Max(time => time.Key),
                [.. times[times.Max(time => time.Key)].Select(view => view.State)]
            )
            : null;
    }
}
