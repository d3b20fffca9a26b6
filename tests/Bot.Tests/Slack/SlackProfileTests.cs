using System.Text.Json;
using Bot.Slack;
using Bot.Slack.Wire;

namespace Bot.Tests.Slack;

public sealed class SlackProfileTests
{
    [Theory]
    [InlineData("""{"team_id":"T1","profile":{"email":"ana@example.com"}}""", "ana@example.com")]
    [InlineData("""{"team_id":"T1","is_restricted":true,"profile":{"email":"guest@example.com"}}""", "guest@example.com")]
    [InlineData("""{"team_id":"E9","enterprise_user":{"teams":["T1"]},"profile":{"email":"ana@example.com"}}""", "ana@example.com")]
    [InlineData("""{"team_id":"T2","profile":{"email":"ana@example.com"}}""", null)]
    [InlineData("""{"team_id":"T1","is_stranger":true,"profile":{"email":"ana@example.com"}}""", null)]
    [InlineData("""{"team_id":"T1","deleted":true,"profile":{"email":"ana@example.com"}}""", null)]
    [InlineData("""{"team_id":"T1","is_bot":true,"profile":{"email":"ana@example.com"}}""", null)]
    [InlineData("""{"team_id":"T1","is_email_confirmed":false,"profile":{"email":"ana@example.com"}}""", null)]
    [InlineData("""{"team_id":"T1","profile":{}}""", null)]
    public void An_email_counts_only_of_a_living_member_of_the_own_workspace(string user, string? email) =>
        Assert.Equal(email, SlackProfile.Of(Read(user), "T1").VerifiedEmail);

    [Fact]
    public void Nobody_is_vouched_for_while_the_own_workspace_is_unknown() =>
        Assert.Null(SlackProfile.Of(Read("""{"team_id":"T1","profile":{"email":"ana@example.com"}}"""), null).VerifiedEmail);

    [Theory]
    [InlineData("\"fr-FR\"", "fr-FR")]
    [InlineData("\"no-such-thing\"", "en-US")]
    [InlineData("null", "en-US")]
    public void Cards_speak_the_language_of_the_reader_or_American_English(string locale, string expected) =>
        Assert.Equal(expected, SlackProfile.Of(Read($$"""{"locale":{{locale}}}"""), "T1").Locale.Name);

    private static UserPart Read(string json) =>
        JsonSerializer.Deserialize($$"""{"ok":true,"user":{{json}}}""", SlackReplies.Default.UserReply)!.User!;
}
