using Gamification.Announcements;

namespace Bot.Web;

/// <summary>The posts of a scene, drawn, and how far they reach.</summary>
internal sealed class PagePosts(Feed feed, FeedHtml html)
{
    public async Task<SceneParts> DrawAsync(Scene scene, CancellationToken ct)
    {
        var channel = await ReadAsync(scene.RoomRecipient, ct);
        var person = await ReadAsync(scene.PersonRecipient, ct);
        return new(
            LiveCursor.After(channel, person).ToString(),
            await html.DrawAsync(channel.OrderBy(post => post.At), scene.Locale, ct),
            await html.DrawAsync(person.OrderBy(post => post.At), scene.Locale, ct)
        );
    }

    private async Task<IReadOnlyList<Post>> ReadAsync(Recipient? to, CancellationToken ct) =>
        to is null ? [] : await feed.ReadAsync(to, ct);
}
