using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Bot.Settings;
using Bot.Slack.Wire;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Slack;

/// <summary>What one call became decides whether it may be made again, so every kind of trouble is told apart.</summary>
public sealed class SlackClientTests : IAsyncLifetime
{
    private const string Post = "chat.postMessage";
    private FakeSlack slack = null!;

    public async Task InitializeAsync() => slack = await FakeSlack.StartAsync();

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task A_post_carries_its_id_in_metadata_unfurls_nothing_and_bears_the_token_in_the_header()
    {
        slack.On(Post, """{"ok":true,"channel":"C1","ts":"1.2"}""");

        var answer = await ClientOf(slack.ApiUrl).PostAsync("C1", Message(), "outbox-7", default);

        Assert.Equal("1.2", Assert.IsType<SlackAnswer<PostedReply>.Ok>(answer).Value.Ts);
        var call = Assert.Single(slack.Calls);
        Assert.Equal("Bearer xoxb-test", call.Authorization);
        Assert.DoesNotContain("xoxb", call.Body, StringComparison.Ordinal);
        Assert.Equal(
            """{"text":"hi","blocks":[],"channel":"C1","metadata":{"event_type":"medalist_announcement","event_payload":{"id":"outbox-7"}},"unfurl_links":false,"unfurl_media":false}""",
            call.Body
        );
    }

    [Fact]
    public async Task A_response_address_never_sees_the_token_and_may_answer_in_words()
    {
        slack.On("hook", context => context.Response.WriteAsync("ok"));

        var answer = await ClientOf(slack.ApiUrl).RespondAsync(new($"{slack.Url}/hook"), Message(), default);

        Assert.IsType<SlackAnswer<SlackReply>.Ok>(answer);
        Assert.Null(Assert.Single(slack.Calls).Authorization);
    }

    [Theory]
    [InlineData("ratelimited", "Later")]
    [InlineData("internal_error", "Lost")]
    [InlineData("fatal_error", "Lost")]
    [InlineData("service_unavailable", "Lost")]
    [InlineData("request_timeout", "Later")]
    [InlineData("channel_not_found", "Refused")]
    [InlineData("invalid_auth", "Refused")]
    [InlineData("msg_blocks_too_long", "Refused")]
    public async Task Each_error_code_says_whether_something_may_have_been_posted(string error, string expected)
    {
        slack.On(Post, $$"""{"ok":false,"error":"{{error}}"}""");

        var answer = await PostAsync();

        Assert.Equal((expected, error), (answer.GetType().Name, answer.Outcome));
    }

    [Fact]
    public async Task A_429_waits_as_long_as_Slack_says()
    {
        slack.On(Post, FakeSlack.Status(429, retryAfter: "17"));

        Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<SlackAnswer<PostedReply>.Later>(await PostAsync()).After);
    }

    [Fact]
    public async Task A_429_without_a_time_waits_30_seconds()
    {
        slack.On(Post, FakeSlack.Status(429));

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<SlackAnswer<PostedReply>.Later>(await PostAsync()).After);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_server_error_is_a_lost_answer_and_is_asked_once(int status)
    {
        slack.On(Post, FakeSlack.Status(status));

        Assert.IsType<SlackAnswer<PostedReply>.Lost>(await PostAsync());
        Assert.Single(slack.Calls);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    public async Task A_redirect_or_a_missing_method_is_refused_and_not_followed(int status)
    {
        slack.On(Post, FakeSlack.Status(status));

        Assert.Equal($"http_{status}", Assert.IsType<SlackAnswer<PostedReply>.Refused>(await PostAsync()).Error);
        Assert.Single(slack.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"ok":"yes"}""")]
    public async Task An_answer_that_cannot_be_read_is_lost(string body)
    {
        slack.On(Post, body);

        Assert.IsType<SlackAnswer<PostedReply>.Lost>(await PostAsync());
    }

    [Fact]
    public async Task A_connection_dropped_after_the_request_is_a_lost_answer_also_on_a_connection_used_before()
    {
        var client = ClientOf(slack.ApiUrl);
        await client.IdentifyAsync(default);
        slack.On(Post, FakeSlack.Drop);

        Assert.IsType<SlackAnswer<PostedReply>.Lost>(await client.PostAsync("C1", Message(), "outbox-7", default));
        Assert.Single(slack.CallsOf(Post));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_lost()
    {
        slack.On(Post, FakeSlack.Silence);
        using var http = SlackHttp.Create();
        http.Timeout = TimeSpan.FromMilliseconds(300);

        var answer = await new SlackClient(http, SettingsOf(slack.ApiUrl), new(TimeProvider.System), new()).PostAsync(
            "C1",
            Message(),
            null,
            default
        );

        Assert.IsType<SlackAnswer<PostedReply>.Lost>(answer);
        Assert.Single(slack.Calls);
    }

    [Fact]
    public async Task A_host_that_stops_while_it_waits_for_the_answer_does_not_know_it()
    {
        slack.On(Post, FakeSlack.Silence);
        using var stop = new CancellationTokenSource();

        var post = ClientOf(slack.ApiUrl).PostAsync("C1", Message(), null, stop.Token);
        await slack.NextAsync(Post);
        await stop.CancelAsync();

        Assert.IsType<SlackAnswer<PostedReply>.Lost>(await post);
    }

    [Fact]
    public async Task Nothing_was_posted_where_nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.IsType<SlackAnswer<PostedReply>.Later>(await PostAsync($"http://127.0.0.1:{port}/api/"));
    }

    [Fact]
    public async Task Nothing_was_posted_where_no_such_host_exists() =>
        Assert.IsType<SlackAnswer<PostedReply>.Later>(await PostAsync("http://slack.invalid/api/"));

    [Fact]
    public async Task Nothing_was_posted_where_TLS_fails() =>
        Assert.IsType<SlackAnswer<PostedReply>.Later>(await PostAsync(slack.ApiUrl.Replace("http:", "https:", StringComparison.Ordinal)));

    [Fact]
    public async Task Without_a_token_Slack_is_not_called()
    {
        var client = new SlackClient(SlackHttp.Create(), new SlackSettings { ApiUrl = slack.ApiUrl }, new(TimeProvider.System), new());

        Assert.Equal("no_token", (await client.PostAsync("C1", Message(), null, default)).Outcome);
        Assert.Empty(slack.Calls);
    }

    private static JsonObject Message() => new() { ["text"] = "hi", ["blocks"] = new JsonArray() };

    private static SlackSettings SettingsOf(string apiUrl) => new() { ApiUrl = apiUrl, BotToken = "xoxb-test" };

    private static SlackClient ClientOf(string apiUrl) => new(SlackHttp.Create(), SettingsOf(apiUrl), new(TimeProvider.System), new());

    private Task<SlackAnswer<PostedReply>> PostAsync(string? apiUrl = null) =>
        ClientOf(apiUrl ?? slack.ApiUrl).PostAsync("C1", Message(), "outbox-7", default);
}
