using System.Security.Cryptography;
using System.Text;

namespace Bot.Web;

/// <summary>
/// The last post a reader has seen in the channel and in the private view; the id of every live event. It names posts, not moments:
/// what is reported late is told late, and bears an earlier moment than posts before it.
/// </summary>
internal readonly record struct LiveCursor(string Channel, string Person)
{
    private const string Start = "0";

    public static LiveCursor After(IReadOnlyList<Post> channel, IReadOnlyList<Post> person) => new(Last(channel), Last(person));

    /// <summary>From the start when the text is no cursor.</summary>
    public static LiveCursor Parse(string? text) =>
        text?.Split('-') is [var channel, var person] ? new(channel, person) : new(Start, Start);

    /// <summary>
    /// What comes after the post of that name; everything when it is not among them any more. Boards come again, because a later edition
    /// stands where the earlier one stood.
    /// </summary>
    public static IEnumerable<Post> After(IReadOnlyList<Post> posts, string cursor)
    {
        var seen = posts.Select((post, index) => NameOf(post) == cursor ? index + 1 : 0).DefaultIfEmpty().Max();
        return posts.Where((post, index) => index >= seen || post.HasEditions);
    }

    /// <summary>Short, and without a line break or anything else that ends an event's id.</summary>
    public static string NameOf(Post post) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(post.Edition)).AsSpan(0, 8));

    public override string ToString() => $"{Channel}-{Person}";

    private static string Last(IReadOnlyList<Post> posts) => posts.Count == 0 ? Start : NameOf(posts[^1]);
}
