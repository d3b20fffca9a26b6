using System.Text.Json;
using Bot.Slack.Sockets;
using Bot.Tests.Hosting;

namespace Bot.Tests.Slack;

/// <summary>Slack over sockets, on the whole host: nothing lost, nothing doubled, no moment without a connection.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private FakeSockets sockets = null!;
    private RunningHost host = null!;
    private FakeSocket one = null!;
    private FakeSocket other = null!;

    public async Task InitializeAsync()
    {
        (slack, sockets) = (await FakeSlack.StartAsync(), await FakeSockets.StartAsync());
        slack.On("apps.connections.open", $$"""{"ok":true,"url":"{{sockets.Url}}"}""");
        host = await (
            await SlackRequests.StartAsync(slack, ("Slack:AppToken", "xapp-test"), ("Slack:SigningSecret", null))
        ).WithPeopleAsync();
        (one, other) = (await sockets.NextAsync(), await sockets.NextAsync());
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await sockets.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Two_connections_are_open_and_the_app_token_opens_them()
    {
        Assert.All(slack.CallsOf("apps.connections.open"), call => Assert.Equal("Bearer xapp-test", call.Authorization));
        await Eventually.HoldsAsync(() => host.Service<SlackSockets>().Connected == 2);
    }

    [Fact]
    public async Task A_slash_command_is_answered_in_its_acknowledgement()
    {
        await one.SendAsync(Slash("e1", "/leaderboard"));

        var answer = await one.AcknowledgedAsync();
        Assert.Equal("e1", answer.GetProperty("envelope_id").GetString());
        Assert.Contains("leaderboard", answer.GetProperty("payload").GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_envelope_on_both_connections_is_answered_once_and_acknowledged_twice()
    {
        await one.SendAsync(Slash("e1", "/points"));
        Assert.True((await one.AcknowledgedAsync()).TryGetProperty("payload", out _));

        await other.SendAsync(Slash("e1", "/points"));
        Assert.False((await other.AcknowledgedAsync()).TryGetProperty("payload", out _));
    }

    [Fact]
    public async Task A_pressed_button_is_acknowledged_and_answered_through_its_address()
    {
        await one.SendAsync(
            $$"""
            {"type":"interactive","envelope_id":"e1","accepts_response_payload":false,"payload":
             {"type":"block_actions","trigger_id":"t1","user":{"id":"U1"},"channel":{"id":"C1"},"container":{"is_ephemeral":true},
              "response_url":"{{slack.Url}}/hook","actions":[{"action_id":"run:replace:1:0","action_ts":"1.1","value":"points"}]} }
            """
        );

        Assert.False((await one.AcknowledgedAsync()).TryGetProperty("payload", out _));
        Assert.Contains("points", (await slack.NextAsync("hook")).Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_message_to_the_bot_is_answered_once_whichever_connection_brings_it_how_often()
    {
        const string Event = """
            {"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback","event_id":"Ev1",
             "authorizations":[{"user_id":"UBOT","is_bot":true}],
             "event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"/points"}}}
            """;
        await one.SendAsync(Event);
        await one.AcknowledgedAsync();
        await slack.NextAsync("chat.postMessage");
        await other.SendAsync(Event.Replace("\"e1\"", "\"e2\"", StringComparison.Ordinal));
        await other.AcknowledgedAsync();

        await other.SendAsync(Slash("e3", "/points"));
        await other.AcknowledgedAsync();
        Assert.Single(slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task Before_a_connection_ends_the_next_is_open_and_what_the_old_one_brings_meanwhile_is_answered()
    {
        await one.SendAsync("""{"type":"disconnect","reason":"refresh_requested"}""");

        var next = await sockets.NextAsync();
        Assert.False(one.Ended.IsCompleted);
        await one.SendAsync(Slash("e1", "/points"));
        Assert.Equal("e1", (await one.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
        await next.SendAsync(Slash("e2", "/points"));
        Assert.Equal("e2", (await next.AcknowledgedAsync()).GetProperty("envelope_id").GetString());

        await one.CloseAsync();
        await one.Ended.WaitAsync(Eventually.Patience);
        await Eventually.HoldsAsync(() => host.Service<SlackSockets>().Connected == 2);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_followed_by_another()
    {
        one.Drop();

        var next = await sockets.NextAsync();
        await next.SendAsync(Slash("e1", "/points"));
        Assert.Equal("e1", (await next.AcknowledgedAsync()).GetProperty("envelope_id").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"hello"}""")]
    [InlineData("""{"type":"slash_commands","envelope_id":""}""")]
    [InlineData("""{"type":"slash_commands","envelope_id":"x1"}""")]
    [InlineData("""{"type":"slash_commands","envelope_id":"x2","payload":{"command":"\ud800","user_id":{},"channel_id":null}}""")]
    [InlineData("""{"type":"interactive","envelope_id":"x3","payload":[]}""")]
    [InlineData("""{"type":"interactive","envelope_id":"x4","payload":{"type":"view_submission"}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x5","payload":{"type":"event_callback"}}""")]
    [InlineData("""{"type":"something_new","envelope_id":"x6","payload":{}}""")]
    public async Task What_cannot_be_read_does_no_harm_and_the_connection_goes_on(string frame)
    {
        await one.SendAsync(frame);
        await one.SendAsync(Slash("after", "/points"));

        JsonElement answer;
        do answer = await one.AcknowledgedAsync();
        while (answer.GetProperty("envelope_id").GetString() != "after");
        Assert.False(one.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_host_that_stops_says_goodbye()
    {
        await host.Service<SlackSockets>().StopAsync(CancellationToken.None);

        await Task.WhenAll(one.Ended, other.Ended).WaitAsync(Eventually.Patience);
    }

    private static string Slash(string id, string line) =>
        $$"""
            {"type":"slash_commands","envelope_id":"{{id}}","accepts_response_payload":true,"payload":
             {"command":"{{line}}","text":"","user_id":"U1","channel_id":"C1","trigger_id":"t-{{id}}"} }
            """;
}
