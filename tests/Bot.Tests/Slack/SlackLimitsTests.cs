using System.Text.Json.Nodes;
using Bot.Settings;
using Bot.Slack.Wire;
using Bot.Slack.Wire.Limits;
using Bot.Tests.Manifests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Slack;

/// <summary>A call that would be one too many is not made, and after a 429 nobody in the host asks again before its time.</summary>
public sealed class SlackLimitsTests : IAsyncLifetime
{
    private const string Post = "chat.postMessage";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));
    private readonly SlackLimits limits;
    private FakeSlack slack = null!;

    public SlackLimitsTests() => limits = new(clock);

    public async Task InitializeAsync() => slack = await FakeSlack.StartAsync();

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task A_channel_takes_three_posts_at_once_and_then_one_in_about_a_second()
    {
        Assert.Equal([true, true, true, false], await PostsAsync("C1", 4));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([false], await PostsAsync("C1", 1));

        clock.Advance(TimeSpan.FromSeconds(0.06));
        Assert.Equal([true, false], await PostsAsync("C1", 2));
    }

    [Fact]
    public async Task One_busy_channel_leaves_the_others_alone()
    {
        await PostsAsync("C1", 4);

        Assert.Equal([true, true, true, false], await PostsAsync("C2", 4));
    }

    [Fact]
    public async Task Eighty_channels_together_get_what_a_workspace_takes_and_a_quarter_of_the_burst_is_kept_for_people()
    {
        var admitted = 0;
        for (var channel = 0; channel < 80; channel++)
            admitted += (await PostsAsync($"C{channel}", 1)).Count(went => went);

        Assert.Equal(30, admitted);
        Assert.Null(await limits.AdmitAsync(Post, "C99", Urgency.Interactive, default));
    }

    [Theory]
    [InlineData("users.list", 20)]
    [InlineData("chat.update", 50)]
    [InlineData("conversations.open", 50)]
    [InlineData("conversations.history", 20)]
    [InlineData("users.info", 100)]
    [InlineData("views.open", 100)]
    [InlineData("views.publish", 100)]
    [InlineData("chat.postEphemeral", 100)]
    public void No_minute_holds_more_calls_than_the_tier_of_the_method(string method, int most)
    {
        var bucket = new Bucket(MethodPace.All.Single(pace => pace.Method == method));
        var calls = 0;
        for (var tenth = 0; tenth < 600; tenth++, clock.Advance(TimeSpan.FromSeconds(0.1)))
        for (; bucket.WaitAt(clock.GetUtcNow(), Urgency.Interactive) == TimeSpan.Zero; calls++)
            bucket.Take(clock.GetUtcNow());

        Assert.InRange(calls, most * 9 / 10, most);
    }

    [Fact]
    public void Every_method_that_the_manifest_grants_a_scope_for_has_a_pace() =>
        Assert.Empty(ClientMethods().Except(MethodPace.All.Select(pace => pace.Method)));

    [Theory]
    [InlineData(16.9, false)]
    [InlineData(17, true)]
    public async Task After_a_429_with_17_seconds_a_person_waits_until_they_are_over(double seconds, bool mayGo)
    {
        limits.Hold("views.open", TimeSpan.FromSeconds(17));
        clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromSeconds(2));
        var admitted = limits.AdmitAsync("views.open", null, Urgency.Interactive, default);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(mayGo, await admitted is null);
    }

    [Fact]
    public async Task When_the_wait_is_over_people_go_first_and_the_background_two_seconds_later()
    {
        limits.Hold(Post, TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(32), await limits.AdmitAsync(Post, "C1", Urgency.Background, default));
        Assert.Equal(TimeSpan.FromSeconds(30), await limits.AdmitAsync(Post, "C1", Urgency.Interactive, default));
    }

    [Fact]
    public async Task A_429_in_one_place_keeps_the_whole_host_from_asking_Slack_again()
    {
        slack.On(Post, FakeSlack.Status(429, retryAfter: "17"));
        var client = ClientOf();
        await client.PostAsync("C1", Message(), "outbox-7", default);

        var other = await client.InBackground().PostAsync("C2", Message(), "outbox-8", default);

        Assert.Equal(new SlackAnswer<PostedReply>.Later(TimeSpan.FromSeconds(19), "ratelimited"), other);
        Assert.Single(slack.CallsOf(Post));
    }

    [Fact]
    public async Task Other_methods_go_on_while_one_rests()
    {
        slack.On(Post, FakeSlack.Status(429, retryAfter: "17"));
        var client = ClientOf();
        await client.PostAsync("C1", Message(), "outbox-7", default);

        Assert.IsType<SlackAnswer<SlackReply>.Ok>(await client.OpenViewAsync("trigger", [], default));
    }

    private async Task<IReadOnlyList<bool>> PostsAsync(string channel, int count)
    {
        var went = new bool[count];
        for (var post = 0; post < count; post++)
            went[post] = await limits.AdmitAsync(Post, channel, Urgency.Background, default) is null;
        return went;
    }

    private static IEnumerable<string> ClientMethods() => SlackGrants.OfMethods.Keys.Where(method => method != "conversations.info");

    private static JsonObject Message() => new() { ["text"] = "hi", ["blocks"] = new JsonArray() };

    private SlackClient ClientOf() =>
        new(SlackHttp.Create(), new SlackSettings { ApiUrl = slack.ApiUrl, BotToken = "xoxb-test" }, limits, new());
}
