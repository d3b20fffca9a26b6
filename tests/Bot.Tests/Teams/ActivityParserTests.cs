using System.Text;
using System.Text.Json;
using Bot.Cards;
using Bot.Teams.Wire;

namespace Bot.Tests.Teams;

public sealed class ActivityParserTests
{
    private const string Least =
        """{"type":"message","serviceUrl":"https://smba.trafficmanager.net/","conversation":{"id":"a:1"},"from":{"id":"29:ada"},"recipient":{"id":"28:bot"}}""";

    [Fact]
    public void The_least_activity_is_read() => Assert.IsType<ParsedActivity.Valid>(Parse(Least));

    [Fact]
    public void A_byte_order_mark_before_it_does_no_harm() => Assert.IsType<ParsedActivity.Valid>(Parse("\uFEFF" + Least));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1e65")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":"\ud800","serviceUrl":"s","conversation":{"id":"a"},"from":{"id":"f"},"recipient":{"id":"r"}}""")]
    [InlineData(
        """{"type":"message","type":"message","serviceUrl":"s","conversation":{"id":"a"},"from":{"id":"f"},"recipient":{"id":"r"}}"""
    )]
    [InlineData("""{"type":7,"serviceUrl":"s","conversation":{"id":"a"},"from":{"id":"f"},"recipient":{"id":"r"}}""")]
    [InlineData("""{"type":"message","serviceUrl":"s","conversation":"a","from":{"id":"f"},"recipient":{"id":"r"}}""")]
    [InlineData("""{"type":"message","serviceUrl":"s","conversation":{"id":"a"},"from":{"id":"f"},"recipient":{"id":"r"},"entities":{}}""")]
    [InlineData(
        """{"type":"message","serviceUrl":"s","conversation":{"id":"a"},"from":{"id":"f"},"recipient":{"id":"r"},"value":{"a":1,"a":2}}"""
    )]
    public void What_is_no_activity_is_told_so(string body) => Assert.IsType<ParsedActivity.Malformed>(Parse(body));

    [Fact]
    public void Bytes_that_are_no_text_are_told_so() =>
        Assert.IsType<ParsedActivity.Malformed>(ActivityParser.Parse([0x7B, 0x22, 0xFF, 0xFE, 0x22]));

    [Fact]
    public void A_depth_of_65_is_told_so() =>
        Assert.IsType<ParsedActivity.Malformed>(
            Parse(Least.Replace("\"type\"", $"\"value\":{new string('[', 64)}{new string(']', 64)},\"type\"", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("\"id\":\"a:1\"", "\"id\":\"\"", "/conversation/id")]
    [InlineData("\"id\":\"a:1\"", "\"id\":null", "/conversation/id")]
    [InlineData("{\"id\":\"29:ada\"}", "null", "/from/id")]
    [InlineData("\"type\":\"message\"", "\"type\":null", "/type")]
    [InlineData("\"id\":\"28:bot\"", "\"id\":[1]", "/recipient/id")]
    public void The_pointer_names_what_is_wrong(string right, string wrong, string pointer) =>
        Assert.Equal(
            pointer,
            Assert.IsType<ParsedActivity.Malformed>(Parse(Least.Replace(right, wrong, StringComparison.Ordinal))).Pointer
        );

    [Theory]
    [InlineData("""{"action":{"verb":"run","data":{"command":"points","answer":"replace"}}}""", "points", Answer.Replace)]
    [InlineData("""{"action":{"verb":"run","data":{"command":"leaderboard me","answer":"private"}}}""", "leaderboard me", Answer.Private)]
    [InlineData("""{"action":{"verb":"run","data":{"command":"points"}}}""", "points", Answer.Replace)]
    [InlineData(
        """{"action":{"verb":"run","data":{"command":"","answer":"replace","chosen-period":"leaderboard month"}}}""",
        "leaderboard month",
        Answer.Replace
    )]
    public void A_pressed_button_stands_for_its_command(string value, string command, Answer answer) =>
        Assert.Equal(new CardAction(command, answer), CardAction.OfInvoke(Json(value)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"run\"")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":{"verb":"other","data":{"command":"points"}}}""")]
    [InlineData("""{"action":{"verb":"run"}}""")]
    [InlineData("""{"action":{"verb":"run","data":"points"}}""")]
    [InlineData("""{"action":{"verb":"run","data":{"command":7}}}""")]
    [InlineData("""{"action":{"verb":"run","data":{"command":""}}}""")]
    [InlineData("""{"action":{"verb":"run","data":{"command":"\ud800"}}}""")]
    [InlineData("""{"action":{"verb":"run","data":{"command":"","chosen-a":{}}}}""")]
    public void A_button_of_somebody_else_stands_for_nothing(string value) => Assert.Null(CardAction.OfInvoke(Json(value)));

    private static JsonElement Json(string value) => JsonDocument.Parse(value).RootElement;

    private static ParsedActivity Parse(string body) => ActivityParser.Parse(Encoding.UTF8.GetBytes(body));
}
