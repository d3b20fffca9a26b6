using Bot.Outbox;
using Gamification.Announcements;

namespace Bot.Web;

/// <summary>The live view: new posts as server-sent events, for as long as the page is open.</summary>
internal sealed class LivePage(
    Feed feed,
    FeedHtml html,
    SceneReader scenes,
    PageClock clock,
    OutboxSignal signal,
    IHostApplicationLifetime lifetime
)
{
    private const int MaxStreams = 100;

    /// <summary>Other hosts' posts raise no signal here.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    /// <summary>A burst of commits is read once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private int open;

    public async Task ServeAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref open) > MaxStreams)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else
            await StreamAsync(context);
        Interlocked.Decrement(ref open);
    }

    private async Task StreamAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            var scene = await scenes.ReadAsync(PageQuery.Of(context.Request), stop.Token);
            var stream = new LiveStream(context.Response);
            await stream.OpenAsync(stop.Token);
            await FollowAsync(scene, CursorOf(context.Request), stream, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader left, or the host stops; the browser comes back with the last id it saw.
        }
    }

    private static LiveCursor CursorOf(HttpRequest request) =>
        LiveCursor.Parse(request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : request.Query["since"].ToString());

    private async Task FollowAsync(Scene scene, LiveCursor cursor, LiveStream stream, CancellationToken ct)
    {
        var channel = new Follower(feed, scene.RoomRecipient, cursor.Channel);
        var person = new Follower(feed, scene.PersonRecipient, cursor.Person);
        while (true)
        {
            var next = signal.Next;
            foreach (var post in await channel.NewAsync(ct))
                await stream.SendAsync("channel", await html.DrawAsync(post, scene.Locale, ct), new(channel.Reached, person.Reached), ct);
            foreach (var post in await person.NewAsync(ct))
                await stream.SendAsync("notice", await html.DrawAsync(post, scene.Locale, ct), new(channel.Reached, person.Reached), ct);
            await stream.TellTimeAsync(clock.Now(scene.Locale), ct);
            await Task.Delay(Breath, ct);
            await Task.WhenAny(next, Task.Delay(Poll, ct));
        }
    }

    /// <summary>Remembers what one recipient's reader has seen.</summary>
    private sealed class Follower(Feed feed, Recipient? recipient, string reached)
    {
        private HashSet<string>? seen;

        public string Reached { get; private set; } = reached;

        public async Task<IReadOnlyList<Post>> NewAsync(CancellationToken ct)
        {
            var posts = recipient is null ? [] : await feed.ReadAsync(recipient, ct);
            var fresh = (seen is null ? LiveCursor.After(posts, Reached) : posts.Where(post => !seen.Contains(post.Edition))).ToList();
            seen = posts.Select(post => post.Edition).ToHashSet(StringComparer.Ordinal);
            if (fresh.Count > 0)
                Reached = LiveCursor.NameOf(fresh[^1]);
            return fresh;
        }
    }
}
