using Bot.Channels;
using Bot.Play;
using Bot.Tests.Hosting;
using Gamification;
using Gamification.Announcements;
using Storage;

namespace Bot.Tests.Slack;

/// <summary>A channel of Slack that the bot can no longer post to: paused, told once to who can mend it, and resumed with all that waited.</summary>
public sealed class SlackPlacesTests : IAsyncLifetime
{
    private static readonly ChannelId Channel = new("slack:C1");

    private FakeSlack slack = null!;
    private RunningHost host = null!;

    private ChatStore Chat => host.Service<ChatStore>();

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        slack.On("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""");
        slack.On("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.2"}""");
        host = await (await SlackRequests.StartAsync(slack)).WithPeopleAsync();
        await host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = new[] { new { platform = "slack", conversation = "C1" } },
            }
        );
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Theory]
    [InlineData("channel_archive", "it was archived")]
    [InlineData("group_archive", "it was archived")]
    [InlineData("channel_deleted", "it was deleted")]
    [InlineData("group_deleted", "it was deleted")]
    [InlineData("channel_left", "Medalist is not in it any more")]
    [InlineData("group_left", "Medalist is not in it any more")]
    public async Task An_archived_deleted_or_left_channel_is_paused_and_its_manager_told_once(string happened, string because)
    {
        await TellAsync("Ev1", $$"""{"type":"{{happened}}","channel":"C1","user":"U9"}""");
        await Eventually.HoldsAsync(async () => await PausedAsync() is not null);
        await TellAsync("Ev2", $$"""{"type":"{{happened}}","channel":"C1","user":"U9"}""");
        await TellAsync("Ev3", """{"type":"team_join","user":{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}}""");
        await Eventually.HoldsAsync(async () =>
            await host.Service<DirectoryReader>().IdentityOfAsync(new("ana"), "slack", default) is not null
        );

        Assert.Equal(because, await PausedAsync());
        Assert.Equal(new Recipient.Person(new("mara")), Assert.Single(await NoticesAsync()).To);
        Assert.Equal("system", Assert.Single(await AuditAsync("channel.paused")).By);
    }

    [Theory]
    [InlineData("""{"type":"channel_unarchive","channel":"C1"}""")]
    [InlineData("""{"type":"group_unarchive","channel":"C1"}""")]
    [InlineData("""{"type":"member_joined_channel","channel":"C1","user":"UBOT"}""")]
    public async Task It_goes_on_when_it_is_unarchived_or_the_bot_is_back(string happened)
    {
        await host.Service<ChannelLife>().PauseAsync(Channel, ChannelTrouble.Archived, default);

        await TellAsync("Ev1", happened);

        await Eventually.HoldsAsync(async () => await PausedAsync() is null);
    }

    [Theory]
    [InlineData("""{"type":"member_joined_channel","channel":"C1","user":"U1"}""")]
    [InlineData("""{"type":"channel_unarchive","channel":"C2"}""")]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1","name":"new"}}""")]
    [InlineData("""{"type":"channel_unarchive","channel":7}""")]
    [InlineData("""{"type":"channel_unarchive"}""")]
    public async Task Other_people_other_channels_other_names_and_other_shapes_change_nothing(string happened)
    {
        await host.Service<ChannelLife>().PauseAsync(Channel, ChannelTrouble.Archived, default);

        using var answer = await host.EventAsync("Ev1", happened);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.NotNull(await PausedAsync());
    }

    [Theory]
    [InlineData("""{"type":"channel_unarchive","channel":"C1"}""")]
    [InlineData("""{"type":"member_joined_channel","channel":"C1","user":"UBOT"}""")]
    public async Task What_a_person_paused_stays_paused_when_it_is_unarchived_or_the_bot_is_back(string happened)
    {
        await host.Service<ChannelDesk>().PauseAsync(Channel, "Mara Manager paused it.", "mara", default);

        await TellAsync("Ev1", happened);
        await TellAsync("Ev2", """{"type":"team_join","user":{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}}""");
        await Eventually.HoldsAsync(async () =>
            await host.Service<DirectoryReader>().IdentityOfAsync(new("ana"), "slack", default) is not null
        );

        Assert.Equal("Mara Manager paused it.", await PausedAsync());
    }

    [Theory]
    [InlineData("is_archived", "it was archived")]
    [InlineData("not_in_channel", "Medalist is not in it any more")]
    [InlineData("channel_not_found", "Medalist is not in it any more")]
    public async Task A_refused_post_pauses_the_channel_and_is_posted_once_when_a_manager_resumes_it(string error, string because)
    {
        slack.On("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");
        await host.ReportAsync("e1", "quote.sent", new { quoteId = "q1", owner = "ana@example.com" });
        await Eventually.HoldsAsync(async () => await PausedAsync() == because);
        Assert.Empty(await host.Service<AnnouncementReader>().ListAsync(DeliveryState.Failed, 100, default));

        slack.On("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.2"}""");
        var before = slack.CallsOf("chat.postMessage").Count(IsToChannel);
        Assert.True(await host.Service<ChannelLife>().ResumeAsync(Channel, "mara", default));
        await Eventually.HoldsAsync(() => slack.CallsOf("chat.postMessage").Count(IsToChannel) > before);

        Assert.Equal(before + 1, slack.CallsOf("chat.postMessage").Count(IsToChannel));
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("invalid_auth")]
    [InlineData("token_expired")]
    public async Task A_token_that_is_taken_back_loses_nothing_and_the_status_says_so(string error)
    {
        slack.On("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        await host.ReportAsync("e1", "quote.sent", new { quoteId = "q1", owner = "ana@example.com" });
        await Eventually.HoldsAsync(() => host.Service<PlatformHealth>().Troubles.Count > 0);

        Assert.Contains(error, Assert.Single(host.Service<PlatformHealth>().Troubles), StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => (await PendingAsync()).Count > 0);
        Assert.Empty(await host.Service<AnnouncementReader>().ListAsync(DeliveryState.Failed, 100, default));
        Assert.Null(await PausedAsync());
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"bot":["UBOT"]}}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}""", false)]
    [InlineData("""{"type":"tokens_revoked"}""", false)]
    public async Task The_status_knows_at_once_that_the_app_was_uninstalled(string happened, bool isLockedOut)
    {
        using var answer = await host.EventAsync("Ev1", happened);

        Assert.Equal(
            isLockedOut,
            host.Service<PlatformHealth>().Troubles.Any(trouble => trouble.Contains("took the app's access back", StringComparison.Ordinal))
        );
    }

    private static bool IsToChannel(FakeCall call) => call.Body.Contains("\"channel\":\"C1\"", StringComparison.Ordinal);

    private async Task<string?> PausedAsync() => (await Chat.PausedAsync(default)).SingleOrDefault(paused => paused.Id == Channel)?.Because;

    private async Task<IReadOnlyList<AnnouncementView>> NoticesAsync() =>
        [.. (await host.Service<AnnouncementReader>().ListAsync(null, 100, default)).Where(view => view.Kind == ChannelLife.Paused)];

    private Task<IReadOnlyList<AnnouncementView>> PendingAsync() =>
        host.Service<AnnouncementReader>().ListAsync(DeliveryState.Pending, 100, default);

    private async Task<IReadOnlyList<AuditRecord>> AuditAsync(string what) =>
        [.. (await host.Service<AuditReader>().ListAsync(100, default)).Where(row => row.What == what)];

    private async Task TellAsync(string id, string happened) => (await host.EventAsync(id, happened)).Dispose();
}
