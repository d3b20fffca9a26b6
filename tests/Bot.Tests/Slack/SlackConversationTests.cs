using System.Net;
using System.Text.Json.Nodes;
using Bot.Tests.Hosting;

namespace Bot.Tests.Slack;

/// <summary>What a person types and presses in Slack, and what comes back.</summary>
public sealed class SlackConversationTests : IAsyncLifetime
{
    private FakeSlack slack = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_slash_command_is_answered_privately_to_the_person_with_the_verified_email()
    {
        using var answer = await host.SlashAsync(slack, "/leaderboard month");

        var message = await ReadAsync(answer);
        Assert.Equal("ephemeral", Text(message, "response_type"));
        Assert.Contains("Ana Alvarez", message["blocks"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_takes_longer_than_Slack_waits_is_acknowledged_and_answered_afterwards()
    {
        slack.On(
            "users.info",
            async context =>
            {
                await Task.Delay(TimeSpan.FromSeconds(3.5), context.RequestAborted);
                await FakeSlack.Json("""{"ok":true,"user":{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}}""")(context);
            }
        );

        using var answer = await host.SlashAsync(slack, "/points");

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("ephemeral", Text(await HookAsync(), "response_type"));
    }

    [Fact]
    public async Task A_shared_board_goes_to_the_whole_channel_once_however_often_it_is_asked_for()
    {
        var card = await ReadAsync(await host.SlashAsync(slack, "/leaderboard"));
        var share = Buttons(card)
            .Single(button => button["text"]!["text"]!.GetValue<string>().StartsWith("Share", StringComparison.Ordinal));

        for (var again = 0; again < 2; again++)
            await host.PressAsync(slack, Text(share, "action_id"), Text(share, "value"));

        await Eventually.HoldsAsync(() => Hooks("in_channel").Any());
        Assert.Single(Hooks("in_channel"));
    }

    [Fact]
    public async Task A_selector_replaces_the_card_it_stands_on()
    {
        using var answer = await host.PressAsync(slack, "run:replace:1:0", "leaderboard month");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await HookAsync())["replace_original"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_private_button_leaves_the_card_as_it_is()
    {
        await host.PressAsync(slack, "run:private:1:0", "leaderboard");

        var message = await HookAsync();
        Assert.Equal("ephemeral", Text(message, "response_type"));
        Assert.False(message["replace_original"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Words_in_a_conversation_of_two_are_answered_there()
    {
        await host.EventAsync("Ev1", """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points"}""");

        Assert.Equal("D1", Text(JsonNode.Parse((await slack.NextAsync("chat.postMessage")).Body)!, "channel"));
    }

    [Fact]
    public async Task Words_in_a_thread_of_a_conversation_of_two_are_answered_in_the_thread()
    {
        await host.EventAsync(
            "Ev1",
            """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points","thread_ts":"5.1"}"""
        );
        await host.EventAsync("Ev2", """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points"}""");

        await slack.CountAsync("chat.postMessage", 2);
        Assert.Equal(
            ["5.1", null],
            slack.CallsOf("chat.postMessage").Select(call => (string?)JsonNode.Parse(call.Body)!["thread_ts"]).OrderDescending()
        );
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_for_the_writers_eyes_only()
    {
        await host.EventAsync(
            "Ev1",
            """{"type":"app_mention","user":"U1","channel":"C1","text":"<@UBOT> leaderboard","thread_ts":"5.1"}"""
        );

        var message = JsonNode.Parse((await slack.NextAsync("chat.postEphemeral")).Body)!;
        Assert.Equal(("C1", "U1", "5.1"), (Text(message, "channel"), Text(message, "user"), Text(message, "thread_ts")));
        Assert.Empty(slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task The_bot_does_not_answer_itself()
    {
        await host.EventAsync(
            "Ev1",
            """{"type":"message","channel_type":"im","bot_id":"B1","user":"UBOT","channel":"D1","text":"points"}"""
        );
        await host.EventAsync("Ev2", """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points"}""");

        await slack.NextAsync("chat.postMessage");
        Assert.Single(slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task An_event_brought_again_to_another_host_or_after_a_restart_is_answered_once()
    {
        const string happened = """{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"points"}""";
        var folder = Directory.CreateTempSubdirectory("medalist-").FullName;
        var database = ("Storage:ConnectionString", $"Data Source={Path.Combine(folder, "two.db")}");
        await using (var one = await SlackRequests.StartAsync(slack, database))
        await using (var two = await SlackRequests.StartAsync(slack, database))
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? one : two).EventAsync("Ev1", happened)));

        await using (var restarted = await SlackRequests.StartAsync(slack, database))
            await restarted.EventAsync("Ev1", happened);

        // A host that stops finishes its answers, so none is on its way any more.
        Assert.Single(slack.CallsOf("chat.postMessage"));
        Directory.Delete(folder, recursive: true);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private static IEnumerable<JsonNode> Buttons(JsonNode card) =>
        card["blocks"]!
            .AsArray()
            .Where(block => Text(block!, "type") == "actions")
            .SelectMany(block => block!["elements"]!.AsArray())
            .Where(element => Text(element!, "type") == "button")!;

    private async Task<JsonNode> HookAsync() => JsonNode.Parse((await slack.NextAsync("hook")).Body)!;

    private IEnumerable<FakeCall> Hooks(string type) =>
        slack.CallsOf("hook").Where(call => call.Body.Contains(type, StringComparison.Ordinal));
}
