using Bot.Commands;
using CsCheck;

namespace Bot.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly HashSet<string> Names = ["leaderboard", "points", "performance", "medalist"];

    [Theory]
    [InlineData("/leaderboard", "leaderboard", "")]
    [InlineData("leaderboard month", "leaderboard", "month")]
    [InlineData("  /LEADERBOARD   Last\tMONTH ", "leaderboard", "last month")]
    [InlineData("/medalist leaderboard month", "leaderboard", "month")]
    [InlineData("medalist /points week", "points", "week")]
    [InlineData("/medalist channel EMEA North", "medalist", "channel emea north")]
    [InlineData("/medalist medalist help", "medalist", "medalist help")]
    [InlineData("/medalist", "medalist", "")]
    [InlineData("/ leaderboard month", "leaderboard", "month")]
    [InlineData("/goals new", "goals", "new")]
    [InlineData("", "", "")]
    [InlineData("/", "", "")]
    public void A_line_is_a_name_and_its_words(string line, string name, string arguments)
    {
        var parsed = CommandLine.Parse(line, Names);

        Assert.Equal(name, parsed.Name);
        Assert.Equal(arguments, string.Join(' ', parsed.Arguments));
    }

    [Theory]
    [InlineData("performance leaderboard month", "leaderboard", "month", true)]
    [InlineData("/performance /points", "points", "", true)]
    [InlineData("medalist performance points week", "points", "week", true)]
    [InlineData("performance medalist points", "points", "", true)]
    [InlineData("performance medalist settings hints on", "medalist", "settings hints on", true)]
    [InlineData("performance", "performance", "", false)]
    [InlineData("performance performance", "performance", "performance", false)]
    [InlineData("performance dance", "performance", "dance", false)]
    public void A_command_after_the_dashboard_is_one_out_of_it(string line, string name, string arguments, bool isOut)
    {
        var parsed = CommandLine.Parse(line, Names);

        Assert.Equal((name, arguments, isOut), (parsed.Name, string.Join(' ', parsed.Arguments), parsed.IsOutOfDashboard));
    }

    [Fact]
    public void Slash_case_and_blanks_do_not_matter() =>
        Gen.Select(
                Gen.OneOf("leaderboard", "points"),
                Gen.OneOf("week", "month", "last", "by", "revenue").Array[0, 5],
                Gen.Bool,
                Gen.Int[1, 4]
            )
            .Sample(
                (name, words, slash, blanks) =>
                {
                    var gap = new string(' ', blanks);
                    var typed = gap + (slash ? "/" : "") + string.Join(gap, [name.ToUpperInvariant(), .. words]) + gap;
                    var parsed = CommandLine.Parse(typed, Names);
                    Assert.Equal(name, parsed.Name);
                    Assert.Equal(words, parsed.Arguments);
                }
            );

    [Fact]
    public void Whatever_is_typed_is_some_line() => Gen.String.Sample(line => Assert.NotNull(CommandLine.Parse(line, Names).Name));
}
