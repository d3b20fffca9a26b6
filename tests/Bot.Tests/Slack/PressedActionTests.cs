using System.Text.Json;
using Bot.Cards;
using Bot.Slack;

namespace Bot.Tests.Slack;

public sealed class PressedActionTests
{
    private const string Button = """{"action_id":"run:replace:3:0","action_ts":"9.1","value":"leaderboard month"}""";

    [Theory]
    [InlineData(Button, "leaderboard month", Answer.Replace)]
    [InlineData("""{"action_id":"run:private:3:0","value":"points"}""", "points", Answer.Private)]
    [InlineData("""{"action_id":"run:replace:3:0","selected_option":{"value":"leaderboard week"}}""", "leaderboard week", Answer.Replace)]
    public void A_press_runs_the_line_it_carries(string action, string line, Answer answer)
    {
        var pressed = PressedAction.Of(Payload(action))!;

        Assert.Equal((line, answer, "U1", "C1"), (pressed.Line, pressed.Answer, pressed.User, pressed.Conversation));
    }

    [Theory]
    [InlineData("C1", "true", Answer.Replace)]
    [InlineData("C1", "false", Answer.Private)]
    [InlineData("C1", "null", Answer.Replace)]
    [InlineData("D1", "false", Answer.Replace)]
    public void A_card_that_a_channel_reads_is_never_replaced_by_one_persons_view(string channel, string ephemeral, Answer answer) =>
        Assert.Equal(answer, PressedAction.Of(Payload(Button, channel, ephemeral))!.Answer);

    [Fact]
    public void The_same_press_has_the_same_id_and_another_press_another()
    {
        Assert.Equal(PressedAction.Of(Payload(Button))!.Id, PressedAction.Of(Payload(Button))!.Id);
        Assert.NotEqual(
            PressedAction.Of(Payload(Button))!.Id,
            PressedAction.Of(Payload(Button.Replace("9.1", "9.2", StringComparison.Ordinal)))!.Id
        );
    }

    [Theory]
    [InlineData("""{"action_id":"open-link","value":"x"}""")]
    [InlineData("""{"action_id":"run:replace:3:0"}""")]
    [InlineData("""{"value":"leaderboard"}""")]
    public void What_is_no_action_of_our_cards_is_none(string action) => Assert.Null(PressedAction.Of(Payload(action)));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_web_addresses_are_answered_to(string? address) => Assert.Null(ResponseAddress.Parse(address));

    private static InteractionPayload Payload(string action, string channel = "C1", string ephemeral = "true") =>
        JsonSerializer.Deserialize(
            $$"""
            {"type":"block_actions","trigger_id":"t1","user":{"id":"U1"},"channel":{"id":"{{channel}}"},
             "container":{"is_ephemeral":{{ephemeral}}},"response_url":"https://hooks.slack.com/a","actions":[{{action}}]}
            """,
            SlackPayloads.Default.InteractionPayload
        )!;
}
