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
        Assert.Equal(email, SlackProfile.Of(Read(user), new("T1")).VerifiedEmail);

    [Theory]
    [InlineData("""{"team_id":"T1","enterprise_user":{"enterprise_id":"E1","teams":["T1"]},"profile":{"email":"ana@example.com"}}""", true)]
    [InlineData("""{"team_id":"T7","enterprise_user":{"enterprise_id":"E1","teams":["T7"]},"profile":{"email":"ana@example.com"}}""", true)]
    [InlineData(
        """{"team_id":"T9","enterprise_user":{"enterprise_id":"E9","teams":["T9"]},"profile":{"email":"ana@example.com"}}""",
        false
    )]
    [InlineData("""{"team_id":"E1","profile":{"email":"ana@example.com"}}""", false)]
    [InlineData("""{"team_id":"T9","profile":{"email":"ana@example.com"}}""", false)]
    public void Installed_for_a_whole_Enterprise_organisation_the_members_of_all_its_workspaces_count(string user, bool counts) =>
        Assert.Equal(counts ? "ana@example.com" : null, SlackProfile.Of(Read(user), new("E1", IsOrganisation: true)).VerifiedEmail);

    [Theory]
    [InlineData("""{"ok":true,"team_id":"T1"}""", "T1", false)]
    [InlineData("""{"ok":true,"team_id":"T1","enterprise_id":"E1","is_enterprise_install":false}""", "T1", false)]
    [InlineData("""{"ok":true,"team_id":"E1","enterprise_id":"E1","is_enterprise_install":true}""", "E1", true)]
    [InlineData("""{"ok":true,"team_id":"T1","is_enterprise_install":true}""", null, false)]
    [InlineData("""{"ok":true,"team_id":""}""", null, false)]
    [InlineData("""{"ok":true}""", null, false)]
    public void Slack_says_where_the_app_is_installed(string identity, string? id, bool isOrganisation) =>
        Assert.Equal(
            id is null ? null : new SlackWorkspace(id, isOrganisation),
            SlackWorkspace.Of(JsonSerializer.Deserialize(identity, SlackReplies.Default.IdentityReply)!)
        );

    [Fact]
    public void Nobody_is_vouched_for_while_the_own_workspace_is_unknown() =>
        Assert.Null(SlackProfile.Of(Read("""{"team_id":"T1","profile":{"email":"ana@example.com"}}"""), null).VerifiedEmail);

    [Theory]
    [InlineData("\"fr-FR\"", "fr-FR")]
    [InlineData("\"no-such-thing\"", null)]
    [InlineData("null", null)]
    public void The_locale_is_the_one_Slack_says_if_there_is_one(string locale, string? expected) =>
        Assert.Equal(expected, SlackProfile.Of(Read($$"""{"locale":{{locale}}}"""), new("T1")).Locale?.Name);

    private static UserPart Read(string json) =>
        JsonSerializer.Deserialize($$"""{"ok":true,"user":{{json}}}""", SlackReplies.Default.UserReply)!.User!;
}
