using System.Net;
using System.Net.Http.Headers;
using Bot.Cards;
using Bot.Tests.Hosting;
using Gamification.Badges;

namespace Bot.Tests.Web;

/// <summary>The pictures chat clients load: small, cacheable for ever, and nothing else of the host.</summary>
public sealed class BadgePictureTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task All_fourteen_and_the_custom_one_are_served_in_colour_and_locked_each_under_12_KB()
    {
        Assert.Equal(14, BadgeArt.Defaults.Count);
        foreach (var id in BadgeArt.Defaults.Append("anything-else"))
        foreach (var earned in new[] { true, false })
        {
            var art = BadgeArt.Of(new(id, id, "", BadgeCategory.Milestone, new Trigger.Deals(1)), earned, Cards.BoardScenes.Format())!;
            using var response = await host.Client.GetAsync(art.Path);

            Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl?.MaxAge);
            Assert.Contains("immutable", string.Join(' ', response.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
            Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 500, 12 * 1024);
            Assert.Equal(!earned, art.Alternative.Contains("locked", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_client_that_has_the_picture_is_not_sent_it_again()
    {
        using var first = await host.Client.GetAsync("/art/closer.png");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/art/closer.png");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        using var again = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), first.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("/art/nothing.png")]
    [InlineData("/art/closer")]
    [InlineData("/art/Closer.png")]
    [InlineData("/art/..%2fappsettings.json")]
    [InlineData("/art/%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("/art/page.css")]
    [InlineData("/art/")]
    public async Task Anything_else_is_not_there(string path)
    {
        using var response = await host.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
