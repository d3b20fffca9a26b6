using System.Text.Json;
using Bot.Teams.Wire;

namespace Bot.Tests.Teams;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<at>Medalist</at> /leaderboard month", "/leaderboard month")]
    [InlineData("<at>Medalist</at>&nbsp;/leaderboard", "/leaderboard")]
    [InlineData("<at>Medalist</at>\u00A0 points \n", "points")]
    [InlineData("  points  ", "points")]
    [InlineData("points <at>Medalist</at>", "points")]
    [InlineData("<at>Medalist</at> <at>Medalist</at> points", "points")]
    [InlineData("<at>Medalist</at>", "")]
    [InlineData("<at>Ada</at> badges", "<at>Ada</at> badges")]
    [InlineData("<at>medalist</at> points", "<at>medalist</at> points")]
    public void Only_the_mention_of_the_bot_is_taken_out(string text, string line) =>
        Assert.Equal(line, MessageText.Of(Message(text, Mention("28:bot", "<at>Medalist</at>"), Mention("29:ada", "<at>Ada</at>"))));

    [Fact]
    public void A_person_who_is_named_like_the_bot_stays() =>
        Assert.Equal(
            "<at>Medalist</at> badges",
            MessageText.Of(Message("<at>Medalist</at> badges", Mention("29:somebody", "<at>Medalist</at>")))
        );

    [Theory]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"28:bot"},"text":""}""")]
    [InlineData("""{"type":"mention","text":"points"}""")]
    [InlineData("""{"type":"clientInfo","mentioned":{"id":"28:bot"},"text":"points"}""")]
    [InlineData("null")]
    public void An_entity_that_is_no_mention_of_the_bot_takes_nothing_out(string entity) =>
        Assert.Equal("points", MessageText.Of(Message("points", JsonSerializer.Deserialize(entity, TeamsJson.Default.Entity))));

    private static Entity Mention(string id, string text) =>
        new()
        {
            Type = "mention",
            Mentioned = new() { Id = id },
            Text = text,
        };

    private static Activity Message(string text, params Entity?[] entities) =>
        new()
        {
            Type = "message",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            Conversation = new() { Id = "a:1" },
            From = new() { Id = "29:ada" },
            Recipient = new() { Id = "28:bot" },
            Text = text,
            Entities = entities,
        };
}
