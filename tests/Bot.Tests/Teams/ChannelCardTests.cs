using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Cards;
using Gamification;
using Microsoft.AspNetCore.Http;
using Storage;

namespace Bot.Tests.Teams;

/// <summary>Ada manages EMEA and asks in the channel Sales; Teams shows her the card in her own chat, and its buttons are about Sales all the same.</summary>
public sealed partial class ChannelCardTests : IAsyncLifetime
{
    private const string Sales = "19:sales@thread.tacv2";
    private static readonly ChannelId Channel = new($"teams:{Sales}");

    private TeamsConversation teams = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await teams.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA" });
        await teams.Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada Lovelace",
                email = "ada@example.com",
                team = "emea",
                role = "manager",
                identities = new[] { new { source = "teams", id = "aad-ada" } },
            }
        );
        await teams.Host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "ada" } });
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_channel_is_connected_paused_and_resumed_by_the_buttons_in_her_own_chat()
    {
        Assert.Contains("EMEA", await PressAsync(Only(await AskInChannelAsync("medalist channel"), "emea")), StringComparison.Ordinal);
        Assert.Equal(new TeamId("emea"), (await ViewAsync())?.Team);

        var shown = await AskInChannelAsync("medalist channel");
        Assert.All(["pause", "mention", "connect"], button => Only(shown, button));
        var paused = await PressAsync(Only(shown, "pause"));
        Assert.Equal("Ada Lovelace paused it.", (await ViewAsync())?.PausedBecause);

        var mentions = await PressAsync(Only(paused, "mention"));
        await PressAsync(Only(mentions, "mention person"));
        Assert.Equal(ChannelMention.Person, (await ViewAsync())?.Mention);

        await PressAsync(Only(paused, "resume"));
        Assert.Null((await ViewAsync())?.PausedBecause);
    }

    [Fact]
    public async Task Who_is_no_member_of_the_channel_changes_nothing_in_it()
    {
        await AskInChannelAsync("medalist channel emea");
        teams.Cloud.Answer = (call, _) => Task.FromResult<IResult?>(call.Method == "GET" ? Results.NotFound() : null);

        Assert.Contains("Which channel?", await PressAsync($"medalist channel pause in:{Sales}"), StringComparison.Ordinal);
        Assert.Null((await ViewAsync())?.PausedBecause);
    }

    [Theory]
    [InlineData("19:unknown@thread.tacv2")]
    [InlineData("a:ada")]
    [InlineData("a:ben")]
    [InlineData("../../v3/conversations")]
    [InlineData("19:sales@thread.tacv2;messageid=5")]
    public async Task What_is_no_channel_of_the_bot_is_none_whatever_the_button_says(string conversation)
    {
        await AskInChannelAsync("medalist channel emea");
        await AskInChannelAsync("points");

        Assert.Contains("Which channel?", await PressAsync($"medalist channel pause in:{conversation}"), StringComparison.Ordinal);
        Assert.Null((await ViewAsync())?.PausedBecause);
    }

    [Theory]
    [InlineData("medalist channel pause in:19:Sales@thread.tacv2", "medalist channel pause", "19:Sales@thread.tacv2")]
    [InlineData("medalist channel in:19:a", "medalist channel", "19:a")]
    [InlineData("medalist channel pause", "medalist channel pause", null)]
    [InlineData("leaderboard in: march", "leaderboard in: march", null)]
    [InlineData("medalist channel in:", "medalist channel in:", null)]
    public void A_line_names_a_channel_at_its_end(string line, string words, string? conversation) =>
        Assert.Equal((words, conversation), ChannelLine.Split(line));

    [Theory]
    [InlineData("teams:19:a", "pause", "medalist channel pause in:19:a")]
    [InlineData("teams:19:a", "", "medalist channel in:19:a")]
    [InlineData("slack:C01", "pause", "medalist channel pause")]
    public void Only_in_Teams_a_button_names_its_channel(string channel, string words, string line) =>
        Assert.Equal(line, ChannelLine.Of(new(channel), words));

    private async Task<ChannelView?> ViewAsync() => await teams.Host.Service<ChatStore>().ChannelViewAsync(Channel, default);

    /// <summary>The one command of a card that does this to the channel Sales.</summary>
    private static string Only(string card, string words) =>
        Assert.Single(
            Commands().Matches(card).Select(match => match.Value).Distinct(),
            command => command == $"medalist channel {words} in:{Sales}"
        );

    private async Task<string> AskInChannelAsync(string text)
    {
        var message = teams.InChannel("message");
        message["text"] = text;
        (await teams.SendAsync(message)).Dispose();
        return teams.Cloud.Calls.Last(call => call.Method == "POST").Body.ToJsonString();
    }

    private async Task<string> PressAsync(string command)
    {
        var invoke = teams.Personal("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["verb"] = "run",
                ["data"] = new JsonObject { ["command"] = command, ["answer"] = "replace" },
            },
        };
        using var response = await teams.SendAsync(invoke);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("medalist channel[^\"\\\\]*in:[^\"\\\\]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();
}
