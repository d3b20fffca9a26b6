using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Channels;
using Bot.Commands;
using Bot.Play;
using Bot.Tests.Hosting;
using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>What a channel hears of, as Mara, who manages EMEA, sets it in words; Ana sells there, Olga manages nothing of it.</summary>
public sealed class ChannelRulesTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await AskAsync("mara", "/medalist channel emea");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_connected_channel_shows_what_is_set_with_a_way_to_change_it()
    {
        var text = await AskAsync("mara", "/medalist channel");

        Assert.Contains("Hears of: EMEA", text, StringComparison.Ordinal);
        Assert.Contains("At most: 6 posts an hour, the rest in one digest", text, StringComparison.Ordinal);
        Assert.Contains("Boards: Monday at 09:00: the ended week; Day 1 at 09:00: the ended month", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_thing_is_set_in_words()
    {
        foreach (
            var words in new[]
            {
                "budget 4",
                "quiet 20:00-08:00",
                "kinds badges off",
                "kinds boards tiers OFF",
                "kind board on",
                "board weekly friday 16:30",
                "board daily 6 pm",
                "board daily 18:00",
                "board monthly off",
                "language pt-BR",
            }
        )
            await AskAsync("mara", $"/medalist channel {words}");

        Assert.Equal(
            new ChannelSettings
            {
                Off = PostKinds.Badges | PostKinds.Tiers,
                Budget = 4,
                Quiet = new(new(20, 0), new(8, 0)),
                Boards = new(new(18, 0), new(IsoDayOfWeek.Friday, new(16, 30)), null),
                Language = "pt-BR",
            },
            await SettingsAsync()
        );
    }

    [Theory]
    [InlineData("budget off", ChannelSettings.NoBudget)]
    [InlineData("budget 1", 1)]
    [InlineData("budget 60", 60)]
    [InlineData("budget default", null)]
    public async Task A_budget_is_a_number_none_or_the_usual(string words, int? budget)
    {
        await AskAsync("mara", $"/medalist channel {words}");

        Assert.Equal(budget, (await SettingsAsync()).Budget);
    }

    [Theory]
    [InlineData("budget", "Type a number from 1 to 60")]
    [InlineData("budget 61", "Type a number from 1 to 60")]
    [InlineData("budget -1", "Type a number from 1 to 60")]
    [InlineData("budget 99999999999", "Type a number from 1 to 60")]
    [InlineData("quiet 20:00", "Type two different times")]
    [InlineData("quiet 25:00-08:00", "Type two different times")]
    [InlineData("quiet 08:00-08:00", "Type two different times")]
    [InlineData("kinds badges", "Type a kind and on or off")]
    [InlineData("kinds spam off", "Kinds are badges, tiers, goals, unlocks, rewards, boards, or all")]
    [InlineData("board weekly someday 9:00", "Type “board daily 18:00”")]
    [InlineData("board monthly 29 9:00", "day 1 to 28")]
    [InlineData("board monthly 0 9:00", "day 1 to 28")]
    [InlineData("language de", "Type “language en”")]
    public async Task What_is_not_understood_changes_nothing_and_is_answered_with_what_to_type(string words, string remedy)
    {
        Assert.Contains(remedy, await AskAsync("mara", $"/medalist channel {words}"), StringComparison.Ordinal);
        Assert.Equal(ChannelSettings.Default, await SettingsAsync());
    }

    [Theory]
    [InlineData("segunda-feira", IsoDayOfWeek.Monday)]
    [InlineData("lunes", IsoDayOfWeek.Monday)]
    [InlineData("thu", IsoDayOfWeek.Thursday)]
    public async Task A_day_has_its_name_in_each_language(string day, IsoDayOfWeek weekday)
    {
        await AskAsync("mara", $"/medalist channel board weekly {day} 10:00");

        Assert.Equal(new WeeklyTime(weekday, new LocalTime(10, 0)), (await SettingsAsync()).Boards.Weekly);
    }

    [Fact]
    public async Task A_pause_says_who_and_is_resumed()
    {
        Assert.Contains("Paused: Mara Manager paused it.", await AskAsync("mara", "/medalist channel pause"), StringComparison.Ordinal);
        Assert.Equal("Mara Manager paused it.", (await ViewAsync()).PausedBecause);
        Assert.DoesNotContain("Paused", await AskAsync("mara", "/medalist channel resume"), StringComparison.Ordinal);
        Assert.Null((await ViewAsync()).PausedBecause);
    }

    [Fact]
    public async Task A_channel_that_could_not_be_posted_to_goes_on_when_its_manager_asks_for_it_there()
    {
        await host.Service<ChannelLife>().PauseAsync(new("slack:C01"), ChannelTrouble.Archived, CancellationToken.None);

        await AskAsync("ana", "/medalist channel");
        Assert.Equal("it was archived", (await ViewAsync()).PausedBecause);
        Assert.Contains("It goes on; what waited comes now.", await AskAsync("mara", "/medalist channel"), StringComparison.Ordinal);
        Assert.Null((await ViewAsync()).PausedBecause);
    }

    [Theory]
    [InlineData("/medalist channel")]
    [InlineData("/medalist channel connect")]
    [InlineData("/medalist channel emae")]
    [InlineData("/medalist channel budget 4")]
    [InlineData("/medalist channel budget none of it")]
    public async Task What_a_person_paused_goes_on_when_a_person_resumes_it_and_not_before(string line)
    {
        await AskAsync("mara", "/medalist channel pause");

        await AskAsync("mara", line);

        Assert.Equal("Mara Manager paused it.", (await ViewAsync()).PausedBecause);
    }

    [Fact]
    public async Task Why_a_channel_is_paused_is_a_sentence_in_the_readers_language()
    {
        await host.Service<ChannelLife>().PauseAsync(new("slack:C01"), ChannelTrouble.Archived, CancellationToken.None);

        Assert.Contains("is paused: it was archived. Type", await AskAsync("mara", "/medalist status"), StringComparison.Ordinal);
        await AskAsync("mara", "/medalist settings language es");
        Assert.Contains(": se archivó. ", await AskAsync("mara", "/medalist status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/medalist channel")]
    [InlineData("/medalist channel budget 4")]
    [InlineData("/medalist channel pause")]
    public async Task Who_does_not_manage_the_team_is_refused_with_the_right_named(string line)
    {
        Assert.Contains("Only a manager of EMEA or an admin", await AskAsync("ana", line), StringComparison.Ordinal);
        Assert.Equal(ChannelSettings.Default, await SettingsAsync());
    }

    [Fact]
    public async Task A_digest_names_each_post_in_the_language_of_the_channel()
    {
        await AskAsync("mara", "/medalist channel language es");
        var first = Told("badge.unlocked", "badge:first-sale:ana", ("badge", "first-sale"), ("person", "ana"), ("number", "1"));
        var second = Told("board.standing", "board:team:emea:2026-W47:standing", ("board", "team:emea"), ("period", "2026-W47"));

        var card = await host.Service<AnnouncementComposer>().ComposeAsync(first with { Others = [second] }, CancellationToken.None);

        Assert.Equal("2 noticias", card.Title);
        var lines = Assert.Single(card.Parts.OfType<CardPart.Explanation>()).Sentences;
        Assert.Contains("Ana Alvarez", lines[0], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count);
    }

    private static Delivery Told(string kind, string about, params (string Name, string Value)[] data)
    {
        Recipient to = new Recipient.Channel(new("slack:C01"));
        return new(
            about,
            to,
            [new(kind, about, to, about, null, data.ToDictionary(one => one.Name, one => one.Value))],
            1,
            1,
            null,
            Instant.FromUtc(2026, 11, 18, 9, 0)
        );
    }

    [Fact]
    public async Task The_API_sets_and_lists_the_same()
    {
        using var answer = await host.Admin.PutAsJsonAsync(
            "/api/v1/channels/slack:C01",
            new
            {
                off = new[] { "badges" },
                budget = 4,
                quiet = "20:00-08:00",
                boards = new[] { "weekly friday 16:00" },
                language = "es",
                paused = "Moving house",
            }
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var listed = (await host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/channels"))
            .EnumerateArray()
            .Single(channel => channel.GetProperty("id").GetString() == "slack:C01");
        Assert.Equal(
            """{"id":"slack:C01","team":"emea","mention":"name","off":["badges"],"budget":4,"quiet":"20:00-08:00","boards":["weekly friday 16:00"],"language":"es","paused":"Moving house"}""",
            listed.GetRawText()
        );
    }

    [Theory]
    [InlineData("""{"off":["spam"]}""", "/off/0")]
    [InlineData("""{"budget":61}""", "/budget")]
    [InlineData("""{"budget":-1}""", "/budget")]
    [InlineData("""{"quiet":"late"}""", "/quiet")]
    [InlineData("""{"boards":["weekly friday 16:00","yearly"]}""", "/boards/1")]
    [InlineData("""{"language":"xx"}""", "/language")]
    [InlineData("""{"budget":"six"}""", "/budget")]
    public async Task What_the_API_cannot_read_is_named(string json, string pointer)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Admin.PutAsync(new Uri("/api/v1/channels/slack:C01", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(pointer, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pointer").GetString());
        Assert.Equal(ChannelSettings.Default, await SettingsAsync());
    }

    [Fact]
    public async Task An_unknown_channel_is_not_found()
    {
        using var answer = await host.Admin.PutAsJsonAsync("/api/v1/channels/slack:C99", new { budget = 4 });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<ChannelView> ViewAsync() =>
        (await host.Service<ChatStore>().ChannelViewAsync(new("slack:C01"), CancellationToken.None))!;

    private async Task<ChannelSettings> SettingsAsync() => (await ViewAsync()).Settings;

    private async Task<string> AskAsync(string person, string line) =>
        PlainText.Render(
            (
                await host.Service<CommandDesk>()
                    .AnswerAsync(
                        new("web", person, _ => Task.FromResult<string?>(null)),
                        line,
                        new("slack", "C01", IsChannel: true),
                        English,
                        CancellationToken.None
                    )
            ).Card
        );
}
