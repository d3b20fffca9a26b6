using Bot.Commands;
using CsCheck;

namespace Bot.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly HashSet<string> Names = ["leaderboard", "points", "medalist"];

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

    [Fact]
    public void Slash_case_and_blanks_do_not_matter() =>
        Gen.Select(
                Gen.OneOfConst("leaderboard", "points"),
                Gen.OneOfConst("week", "month", "last", "by", "revenue").Array[0, 5],
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
