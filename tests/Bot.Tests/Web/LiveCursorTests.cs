using Bot.Web;
using Gamification.Announcements;
using NodaTime;

namespace Bot.Tests.Web;

public sealed class LiveCursorTests
{
    private static readonly Post[] Posts = [PostOf("one"), PostOf("two"), PostOf("three")];

    [Fact]
    public void A_reader_goes_on_after_the_last_post_they_saw()
    {
        var cursor = LiveCursor.Parse(LiveCursor.After(Posts[..2], []).ToString());

        Assert.Equal(["three"], LiveCursor.After(Posts, cursor.Channel).Select(post => post.Edition));
        Assert.Equal(["one", "two", "three"], LiveCursor.After(Posts, cursor.Person).Select(post => post.Edition));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a-b-c")]
    public void Without_a_cursor_everything_is_new(string? text) =>
        Assert.Equal(3, LiveCursor.After(Posts, LiveCursor.Parse(text).Channel).Count());

    private static Post PostOf(string id) =>
        new(id, id, Instant.FromUnixTimeSeconds(0), new(id, new Recipient.Channel(new("web:org")), [], 0, 0, null, default));
}
