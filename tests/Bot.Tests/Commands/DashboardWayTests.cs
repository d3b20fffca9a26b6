using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;

namespace Bot.Tests.Commands;

/// <summary>From the dashboard to a section and back, in place, however far somebody goes.</summary>
public sealed class DashboardWayTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly Place Chat = new("web", "ana", IsChannel: false);
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Every_section_of_the_dashboard_leads_back_to_it_and_it_leads_to_no_dashboard()
    {
        var dashboard = await AskAsync("/performance");
        var ways = Lines(dashboard);

        Assert.Equal(
            ["Leaderboard", "Goals", "Badges", "Rewards"],
            dashboard.Parts.OfType<CardPart.Buttons>().Last().Items.Select(way => way.Label)
        );
        Assert.DoesNotContain(DashboardCard.Line, ways);
        foreach (var way in ways)
            Assert.Single(Lines(await AskAsync(way)), DashboardCard.Line);
        Assert.Equal("Your performance", (await AskAsync(DashboardCard.Line)).Title);
    }

    [Theory]
    [InlineData("performance goals")]
    [InlineData("performance goals delete quotes")]
    [InlineData("performance goals pause")]
    [InlineData("performance leaderboard")]
    [InlineData("performance badges")]
    public async Task Two_presses_further_the_way_back_is_still_there_once(string line)
    {
        var first = await AskAsync(line);
        foreach (var further in Lines(first).Where(next => next != DashboardCard.Line))
        {
            Assert.StartsWith("performance ", further, StringComparison.Ordinal);
            var second = await AskAsync(further);
            Assert.Single(Lines(second), DashboardCard.Line);
            Assert.All(Lines(second), next => Assert.StartsWith("performance", next, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_asked_for_by_itself_has_no_way_back_to_where_nobody_was()
    {
        foreach (var line in (string[])["/goals", "/leaderboard", "/badges"])
            Assert.DoesNotContain(DashboardCard.Line, Lines(await AskAsync(line)));
    }

    [Fact]
    public async Task What_comes_of_the_goal_form_leads_back()
    {
        var values = new FormValues(
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["type"] = ["quotes"],
                ["target"] = ["12"],
                ["period"] = ["month"],
            }
        );

        var done = await host.Service<FormDesk>().SubmitAsync(Ana, new("goal", "new"), values, Chat, English, CancellationToken.None);

        Assert.Single(Lines(Assert.IsType<FormReply.Done>(done).Card), DashboardCard.Line);
    }

    private static ChatUser Ana => new("web", "ana", _ => Task.FromResult<string?>(null));

    private async Task<Card> AskAsync(string line) =>
        (await host.Service<CommandDesk>().AnswerAsync(Ana, line, Chat, English, CancellationToken.None)).Card;

    /// <summary>Every command that a press on the card would run in its place.</summary>
    private static List<string> Lines(Card card) =>
        [
            .. card.Parts.SelectMany(part =>
                part switch
                {
                    CardPart.Buttons(var items) => Replacing(items),
                    CardPart.Entry entry => Replacing(entry.Items),
                    CardPart.ProgressList(var rows) => rows.SelectMany(row => Replacing(row.Items)),
                    CardPart.Selector selector => selector.Options.Select(option => option.Command),
                    CardPart.BadgeCabinet(var shelves) => shelves.SelectMany(shelf => shelf.Tiles).Select(tile => tile.Command),
                    _ => [],
                }
            ),
        ];

    private static IEnumerable<string> Replacing(IReadOnlyList<Button> items) =>
        items.Where(button => button.Answer is Answer.Replace).Select(button => button.Command);
}
