using Bot.Tests.Hosting;
using Bot.Tests.Slack;

namespace Bot.Tests.Outages;

/// <summary>
/// Boards by the clock of Paris, on whole hosts whose clock is moved: the channel of EMEA gets the board of the ended week on Mondays at
/// 09:00, as one message, whatever the host did at that minute.
/// </summary>
public sealed class BoardTimesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("medalist-").FullName;
    private FakeSlack slack = null!;
    private FakeWorkspace workspace = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        workspace = new(slack);
    }

    public async Task DisposeAsync()
    {
        await slack.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    // In winter 09:00 in Paris is 08:00 UTC; the clocks go forward on Sunday 28 March 2027.
    [InlineData("2026-W47", "2026-11-23T07:30:00Z", "2026-11-23T08:00:00Z", "2026-11-23T08:01:00Z")]
    [InlineData("2027-W12", "2027-03-29T06:30:00Z", "2027-03-29T07:00:00Z", "2027-03-29T07:01:00Z")]
    public async Task The_board_of_a_week_comes_at_nine_once_also_where_the_host_starts_again_at_that_minute(
        string week,
        string before,
        string due,
        string restarted
    )
    {
        await using (var host = await (await StartAsync()).WithPeopleAsync())
        {
            await FollowAsync(host);
            await host.MoveClockAsync(before);
            Assert.Empty(await BoardsAsync(host, week));

            await host.MoveClockAsync(due);
            Assert.Single(await BoardsAsync(host, week));
        }

        await using var again = await StartAsync(("Clock:StartAt", restarted));
        var posts = (await again.SettledAsync("sent")).Where(post => IsBoard(post.About, week)).ToList();

        Assert.Equal(posts[0].Message, Assert.Single(workspace.Ids, id => id == posts[0].Message));
        Assert.Single(posts);
    }

    [Theory]
    // The week of 16 November closes on Wednesday 25 November at 00:00.
    [InlineData("2026-11-24T10:00:00Z", "provisional")]
    [InlineData("2026-11-26T10:00:00Z", "final")]
    public async Task A_board_whose_time_was_missed_is_posted_once_as_it_stands_when_the_host_is_back(string back, string edition)
    {
        await using (var host = await (await StartAsync()).WithPeopleAsync())
            await FollowAsync(host);

        await using var late = await StartAsync(("Clock:StartAt", back));
        await late.ForwardAsync(TimeSpan.FromMinutes(1));
        var posts = (await late.SettledAsync("sent")).Where(post => IsBoard(post.About, "2026-W47")).ToList();

        Assert.EndsWith($":{edition}", Assert.Single(posts).About, StringComparison.Ordinal);
        Assert.Single(workspace.Ids, id => id == posts[0].Message);
    }

    [Fact]
    public async Task Quiet_hours_hold_a_board_until_they_end_and_the_close_edits_it_in_its_place()
    {
        await using var host = await (await StartAsync()).WithPeopleAsync();
        await FollowAsync(host);
        await host.PutAsync("/api/v1/channels/slack:C1", new { quiet = "20:00-10:00" });

        await host.MoveClockAsync("2026-11-23T08:30:00Z");
        var held = Assert.Single(await BoardsAsync(host, "2026-W47"));
        Assert.Equal("pending", held.State);
        Assert.DoesNotContain(held.Message, workspace.Ids);

        await host.MoveClockAsync("2026-11-23T09:00:00Z");
        await host.SettledAsync("sent");
        Assert.Single(workspace.Ids, id => id == held.Message);

        await host.MoveClockAsync("2026-11-25T10:00:00Z");
        var editions = (await host.SettledAsync("sent")).Where(post => IsBoard(post.About, "2026-W47")).ToList();
        Assert.Equal(["provisional", "final"], editions.Select(post => post.About.Split(':')[^1]));
        Assert.Equal([held.Message], workspace.Ids.Where(id => editions.Any(post => post.Message == id)));
    }

    private Task<RunningHost> StartAsync(params (string, string?)[] settings) =>
        SlackRequests.StartAsync(slack, [("Storage:ConnectionString", $"Data Source={Path.Combine(folder, "boards.db")}"), .. settings]);

    /// <summary>The channel hears of EMEA, where something has happened: before the first activity there is no board.</summary>
    private static async Task FollowAsync(RunningHost host)
    {
        await host.PutAsync(
            "/api/v1/teams/emea",
            new { name = "EMEA", channels = new[] { new { platform = "slack", conversation = "C1" } } }
        );
        await host.ReportAsync("q1", "quote.sent", new { quoteId = "q1", owner = "ana@example.com" });
    }

    private static async Task<IReadOnlyList<(string Message, string About, string State)>> BoardsAsync(RunningHost host, string week) =>
        [.. (await host.PostsAsync()).Where(post => IsBoard(post.About, week))];

    private static bool IsBoard(string about, string week) =>
        about.StartsWith("board:", StringComparison.Ordinal) && about.Contains($":{week}:", StringComparison.Ordinal);
}
