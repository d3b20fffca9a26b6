using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Storage;

namespace Bot.Tests.Teams;

/// <summary>The app comes to a chat or a team, and goes.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    private ChatStore Chats => teams.Host.Service<ChatStore>();

    public async Task InitializeAsync() => teams = await TeamsConversation.StartAsync();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Teams_tells_of_an_install_twice_and_the_bot_greets_once(bool installationFirst)
    {
        JsonObject[] told = [Installation("add"), Members("membersAdded")];
        foreach (var activity in installationFirst ? told : told.Reverse())
            (await teams.SendAsync(activity)).Dispose();

        Assert.Equal("Hello, I am Medalist", Assert.Single(Posted).Says);
        Assert.DoesNotContain("Top goal", Posted.Single().Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_the_game_knows_finds_their_dashboard_in_the_greeting_of_their_own_chat()
    {
        await teams.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA" });
        await teams.Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada",
                email = "ada@example.com",
                team = "emea",
                identities = new[] { new { source = "teams", id = "aad-ada" } },
            }
        );

        (await teams.SendAsync(Installation("add"))).Dispose();

        var greeting = Assert.Single(Posted);
        Assert.Equal("Hello, I am Medalist", greeting.Says);
        Assert.Contains("0 of 10 quotes", greeting.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Action.Execute", greeting.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_is_remembered_without_its_thread_and_greeted_in_a_new_one()
    {
        var installed = teams.InChannel("installationUpdate");
        installed["action"] = "add";

        (await teams.SendAsync(installed)).Dispose();

        var expected = new ConversationReference(
            "19:sales@thread.tacv2",
            teams.Cloud.ServiceUrl,
            null,
            "28:bot",
            "channel",
            null,
            "19:team@thread.tacv2",
            "19:sales@thread.tacv2"
        );
        Assert.Equal(expected, await Chats.FindAsync("19:sales@thread.tacv2", default));
        var greeting = Assert.Single(Posted);
        Assert.Equal("v3/conversations", greeting.Path);
        Assert.Equal("19:sales@thread.tacv2", (string?)greeting.Body["channelData"]!["channel"]!["id"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_removal_the_conversation_is_forgotten(bool byInstallation)
    {
        (await teams.SendAsync(Installation("add"))).Dispose();
        Assert.NotNull(await Chats.FindPersonalAsync("aad-ada", default));

        (await teams.SendAsync(byInstallation ? Installation("remove") : Members("membersRemoved"))).Dispose();

        Assert.Null(await Chats.FindAsync("a:ada", default));
    }

    [Fact]
    public async Task An_upgrade_of_the_app_is_neither_an_arrival_nor_a_removal()
    {
        (await teams.SendAsync(Installation("remove-upgrade"))).Dispose();
        (await teams.SendAsync(Installation("add-upgrade"))).Dispose();

        Assert.NotNull(await Chats.FindAsync("a:ada", default));
        Assert.Empty(teams.Cloud.Calls);
    }

    [Fact]
    public async Task Somebody_else_joining_is_not_greeted()
    {
        var joined = teams.Personal("conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:ben" }, null);

        (await teams.SendAsync(joined)).Dispose();

        Assert.Empty(Posted);
    }

    [Fact]
    public async Task A_greeting_that_Teams_does_not_take_now_is_sent_once_when_it_says()
    {
        var refused = 0;
        var second = new TaskCompletionSource();
        teams.Cloud.Answer = (call, http) =>
        {
            if (call.Method != "POST")
                return Task.FromResult<IResult?>(null);
            if (Interlocked.Increment(ref refused) > 1)
            {
                second.TrySetResult();
                return Task.FromResult<IResult?>(null);
            }

            http.Response.Headers.RetryAfter = "1";
            return Task.FromResult<IResult?>(Results.StatusCode(429));
        };

        foreach (var told in new[] { Installation("add"), Members("membersAdded") })
            (await teams.SendAsync(told)).Dispose();

        await second.Task.WaitAsync(Eventually.Patience);
        Assert.Equal(["Hello, I am Medalist", "Hello, I am Medalist"], Posted.Select(call => call.Says));
    }

    private IEnumerable<ConnectorRequest> Posted => teams.Cloud.Calls.Where(call => call.Method == "POST");

    private JsonObject Installation(string action)
    {
        var activity = teams.Personal("installationUpdate");
        activity["action"] = action;
        return activity;
    }

    private JsonObject Members(string list)
    {
        var activity = teams.Personal("conversationUpdate");
        activity[list] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        return activity;
    }
}
