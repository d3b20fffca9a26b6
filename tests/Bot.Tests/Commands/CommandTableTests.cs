using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Tests.Commands;

public sealed class CommandTableTests
{
    private static readonly CommandTable Table = new(
        [new Echo("leaderboard"), new Echo("points"), new Echo("medalist")],
        Cards.BoardScenes.Paris
    );

    [Fact]
    public void The_names_are_sorted() => Assert.Equal(["leaderboard", "medalist", "points"], Table.Names);

    [Theory]
    [InlineData("/leaderboard month", "leaderboard")]
    [InlineData("/medalist points", "points")]
    [InlineData("medalist status", "medalist")]
    public async Task A_known_name_runs_its_command(string line, string title) => Assert.Equal(title, (await RunAsync(line)).Title);

    [Theory]
    [InlineData("/medalist")]
    [InlineData("/medalist help")]
    [InlineData("help")]
    [InlineData("/leaderboard help")]
    [InlineData("")]
    public async Task Help_lists_every_command(string line)
    {
        var commands = Assert.Single((await RunAsync(line)).Parts.OfType<CardPart.Commands>());

        Assert.Equal(["/leaderboard [x]", "/medalist [x]", "/points [x]"], commands.Rows.Select(row => row.Command));
    }

    [Theory]
    [InlineData("leaderbord", "/leaderboard")]
    [InlineData("/laederboard month", "/leaderboard")]
    [InlineData("pionts", "/points")]
    [InlineData("/MEDALST", "/medalist")]
    public async Task A_misspelt_name_is_answered_with_the_nearest_command(string line, string nearest)
    {
        var buttons = Assert.Single((await RunAsync(line)).Parts.OfType<CardPart.Buttons>());

        Assert.Equal(nearest, Assert.Single(buttons.Items).Label);
    }

    [Theory]
    [InlineData("goals")]
    [InlineData("/badges")]
    [InlineData("hello there")]
    public async Task What_is_no_command_gets_help_without_a_guess(string line)
    {
        var card = await RunAsync(line);

        Assert.Empty(card.Parts.OfType<CardPart.Buttons>());
        Assert.Contains("is no command", Assert.IsType<CardPart.Text>(card.Parts[0]).Value, StringComparison.Ordinal);
    }

    private static async Task<Card> RunAsync(string line)
    {
        var parsed = Table.Parse(line);
        var person = new PersonView(new("p1"), "Alice", "alice@example.com", Role.Rep, true, true, null, Publicity.Named, null, []);
        var request = new CommandRequest(
            parsed.Name,
            parsed.Arguments,
            person,
            new("slack", "C1", true),
            CultureInfo.InvariantCulture,
            Instant.MinValue
        );
        return (await Table.RunAsync(request, CancellationToken.None)).Card;
    }

    /// <summary>Answers with its own name.</summary>
    private sealed class Echo(string name) : ICommand
    {
        public string Name => name;

        public string Usage => "[x]";

        public FormattableString Help => $"";

        public Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct) =>
            Task.FromResult(new CommandReply(new(name, [])));
    }
}
