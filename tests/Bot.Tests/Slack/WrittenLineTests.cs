using System.Text.Json;
using Bot.Slack;

namespace Bot.Tests.Slack;

public sealed class WrittenLineTests
{
    [Theory]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","channel":"D1","text":"leaderboard"}""", "leaderboard", false)]
    [InlineData("""{"type":"app_mention","user":"U1","channel":"C1","text":"<@UBOT> points &amp; more"}""", "points & more", true)]
    [InlineData(
        """{"type":"app_mention","user":"U1","channel":"C1","text":"badges of <@U2> please <@UBOT>"}""",
        "badges of <@U2> please",
        true
    )]
    public void Words_to_the_bot_are_a_command_line(string happened, string line, bool mentioned)
    {
        var written = WrittenLine.Of(Payload(happened))!;

        Assert.Equal((line, mentioned), (SlackText.Plain(written.Line), written.Mentioned));
    }

    [Theory]
    [InlineData("""{"type":"message","channel_type":"im","bot_id":"B1","user":"UBOT","channel":"D1","text":"card"}""")]
    [InlineData("""{"type":"message","channel_type":"im","user":"UBOT","channel":"D1","text":"card"}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel_type":"im","user":"U1","channel":"D1","text":"x"}""")]
    [InlineData("""{"type":"message","channel_type":"channel","user":"U1","channel":"C1","text":"leaderboard"}""")]
    [InlineData("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}""")]
    [InlineData("""{"type":"user_change","user":{"id":"U1"}}""")]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","channel":"D1"}""")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    public void Everything_else_is_none(string happened) => Assert.Null(WrittenLine.Of(Payload(happened)));

    [Theory]
    [InlineData("<@UBOT> points", "points")]
    [InlineData("<@UBOT|medalist> points", "points")]
    [InlineData("points", "points")]
    [InlineData("<@UBOT", "<@UBOT")]
    public void Where_Slack_does_not_name_the_bot_the_leading_mention_is_it(string text, string line) =>
        Assert.Equal(line, SlackText.Plain(SlackText.WithoutMention(text, null)));

    private static EventPayload Payload(string happened) =>
        JsonSerializer.Deserialize(
            $$"""{"type":"event_callback","event_id":"Ev1","authorizations":[{"user_id":"UBOT","is_bot":true}],"event":{{happened}}}""",
            SlackPayloads.Default.EventPayload
        )!;
}
