using Bot.Cards;
using Gamification.Badges;
using static Bot.Tests.Cards.BoardScenes;

namespace Bot.Tests.Cards;

public sealed class BadgeWordsTests
{
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 1000, 0)]
    [InlineData(99, 100, 99)]
    [InlineData(100, 100, 99)]
    [InlineData(9_999_999, 10_000_000, 99)]
    [InlineData(-5, 100, 0)]
    [InlineData(5, 0, 0)]
    public void A_locked_badge_is_at_0_to_99_percent_rounded_down(long value, int threshold, int percent) =>
        Assert.Equal(percent, BadgeWords.Percent(Of("closer", threshold), value));

    [Theory]
    [InlineData("big-fish", 12_300_50, 25_000_00, "12,300.50/25,000 EUR")]
    [InlineData("rainmaker", 99_999_99, 100_000_00, "99,999.99/100,000 EUR")]
    [InlineData("closer", 3, 25, "3/25")]
    [InlineData("closer", -3, 25, "0/25")]
    public void Progress_is_value_and_threshold_and_money_has_its_currency_once(string id, long value, int threshold, string text) =>
        Assert.Equal(text, BadgeWords.Progress(Of(id, threshold), value, Format()));

    [Theory]
    [InlineData("closer", 1, "1 deal")]
    [InlineData("closer", 2, "2 deals")]
    [InlineData("fast-hands", 17, "17 quick replies")]
    [InlineData("million-club", 100, "1 EUR")]
    public void An_amount_has_its_unit(string id, long value, string text) =>
        Assert.Equal(text, BadgeWords.Amount(Of(id, 25), value, Format()));

    [Theory]
    [InlineData("en-GB", "8 Nov 2026")]
    [InlineData("en-US", "Nov 8, 2026")]
    [InlineData("de-DE", "8. Nov. 2026")]
    public void The_date_a_badge_was_earned_has_its_year_as_the_reader_writes_it(string culture, string text) =>
        Assert.Equal(text, Format(culture).Date(new(2026, 11, 8)));

    private static Badge Of(string id, int threshold) => new(id, id, "", BadgeCategory.Milestone, new Trigger.Deals(threshold));
}
