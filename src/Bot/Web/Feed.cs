using Bot.Cards;
using Bot.Cards.Rendering;
using Gamification.Announcements;
using Storage;

namespace Bot.Web;

/// <summary>What a channel or a person was told, as posts.</summary>
internal sealed class Feed(AnnouncementReader announcements, AnnouncementComposer composer)
{
    private const int Shown = 60;

    /// <summary>In the order it was told. A channel shows what was delivered to it; a person also sees what still waits for their working hours.</summary>
    public async Task<IReadOnlyList<Post>> ReadAsync(Recipient to, CancellationToken ct) =>
        [
            .. (await announcements.ToAsync(to, Shown, ct))
                .Where(view => to is Recipient.Person || view.State is DeliveryState.Sent)
                .GroupBy(view => view.Post, StringComparer.Ordinal)
                .Select(views => Post.Of([.. views])),
        ];

    public async Task<Markup> DrawAsync(Post post, CancellationToken ct) =>
        new(Html.Render(await composer.ComposeAsync(post.Delivery, ct)));
}
