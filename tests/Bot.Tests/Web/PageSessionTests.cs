using System.Net;
using Bot.Settings;
using Bot.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Web;

public sealed class PageSessionTests
{
    private readonly FakeTimeProvider clock = new(new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_right_key_opens_the_page_for_twelve_hours()
    {
        using var session = SessionOf("right");
        var cookie = CookieOf(session, "right");

        Assert.True(session.IsSignedIn(With(cookie)));
        clock.Advance(TimeSpan.FromHours(11.9));
        Assert.True(session.IsSignedIn(With(cookie)));
        clock.Advance(TimeSpan.FromHours(0.1));
        Assert.False(session.IsSignedIn(With(cookie)));
    }

    [Fact]
    public void A_cookie_of_another_key_or_instant_opens_nothing()
    {
        using var session = SessionOf("right");
        using var other = SessionOf("other");
        var cookie = CookieOf(session, "right");
        var proof = cookie.Split('.')[1];

        Assert.False(other.IsSignedIn(With(cookie)));
        Assert.False(session.IsSignedIn(With($"1999999999.{proof}")));
        Assert.False(session.IsSignedIn(With("")));
        Assert.False(session.IsSignedIn(With("1.2.3")));
    }

    [Fact]
    public void The_cookie_is_hidden_from_scripts_and_other_sites_and_does_not_hold_the_key()
    {
        using var session = SessionOf("right-key");
        var context = Visitor();

        Assert.Equal(SignIn.Done, session.Enter(context, "right-key"));

        var cookie = context.Response.Headers.SetCookie.ToString();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("right-key", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public void The_eleventh_attempt_of_a_minute_is_not_even_looked_at()
    {
        using var session = SessionOf("right");
        for (var attempt = 1; attempt <= 10; attempt++)
            Assert.Equal(SignIn.WrongKey, session.Enter(Visitor(), "wrong"));

        Assert.Equal(SignIn.TooMany, session.Enter(Visitor(), "right"));
    }

    private PageSession SessionOf(string key) => new(new AdminSettings { ApiKey = key }, clock);

    private static string CookieOf(PageSession session, string key)
    {
        var context = Visitor();
        session.Enter(context, key);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0][(PageSession.Cookie.Length + 1)..];
    }

    private static DefaultHttpContext With(string cookie)
    {
        var context = Visitor();
        context.Request.Headers.Cookie = $"{PageSession.Cookie}={cookie}";
        return context;
    }

    private static DefaultHttpContext Visitor()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
        return context;
    }
}
