using System.Text.Json.Nodes;
using Gamification;
using Microsoft.AspNetCore.Http;
using Storage;

namespace Bot.Tests.Teams;

/// <summary>Members of a team the app is added to are known to the game by their directory ids before they ask for anything.</summary>
public sealed class TeamsRosterTests : IAsyncLifetime
{
    private TeamsConversation teams = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await teams.Host.WithPeopleAsync();
        teams.Cloud.Answer = (call, _) => Task.FromResult(call.Method == "GET" ? Members(call) : null);
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task An_install_links_both_pages_of_members_but_no_guest()
    {
        var installed = teams.InChannel("installationUpdate");
        installed["action"] = "add";

        (await teams.SendAsync(installed)).Dispose();

        Assert.Equal(("aad-ana", "aad-ben", null), (await TeamsOfAsync("ana"), await TeamsOfAsync("ben"), await TeamsOfAsync("cho")));
        Assert.Equal(
            ["system", "system"],
            (await teams.Host.Service<AuditReader>().ListAsync(100, default))
                .Where(row => row.What == "identity.linked")
                .Select(row => row.By)
        );
    }

    [Fact]
    public async Task Who_joins_later_is_linked_then_and_keeps_the_link_on_leaving()
    {
        (await teams.SendAsync(Members("membersAdded", "29:ana"))).Dispose();
        Assert.Equal("aad-ana", await TeamsOfAsync("ana"));

        (await teams.SendAsync(Members("membersRemoved", "29:ana"))).Dispose();

        Assert.Equal("aad-ana", await TeamsOfAsync("ana"));
        Assert.Null(await TeamsOfAsync("ben"));
    }

    [Fact]
    public async Task Where_Teams_does_not_say_who_is_there_nobody_is_linked()
    {
        teams.Cloud.Answer = (call, _) => Task.FromResult(call.Method == "GET" ? Results.StatusCode(500) : null);
        var installed = teams.InChannel("installationUpdate");
        installed["action"] = "add";

        (await teams.SendAsync(installed)).Dispose();

        Assert.Null(await TeamsOfAsync("ana"));
    }

    private Task<string?> TeamsOfAsync(string person) =>
        teams.Host.Service<DirectoryReader>().IdentityOfAsync(new PersonId(person), "teams", default);

    private JsonObject Members(string list, string member)
    {
        var activity = teams.InChannel("conversationUpdate");
        activity[list] = new JsonArray(new JsonObject { ["id"] = member });
        return activity;
    }

    private static IResult Members(ConnectorRequest call) =>
        call switch
        {
            { Path: var path } when path.Contains("/members/", StringComparison.Ordinal) => Results.Json(Member("ana")),
            { Path: var path } when path.Contains("continuationToken", StringComparison.Ordinal) => Results.Json(
                new JsonObject { ["members"] = new JsonArray(Member("ben"), Member("cho", "guest")) }
            ),
            _ => Results.Json(new JsonObject { ["members"] = new JsonArray(Member("ana")), ["continuationToken"] = "2" }),
        };

    private static JsonObject Member(string person, string role = "user") =>
        new()
        {
            ["id"] = $"29:{person}",
            ["aadObjectId"] = $"aad-{person}",
            ["email"] = $"{person}@example.com",
            ["userPrincipalName"] = $"{person}@example.com",
            ["userRole"] = role,
        };
}
