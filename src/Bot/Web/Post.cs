using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Web;

/// <summary>One message on the page: everything one cause had to tell one recipient.</summary>
/// <param name="Key">The place it takes: a later edition of a board takes the place of the earlier.</param>
/// <param name="Edition">The message itself.</param>
/// <param name="At">When its cause was credited.</param>
internal sealed record Post(string Key, string Edition, Instant At, Delivery Delivery)
{
    public bool HasEditions => Key != Edition;

    /// <param name="views">What was told together, in order.</param>
    public static Post Of(IReadOnlyList<AnnouncementView> views)
    {
        var first = views[0];
        var at = views.Max(view => view.At);
        return new(PlaceOf(first), first.Post, at, new(first.Post, first.To, [.. views.Select(Announced)], 0, 0, null, at));
    }

    private static Announcement Announced(AnnouncementView view) => new(view.Kind, view.About, view.To, view.Post, null, view.Data);

    private static string PlaceOf(AnnouncementView view) =>
        view.Kind.StartsWith("board.", StringComparison.Ordinal) && view.About.LastIndexOf(':') is var edition and > 0
            ? view.About[..edition]
            : view.Post;
}
