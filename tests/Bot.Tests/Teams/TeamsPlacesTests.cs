using System.Text.Json.Nodes;
using Bot.Channels;
using Bot.Play;
using Gamification;
using Microsoft.AspNetCore.Http;
using Storage;

namespace Bot.Tests.Teams;

/// <summary>Teams and channels of Teams that come to an end, and come back. The bot knows the channels General and Sales of one team.</summary>
public sealed class TeamsPlacesTests : IAsyncLifetime
{
    private const string Sales = "19:sales@thread.tacv2";
    private const string General = "19:team@thread.tacv2";

    private TeamsConversation teams = null!;

    private ChatStore Chat => teams.Host.Service<ChatStore>();

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await teams.Host.WithPeopleAsync();
        (await teams.SendAsync(teams.InChannel("installationUpdate"))).Dispose();
        (await teams.SendAsync(Told(General))).Dispose();
        await teams.Host.PutAsync(
            "/api/v1/teams/emea",
            new
            {
                name = "EMEA",
                managers = new[] { "mara" },
                channels = new[] { new { platform = "teams", conversation = Sales }, new { platform = "teams", conversation = General } },
            }
        );
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData("teamDeleted", "it was deleted", 2)]
    [InlineData("teamHardDeleted", "it was deleted", 2)]
    [InlineData("teamArchived", "it was archived", 2)]
    [InlineData("channelDeleted", "it was deleted", 1)]
    [InlineData("teamRenamed", "", 0)]
    [InlineData("channelRenamed", "", 0)]
    [InlineData("channelCreated", "", 0)]
    public async Task What_becomes_of_a_team_or_channel_pauses_it_and_new_names_change_nothing(string happened, string because, int paused)
    {
        (await teams.SendAsync(Told(General, happened))).Dispose();

        var found = await Chat.PausedAsync(default);
        Assert.Equal(paused, found.Count);
        Assert.All(found, channel => Assert.Equal(because, channel.Because));
        Assert.Equal(
            paused,
            (await teams.Host.Service<AnnouncementReader>().ListAsync(null, 100, default)).Count(view => view.Kind == ChannelLife.Paused)
        );
    }

    [Theory]
    [InlineData("teamUnarchived", 0)]
    [InlineData("teamRestored", 0)]
    [InlineData("channelRestored", 1)]
    public async Task What_comes_back_goes_on(string happened, int paused)
    {
        (await teams.SendAsync(Told(General, "teamArchived"))).Dispose();

        (await teams.SendAsync(Told(General, happened))).Dispose();

        Assert.Equal(paused, (await Chat.PausedAsync(default)).Count);
    }

    [Theory]
    [InlineData("teamUnarchived")]
    [InlineData("teamRestored")]
    [InlineData("channelRestored")]
    public async Task What_a_person_paused_stays_paused_whatever_comes_back(string happened)
    {
        var channel = new ChannelId($"teams:{General}");
        await teams.Host.Service<ChannelDesk>().PauseAsync(channel, "Mara Manager paused it.", "mara", default);

        (await teams.SendAsync(Told(General, happened))).Dispose();

        Assert.Equal("Mara Manager paused it.", Assert.Single(await Chat.PausedAsync(default)).Because);
    }

    [Fact]
    public async Task The_app_taken_out_of_a_team_pauses_its_channels_and_put_back_they_go_on()
    {
        var removed = Told(General);
        removed["type"] = "installationUpdate";
        removed["action"] = "remove";
        (await teams.SendAsync(removed)).Dispose();
        Assert.Equal(2, (await Chat.PausedAsync(default)).Count);

        var added = Told(General);
        added["type"] = "installationUpdate";
        added["action"] = "add";
        (await teams.SendAsync(added)).Dispose();

        Assert.Empty(await Chat.PausedAsync(default));
    }

    [Theory]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(400, false)]
    [InlineData(413, false)]
    public async Task A_post_that_is_forbidden_or_finds_no_channel_waits_and_any_other_refusal_is_final(int status, bool waits)
    {
        teams.Cloud.Answer = (call, _) => Task.FromResult<IResult?>(Results.StatusCode(status));

        var result = await DeliverAsync(Sales);

        Assert.Equal(waits, result is DeliveryResult.Away);
        Assert.Equal(!waits, result is DeliveryResult.Refused);
    }

    [Fact]
    public async Task A_conversation_nobody_told_of_waits_too() =>
        Assert.Equal(new DeliveryResult.Away(ChannelTrouble.Removed), await DeliverAsync("19:other@thread.tacv2"));

    [Fact]
    public async Task A_bot_of_several_tenants_writes_first_to_somebody_in_the_tenant_it_was_told_of()
    {
        var told = Told(General);
        told["channelData"]!["tenant"] = new JsonObject { ["id"] = "tenant-7" };
        (await teams.SendAsync(told)).Dispose();

        await DeliverAsync(conversation: null, user: "aad-ben");

        var opened = teams.Cloud.Calls.Last(call => call.Path == "v3/conversations");
        Assert.Equal("tenant-7", (string?)opened.Body["tenantId"]);
        Assert.Equal("aad-ben", (string?)opened.Body["members"]![0]!["id"]);
    }

    private Task<DeliveryResult> DeliverAsync(string? conversation, string? user = null) =>
        teams
            .Host.Service<IEnumerable<IChannel>>()
            .Single(channel => channel.Platform == "teams")
            .DeliverAsync(new("o1", conversation, user, new("Board", []), null), default);

    private JsonObject Told(string conversation, string? happened = null)
    {
        var activity = teams.InChannel("conversationUpdate");
        activity["conversation"]!["id"] = conversation;
        if (happened is not null)
            activity["channelData"]!["eventType"] = happened;
        return activity;
    }
}
