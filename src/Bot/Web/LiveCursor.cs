using System.Globalization;
using NodaTime;

namespace Bot.Web;

/// <summary>How far a reader has come in the channel and in the private view; the id of every live event.</summary>
internal readonly record struct LiveCursor(long Channel, long Person)
{
    public static LiveCursor After(IReadOnlyList<Post> channel, IReadOnlyList<Post> person) => new(Newest(channel), Newest(person));

    /// <summary>From the start when the text is no cursor.</summary>
    public static LiveCursor Parse(string? text) =>
        text?.Split('-') is [var channel, var person] && Number(channel) is { } first && Number(person) is { } second ? new(first, second) : default;

    public static long Of(Instant at) => at.ToUnixTimeTicks();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Channel}-{Person}");

    private static long Newest(IReadOnlyList<Post> posts) => posts.Count == 0 ? 0 : posts.Max(post => Of(post.At));

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
