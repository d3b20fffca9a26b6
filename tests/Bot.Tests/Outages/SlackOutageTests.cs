using Bot.Tests.Hosting;
using Bot.Tests.Slack;
using CsCheck;

namespace Bot.Tests.Outages;

/// <summary>
/// Slack is ill in every way while six posts are due. The game is the same as without it; every post is there once and in order where the
/// channel may be read, and where it may not, at most once and listed when nobody knows. After an hour what waits is one digest.
/// </summary>
public sealed class SlackOutageTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private FakeWorkspace workspace = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        workspace = new(slack);
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Theory]
    [InlineData("well")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("dropped")]
    [InlineData("silent")]
    [InlineData("taken, then dropped")]
    [InlineData("taken, then 500")]
    public async Task After_an_outage_every_post_is_there_once_and_in_order(string illness)
    {
        workspace.Reception = Receptions.Of(illness);
        await host.SellAsync();
        Assert.Equal(await UndisturbedAsync(), await host.GameAsync());
        if (illness != "well")
            await slack.NextAsync("chat.postMessage");

        workspace.Reception = Receptions.Well;
        var posts = await host.SettledAsync("sent");

        Assert.Equal(6, workspace.Ids.Count);
        Assert.Equal(posts.Select(post => post.Message).Distinct(), workspace.Ids);
    }

    [Fact]
    public async Task After_six_hours_of_outage_and_whatever_goes_wrong_at_random_the_post_that_was_tried_is_there_once_and_the_rest_as_one_digest()
    {
        var seed = Gen.Int[1, 1_000_000].Single();
        workspace.Reception = Receptions.Broken;
        await host.SellAsync();
        for (var hour = 0; hour < 6; hour++)
            await host.ForwardAsync(TimeSpan.FromHours(1));

        workspace.Reception = Receptions.Shaky(seed);
        var posts = await host.SettledAsync("sent");

        Assert.True(
            posts.Select(post => post.Message).Distinct().Take(2).SequenceEqual(workspace.Ids),
            $"Seed {seed}: {string.Join(' ', workspace.Ids)}"
        );
        Assert.StartsWith("5 pieces of news", workspace.Texts[1], StringComparison.Ordinal);
        Assert.Equal(await UndisturbedAsync(), await host.GameAsync());
    }

    [Theory]
    [InlineData("taken, then dropped")]
    [InlineData("taken, then 500")]
    [InlineData("500")]
    public async Task Where_the_channel_may_not_be_read_no_post_is_there_twice_and_what_nobody_knows_is_listed(string illness)
    {
        workspace.CanBeRead = false;
        workspace.Reception = Receptions.Of(illness);
        await host.SellAsync();
        await slack.NextAsync("chat.postMessage");

        workspace.Reception = Receptions.Well;
        var posts = await host.SettledAsync("sent", "unknown");

        Assert.Contains(posts, post => post.State == "unknown");
        Assert.Equal(workspace.Ids.Count, workspace.Ids.Distinct().Count());
        var sent = posts.Where(post => post.State == "sent").Select(post => post.Message).Distinct().ToList();
        Assert.Equal(sent, workspace.Ids.Where(sent.Contains));
        Assert.Equal(await UndisturbedAsync(), await host.GameAsync());
    }

    [Theory]
    [InlineData("connection refused")]
    [InlineData("no such name")]
    [InlineData("no TLS")]
    public async Task What_never_reached_Slack_for_six_hours_waits_and_is_posted_by_the_next_host_as_one_post_and_a_digest(string illness)
    {
        var nowhere = illness switch
        {
            "connection refused" => "http://127.0.0.1:1/api/",
            "no such name" => "https://no-such-host.invalid/api/",
            _ => slack.ApiUrl.Replace("http:", "https:", StringComparison.Ordinal),
        };
        var folder = Directory.CreateTempSubdirectory("medalist-").FullName;
        var database = ("Storage:ConnectionString", (string?)$"Data Source={Path.Combine(folder, "away.db")}");
        await using (var away = await SlackRequests.StartAsync(slack, database, ("Slack:ApiUrl", nowhere)))
        {
            await away.WithPeopleAsync();
            await away.SellAsync();
            Assert.Equal(await UndisturbedAsync(), await away.GameAsync());
            Assert.All(await away.PostsAsync(), post => Assert.Equal("pending", post.State));
        }

        await using (var back = await SlackRequests.StartAsync(slack, database, ("Clock:StartAt", "2026-11-18T15:00:00Z")))
        {
            var posts = await back.SettledAsync("sent");
            Assert.Equal(posts.Select(post => post.Message).Distinct().Take(2), workspace.Ids);
            Assert.StartsWith("5 pieces of news", workspace.Texts[1], StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The same day with a Slack that is well.</summary>
    private static async Task<string> UndisturbedAsync()
    {
        await using var well = await FakeSlack.StartAsync();
        _ = new FakeWorkspace(well);
        await using var undisturbed = await (await SlackRequests.StartAsync(well)).WithPeopleAsync();
        await undisturbed.SellAsync();
        return await undisturbed.GameAsync();
    }
}
