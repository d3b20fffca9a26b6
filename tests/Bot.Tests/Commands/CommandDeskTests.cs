using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;

namespace Bot.Tests.Commands;

/// <summary>A person's words on the whole host: Ana has won a deal and sent a quote, Ben has sent a quote, Mara manages, Cho has nothing yet.</summary>
public sealed class CommandDeskTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly Place Channel = new("slack", "C01", IsChannel: true);
    private static readonly Place Alone = new("slack", "D01", IsChannel: false);

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await host.PutAsync(
            "/api/v1/people/root",
            new
            {
                name = "Root Admin",
                email = "root@example.com",
                role = "admin",
            }
        );
        await SendAsync(
            "q1",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q1","owner":"ana@example.com"}}"""
        );
        await SendAsync(
            "d1",
            """{"type":"deal.closed","timestamp":"2026-11-18T08:40:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1200.5,"currency":"EUR"}}"""
        );
        await SendAsync(
            "q2",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:50:00Z","data":{"quoteId":"q2","owner":"ben@example.com"}}"""
        );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_board_of_the_week_marks_the_reader_in_place()
    {
        var text = await TextAsync("ben", "/leaderboard");

        Assert.StartsWith("EMEA leaderboard\nWeek 47 · by points · ends Sun 22 Nov 24:00, Europe/Paris", text, StringComparison.Ordinal);
        Assert.Contains("gold medal, rank 1: Ana Alvarez, 65", text, StringComparison.Ordinal);
        Assert.Contains("silver medal, rank 2: Ben Okafor (you), 15 (+15 · 50 to next)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_points_the_reader_is_unranked_and_told_how_to_score()
    {
        var text = await TextAsync("cho", "leaderboard company month");

        Assert.Contains("unranked: Cho Min (you), 0", text, StringComparison.Ordinal);
        Assert.Contains("send a quote (10 points)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revenue_is_money_of_the_organisation() =>
        Assert.Contains(
            "Revenue (EUR):\ngold medal, rank 1: Ana Alvarez (you), 1,200.50",
            await TextAsync("ana", "/leaderboard money"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_past_period_without_points_says_so() =>
        Assert.Contains("Nobody was on this board.", await TextAsync("ana", "/leaderboard last month"), StringComparison.Ordinal);

    [Fact]
    public async Task A_shared_board_is_the_same_for_everybody_and_its_button_asks_for_the_same_board()
    {
        var reply = await AskAsync("ben", "/leaderboard share", Channel);

        Assert.Contains("Shared to the channel.", PlainText.Render(reply.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("(you)", PlainText.Render(reply.Shared!), StringComparison.Ordinal);
        var button = Assert.Single(Assert.Single(reply.Shared!.Parts.OfType<CardPart.Buttons>()).Items);
        Assert.Equal(("leaderboard 2026-w47 team:emea by points mine", Answer.Private), (button.Command, button.Answer));
        Assert.Contains("Ana Alvarez (you)", await TextAsync("ana", button.Command), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ben", "EMEA* · Company")]
    [InlineData("root", "")]
    public async Task The_board_of_the_own_team_asked_by_its_name_is_one_choice(string reader, string scopes)
    {
        var reply = await AskAsync(reader, "/leaderboard team:emea", Channel);

        var options = reply.Card.Parts.OfType<CardPart.Selector>().Where(selector => selector.Id == "scope").SelectMany(one => one.Options);
        Assert.Equal(scopes, string.Join(" · ", options.Select(option => option.Label + (option.Selected ? "*" : ""))));
    }

    [Fact]
    public async Task Points_are_told_line_by_line()
    {
        var text = await TextAsync("ana", "/points");

        Assert.StartsWith("65 points", text, StringComparison.Ordinal);
        Assert.Contains("+50 Deal won · 1,200.50 EUR", text, StringComparison.Ordinal);
        Assert.Contains("+10 Quote sent", text, StringComparison.Ordinal);
        Assert.Contains("+5 Active day", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_user_is_linked_by_verified_email_once()
    {
        var asked = 0;
        ChatUser user = new("slack", "U1", _ => Task.FromResult<string?>(++asked > 0 ? "ANA@example.com" : null));

        var first = await AskAsync(user, "/points");
        var second = await AskAsync(user, "/points");

        Assert.Equal(["65 points", "65 points"], [first.Card.Title, second.Card.Title]);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task An_unknown_chat_user_learns_what_to_send_to_an_admin()
    {
        var reply = await AskAsync(new ChatUser("slack", "U9", _ => Task.FromResult<string?>("who@example.com")), "/points");

        Assert.Equal("We have not met yet", reply.Card.Title);
        Assert.Contains("Slack id: U9\nEmail: who@example.com", PlainText.Render(reply.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_connects_a_channel_to_the_own_team()
    {
        Assert.Contains(
            "now hears of EMEA",
            PlainText.Render((await AskAsync("mara", "/medalist channel emea", Channel)).Card),
            StringComparison.Ordinal
        );
        var options = Assert
            .Single((await AskAsync("mara", "/medalist channel connect", Channel)).Card.Parts.OfType<CardPart.Selector>())
            .Options;
        Assert.Equal(("EMEA", true), Assert.Single(options) is var only ? (only.Label, only.Selected) : default);
    }

    [Theory]
    [InlineData("ana", "/medalist channel emea", "a manager of EMEA or an admin")]
    [InlineData("ana", "/medalist channel", "a manager of the team or an admin")]
    [InlineData("mara", "/medalist channel amer", "a manager of Americas or an admin")]
    [InlineData("mara", "/medalist channel company", "an admin")]
    [InlineData("ana", "/medalist status", "a manager or an admin")]
    public async Task A_missing_right_is_named_and_audited(string person, string line, string right)
    {
        var reply = await AskAsync(person, line, Channel);

        Assert.Contains($"Only {right} can", PlainText.Render(reply.Card), StringComparison.Ordinal);
        var audit = await host.Service<Storage.AuditReader>().ListAsync(1, CancellationToken.None);
        Assert.Equal(("right.refused", person), Assert.Single(audit) is var row ? (row.What, row.By) : default);
    }

    [Fact]
    public async Task An_admin_sees_what_waits()
    {
        await SendAsync(
            "q9",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q9","owner":"nobody@example.com"}}"""
        );

        Assert.Contains("Activities in quarantine: 1", await TextAsync("root", "/medalist status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_game_is_off_every_command_says_so()
    {
        await using var off = await RunningHost.StartAsync(("Organisation:Enabled", "false"));

        var reply = await off.Service<CommandDesk>().AnswerAsync(Page("ana"), "/points", Alone, English, CancellationToken.None);

        Assert.Equal("The game is switched off", reply.Card.Title);
    }

    [Fact]
    public async Task Somebody_inactive_is_told_so()
    {
        await host.PutAsync(
            "/api/v1/people/ben",
            new
            {
                name = "Ben Okafor",
                email = "ben@example.com",
                team = "emea",
                active = false,
            }
        );

        Assert.Equal("Your account is inactive", (await AskAsync("ben", "/points", Alone)).Card.Title);
    }

    private async Task<string> TextAsync(string person, string line) => PlainText.Render((await AskAsync(person, line, Alone)).Card);

    private Task<CommandReply> AskAsync(ChatUser user, string line) =>
        host.Service<CommandDesk>().AnswerAsync(user, line, Alone, English, CancellationToken.None);

    private Task<CommandReply> AskAsync(string person, string line, Place place) =>
        host.Service<CommandDesk>().AnswerAsync(Page(person), line, place, English, CancellationToken.None);

    private static ChatUser Page(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private async Task SendAsync(string id, string json)
    {
        using var response = await host.SendAsync(id, json);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
