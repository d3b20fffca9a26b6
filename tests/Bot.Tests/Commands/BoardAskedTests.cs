using Bot.Cards;
using Bot.Commands;
using CsCheck;
using Gamification.Time;
using NodaTime;

namespace Bot.Tests.Commands;

public sealed class BoardAskedTests
{
    [Theory]
    [InlineData("", "leaderboard week team")]
    [InlineData("month", "leaderboard month team")]
    [InlineData("monthly", "leaderboard month team")]
    [InlineData("last month by revenue", "leaderboard last month team by revenue")]
    [InlineData("money company last-month", "leaderboard last month company by revenue")]
    [InlineData("org sales this quarter", "leaderboard quarter company by revenue")]
    [InlineData("all-time deals", "leaderboard all team by deals")]
    [InlineData("yesterday", "leaderboard last day team")]
    [InlineData("today by quotes", "leaderboard today team by quotes")]
    [InlineData("by target", "leaderboard week team by target")]
    [InlineData("everyone, points", "leaderboard week company by points")]
    [InlineData("2026-w46 team:emea by points mine", "leaderboard 2026-w46 team:emea by points")]
    [InlineData("2026-11 company", "leaderboard 2026-11 company")]
    public void Words_in_any_order_and_with_synonyms_name_a_board(string typed, string line) =>
        Assert.Equal(line, Parse(typed).Choice.Line);

    [Theory]
    [InlineData("fortnight", "fortnight")]
    [InlineData("week points!", "points!")]
    [InlineData("2026-w99", "2026 w99")]
    public void A_word_without_a_meaning_is_told_and_not_guessed(string typed, string word) =>
        Assert.Equal(word, string.Join(' ', Parse(typed).NotUnderstood));

    [Theory]
    [InlineData("week", "2026-W47")]
    [InlineData("last week", "2026-W46")]
    [InlineData("last month", "2026-10")]
    [InlineData("last quarter", "2026-Q3")]
    [InlineData("yesterday", "2026-11-17")]
    [InlineData("2026-w01", "2026-W01")]
    [InlineData("all last", "all")]
    public void A_choice_means_a_period_of_the_day_it_is_asked_on(string typed, string key) =>
        Assert.Equal(key, Parse(typed).Choice.PeriodOn(new LocalDate(2026, 11, 18)).Key.Value);

    [Fact]
    public void Order_does_not_matter_to_words_that_say_different_things() =>
        Gen.Shuffle<string>(["last", "month", "company", "by", "revenue", "share"])
            .Sample(words =>
            {
                var asked = BoardAsked.Parse(words);
                Assert.Equal(new BoardChoice(PeriodKind.Month, Last: true, Company: true, By: BoardBy.Revenue), asked.Choice);
                Assert.True(asked.Share);
                Assert.Empty(asked.NotUnderstood);
            });

    [Fact]
    public void Every_choice_is_read_back_from_the_line_it_writes() =>
        Gen.Select(
                Gen.OneOfConst(PeriodKind.Day, PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.All),
                Gen.Bool,
                Gen.OneOfConst<string?>(null, "emea", "north.west", "a-b_c@d"),
                Gen.Bool,
                Gen.OneOfConst<BoardBy?>(null, BoardBy.Points, BoardBy.Revenue, BoardBy.Deals, BoardBy.Quotes, BoardBy.Target)
            )
            .Sample(
                (kind, last, team, company, by) =>
                {
                    var choice = new BoardChoice(kind, last, null, company ? null : team, company, by);
                    Assert.Equal(choice, Parse(choice.Line).Choice);
                }
            );

    [Fact]
    public void A_line_fits_into_an_option_of_Slack_also_with_the_longest_team() =>
        Assert.InRange(
            new BoardChoice(PeriodKind.Quarter, Named: new PeriodKey("2026-11-18"), Team: new string('t', 100), By: BoardBy.Revenue)
                .Line
                .Length,
            1,
            150
        );

    private static BoardAsked Parse(string typed) =>
        BoardAsked.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "leaderboard"));
}
