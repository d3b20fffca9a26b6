using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Channels;
using Bot.Settings;
using Bot.Slack;
using Bot.Slack.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Slack;

public sealed class SlackChannelTests : IAsyncLifetime
{
    private static readonly DateTimeOffset SentAfter = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly Card Board = new("Week 47", [new CardPart.Text("Ana leads with 214 points.")]);
    private static readonly Message ToChannel = new("outbox-7", "C1", null, Board, null);
    private static readonly Message ToPerson = new("outbox-8", null, "U1", Board, null);

    private FakeSlack slack = null!;
    private SlackChannel channel = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        var client = new SlackClient(
            SlackHttp.Create(),
            new SlackSettings { ApiUrl = slack.ApiUrl, BotToken = "xoxb-test" },
            new(TimeProvider.System),
            new()
        );
        channel = new(client, new SlackMessages(TestSettings.Defaults), NullLogger<SlackChannel>.Instance);
    }

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task A_post_is_known_by_its_channel_and_timestamp()
    {
        slack.On("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1800000000.000100"}""");

        Assert.Equal(new DeliveryResult.Sent("C1:1800000000.000100"), await channel.DeliverAsync(ToChannel, default));
    }

    [Fact]
    public async Task A_person_is_written_to_in_a_conversation_opened_for_it()
    {
        slack.On("conversations.open", """{"ok":true,"channel":{"id":"D9"}}""");
        slack.On("chat.postMessage", """{"ok":true,"channel":"D9","ts":"1.2"}""");

        Assert.Equal(new DeliveryResult.Sent("D9:1.2"), await channel.DeliverAsync(ToPerson, default));
        Assert.Equal("""{"users":"U1"}""", Assert.Single(slack.CallsOf("conversations.open")).Body);
        Assert.Equal("D9", BodyOf("chat.postMessage")["channel"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_edit_sends_the_blocks_again_or_Slack_would_take_them_away()
    {
        slack.On("chat.update", """{"ok":true,"channel":"C1","ts":"1.2"}""");

        var result = await channel.DeliverAsync(ToChannel with { Edits = "C1:1.2" }, default);

        Assert.Equal(new DeliveryResult.Sent("C1:1.2"), result);
        Assert.Equal(
            ("C1", "1.2"),
            (BodyOf("chat.update")["channel"]!.GetValue<string>(), BodyOf("chat.update")["ts"]!.GetValue<string>())
        );
        Assert.NotEmpty(BodyOf("chat.update")["blocks"]!.AsArray());
        Assert.Empty(slack.CallsOf("chat.postMessage"));
    }

    [Theory]
    [InlineData("chat.postMessage", null, "Unknown")]
    [InlineData("chat.update", "C1:1.2", "Later")]
    public async Task A_lost_answer_to_a_post_is_unknown_and_to_an_edit_is_asked_again(string method, string? edits, string expected)
    {
        slack.On(method, FakeSlack.Drop);

        Assert.Equal(expected, (await channel.DeliverAsync(ToChannel with { Edits = edits }, default)).GetType().Name);
    }

    [Fact]
    public async Task A_conversation_that_could_not_be_opened_leaves_nothing_unknown()
    {
        slack.On("conversations.open", FakeSlack.Status(500));

        Assert.IsType<DeliveryResult.Later>(await channel.DeliverAsync(ToPerson, default));
        Assert.Empty(slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task A_refusal_keeps_the_code_of_Slack()
    {
        slack.On("chat.postMessage", """{"ok":false,"error":"msg_blocks_too_long"}""");

        Assert.Equal(new DeliveryResult.Refused("msg_blocks_too_long"), await channel.DeliverAsync(ToChannel, default));
    }

    [Theory]
    [InlineData("chat.postMessage", null, "is_archived", "archived")]
    [InlineData("chat.postMessage", null, "not_in_channel", "removed")]
    [InlineData("chat.postMessage", null, "channel_not_found", "removed")]
    [InlineData("chat.update", "C1:1.2", "is_archived", "archived")]
    [InlineData("chat.update", "C1:1.2", "channel_not_found", "removed")]
    public async Task A_channel_that_cannot_be_posted_to_is_no_fault_of_the_message(
        string method,
        string? edits,
        string error,
        string trouble
    )
    {
        slack.On(method, $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.Equal(
            new DeliveryResult.Away(ChannelTrouble.Of(trouble)),
            await channel.DeliverAsync(ToChannel with { Edits = edits }, default)
        );
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("invalid_auth")]
    [InlineData("not_authed")]
    [InlineData("token_expired")]
    public async Task A_token_that_is_good_for_nothing_makes_everything_wait_five_minutes(string error)
    {
        slack.On("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.Equal(new DeliveryResult.Later(TimeSpan.FromMinutes(5), error), await channel.DeliverAsync(ToChannel, default));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("C1:1.2:3")]
    public async Task An_edit_of_no_message_of_Slack_is_refused(string edits) =>
        Assert.IsType<DeliveryResult.Refused>(await channel.DeliverAsync(ToChannel with { Edits = edits }, default));

    [Fact]
    public async Task A_post_is_found_again_by_its_metadata_also_on_the_second_page()
    {
        slack.On("conversations.history", SecondPageHolds("outbox-7"));

        var found = Assert.IsType<Lookup.Found>(await channel.FindAsync(ToChannel, SentAfter, default));
        Assert.Equal("C1:1800000003.000000", found.MessageId);
        Assert.Empty(found.Repeats);
        Assert.Contains("oldest=1799999940", slack.CallsOf("conversations.history").First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_absent_only_after_the_last_page()
    {
        slack.On("conversations.history", SecondPageHolds("another"));

        Assert.Equal(new Lookup.Absent(), await channel.FindAsync(ToChannel, SentAfter, default));
        Assert.Equal(2, slack.CallsOf("conversations.history").Count());
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("not_in_channel")]
    public async Task Where_history_may_not_be_read_nobody_can_tell(string error)
    {
        slack.On("conversations.history", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.Equal(new Lookup.CannotTell(), await channel.FindAsync(ToChannel, SentAfter, default));
    }

    [Fact]
    public async Task A_history_that_is_not_read_now_is_asked_again()
    {
        slack.On("conversations.history", FakeSlack.Status(429, "7"));
        Assert.Equal(new Lookup.Later(TimeSpan.FromSeconds(7)), await channel.FindAsync(ToChannel, SentAfter, default));

        slack.On("conversations.history", FakeSlack.Status(500));
        Assert.IsType<Lookup.Later>(await channel.FindAsync(ToChannel, SentAfter, default));
    }

    [Fact]
    public async Task Of_two_posts_of_one_message_the_later_is_the_repeat_and_can_be_taken_back()
    {
        slack.On(
            "conversations.history",
            Page(
                Post("1800000009.000000", "medalist_announcement", "\"outbox-7\""),
                Post("1800000003.000000", "medalist_announcement", "\"outbox-7\"")
            )
        );

        var found = Assert.IsType<Lookup.Found>(await channel.FindAsync(ToChannel, SentAfter, default));

        Assert.Equal("C1:1800000003.000000", found.MessageId);
        Assert.True(await channel.DeleteAsync(Assert.Single(found.Repeats), default));
        Assert.Equal("1800000009.000000", BodyOf("chat.delete")["ts"]!.GetValue<string>());
    }

    private JsonNode BodyOf(string method) => JsonNode.Parse(Assert.Single(slack.CallsOf(method)).Body)!;

    private Func<HttpContext, Task> SecondPageHolds(string id) =>
        context =>
            FakeSlack.Json(
                slack.Calls.Last().Body.Contains("cursor=next", StringComparison.Ordinal)
                    ? Page(
                        """{"ts":"1800000001.000000"}""",
                        Post("1800000002.000000", "other", "\"outbox-7\""),
                        Post("1800000002.500000", "medalist_announcement", "7"),
                        Post("1800000003.000000", "medalist_announcement", $"\"{id}\"")
                    )
                    : """{"ok":true,"has_more":true,"messages":[],"response_metadata":{"next_cursor":"next"}}"""
            )(context);

    private static string Page(params string[] messages) =>
        $$"""{"ok":true,"has_more":false,"messages":[{{string.Join(',', messages)}}]}""";

    private static string Post(string ts, string type, string id) =>
        $$"""{"ts":"{{ts}}","metadata":{"event_type":"{{type}}","event_payload":{"id":{{id}} } } }""";
}
