using Bot.Slack;
using Bot.Tests.Hosting;
using Gamification;
using Storage;

namespace Bot.Tests.Slack;

/// <summary>Everybody in the workspace is known to the game before they ask for anything; who left is written to on the page.</summary>
public sealed class SlackRosterTests : IAsyncLifetime
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
    public async Task Two_pages_link_those_whose_email_Slack_verified_and_a_second_reading_links_nobody()
    {
        slack.On("users.list", FirstThenSecond);

        await host.Service<SlackRoster>().SyncAsync(default);
        await host.Service<SlackRoster>().SyncAsync(default);

        Assert.Equal(("U1", "U3"), (await SlackOfAsync("ana"), await SlackOfAsync("cho")));
        var linked = await AuditAsync("identity.linked");
        Assert.Equal([("system", "cho"), ("system", "ana")], linked.Select(row => (row.By, row.About)));
    }

    [Theory]
    [InlineData("""{"id":"U2","team_id":"T1","deleted":true,"profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","is_bot":true,"profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","is_restricted":true,"profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","is_ultra_restricted":true,"profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","is_email_confirmed":false,"profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T9","profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","is_stranger":true,"profile":{"email":"ben@example.com"}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","profile":{}}""")]
    [InlineData("""{"id":"U2","team_id":"T1","profile":{"email":"someone@example.com"}}""")]
    [InlineData("""{"id":"","team_id":"T1","profile":{"email":"ben@example.com"}}""")]
    [InlineData("null")]
    public async Task Leavers_bots_guests_strangers_and_unverified_emails_link_nobody(string user)
    {
        slack.On("users.list", $$"""{"ok":true,"members":[{{user}}]}""");

        await host.Service<SlackRoster>().SyncAsync(default);

        Assert.Null(await SlackOfAsync("ben"));
    }

    [Fact]
    public async Task Who_is_linked_already_keeps_the_link_whatever_the_workspace_says()
    {
        await LinkAsync("ana", "U7");
        slack.On("users.list", """{"ok":true,"members":[{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}]}""");

        await host.Service<SlackRoster>().SyncAsync(default);

        Assert.Equal("U7", await SlackOfAsync("ana"));
    }

    [Fact]
    public async Task Where_Slack_refuses_or_hangs_up_nobody_is_linked_or_let_go_and_it_is_asked_again_before_the_next_day()
    {
        await LinkAsync("ana", "U1");
        slack.On("users.list", """{"ok":false,"error":"missing_scope"}""");
        Assert.False(await host.Service<SlackRoster>().SyncAsync(default));
        slack.On("users.list", FakeSlack.Drop);
        Assert.False(await host.Service<SlackRoster>().SyncAsync(default));

        Assert.Equal("U1", await SlackOfAsync("ana"));
        slack.On("users.list", """{"ok":true,"members":[]}""");
        Assert.True(await host.Service<SlackRoster>().SyncAsync(default));
    }

    [Fact]
    public async Task Somebody_who_joins_the_workspace_is_linked_when_Slack_tells()
    {
        await TellAsync("Ev1", """{"type":"team_join","user":{"id":"U2","team_id":"T1","profile":{"email":"Ben@Example.com"}}}""");

        await Eventually.HoldsAsync(async () => await SlackOfAsync("ben") == "U2");
    }

    [Fact]
    public async Task Somebody_who_is_deactivated_is_let_go_audited_and_linked_again_when_they_return()
    {
        await LinkAsync("ben", "U2");

        await TellAsync("Ev1", """{"type":"user_change","user":{"id":"U2","team_id":"T1","deleted":true,"profile":{}}}""");
        await Eventually.HoldsAsync(async () => await SlackOfAsync("ben") is null);
        Assert.Equal(("system", "ben"), (await AuditAsync("identity.unlinked")).Select(row => (row.By, row.About)).Single());

        await TellAsync("Ev2", """{"type":"user_change","user":{"id":"U2","team_id":"T1","profile":{"email":"ben@example.com"}}}""");
        await Eventually.HoldsAsync(async () => await SlackOfAsync("ben") == "U2");
    }

    [Fact]
    public async Task A_new_name_or_email_in_Slack_changes_neither_our_name_nor_the_link()
    {
        await LinkAsync("ben", "U2");

        await TellAsync(
            "Ev1",
            """{"type":"user_change","user":{"id":"U2","team_id":"T1","real_name":"B. O.","profile":{"email":"other@example.com"}}}"""
        );
        await TellAsync("Ev2", """{"type":"team_join","user":{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}}""");
        await Eventually.HoldsAsync(async () => await SlackOfAsync("ana") == "U1");

        var ben = await host.Service<DirectoryReader>().RecordAsync(new("ben"), default);
        Assert.Equal(("Ben Okafor", "ben@example.com", "U2"), (ben!.Name, ben.Email, ben.Identities.Single().ExternalId));
    }

    [Theory]
    [InlineData("""{"type":"user_change"}""")]
    [InlineData("""{"type":"user_change","user":7}""")]
    [InlineData("""{"type":"user_change","user":{"id":7}}""")]
    [InlineData("""{"type":"team_join","user":{"profile":{"email":"ben@example.com"}}}""")]
    public async Task An_event_of_another_shape_is_taken_and_ignored(string happened)
    {
        using var answer = await host.EventAsync("Ev1", happened);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Null(await SlackOfAsync("ben"));
    }

    private Task FirstThenSecond(Microsoft.AspNetCore.Http.HttpContext context) =>
        FakeSlack.Json(
            slack
                .Calls.Last(call => call.Path.EndsWith("users.list", StringComparison.Ordinal))
                .Body.Contains("cursor=next", StringComparison.Ordinal)
                ? """{"ok":true,"members":[{"id":"U3","team_id":"T1","profile":{"email":"CHO@example.com"}}],"response_metadata":{"next_cursor":""}}"""
                : """{"ok":true,"members":[{"id":"U1","team_id":"T1","profile":{"email":"ana@example.com"}}],"response_metadata":{"next_cursor":"next"}}"""
        )(context);

    private Task<string?> SlackOfAsync(string person) =>
        host.Service<DirectoryReader>().IdentityOfAsync(new PersonId(person), "slack", default);

    private async Task<IReadOnlyList<AuditRecord>> AuditAsync(string what) =>
        [.. (await host.Service<AuditReader>().ListAsync(100, default)).Where(row => row.What == what)];

    private Task LinkAsync(string person, string user) =>
        host.PutAsync(
            $"/api/v1/people/{person}",
            new
            {
                name = person == "ben" ? "Ben Okafor" : "Ana Alvarez",
                email = $"{person}@example.com",
                team = "emea",
                identities = new[] { new { source = "slack", id = user } },
            }
        );

    private async Task TellAsync(string id, string happened) => (await host.EventAsync(id, happened)).Dispose();
}
