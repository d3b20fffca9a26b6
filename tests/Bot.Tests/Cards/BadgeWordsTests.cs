using Bot.Cards;
using Gamification.Badges;
using Gamification.Time;
using NodaTime;
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

    /// <summary>Every kind of trigger there is.</summary>
    public static TheoryData<string> Kinds =>
        [
            .. typeof(Trigger)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Trigger)) && !type.IsAbstract && type != typeof(Trigger.Given))
                .Select(type => type.Name),
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_trigger_has_words_for_what_it_asks_and_how_far_one_is(string kind)
    {
        var badge = Own(Triggers.Single(trigger => trigger.GetType().Name == kind));

        Assert.Matches("[A-Za-z]{4}", BadgeWords.Requirement(badge, Format()));
        Assert.Contains("3", BadgeWords.Requirement(badge, Format()));
        Assert.Matches(badge.Trigger.IsMoney ? "^2 EUR$" : "^200 [a-z%]", BadgeWords.Amount(badge, 200, Format()));
    }

    [Fact]
    public void A_badge_without_a_trigger_says_who_gives_it_and_asks_for_no_number()
    {
        var badge = Own(new Trigger.Given());

        Assert.Equal(
            ("How to get it", "Given as a reward of a team goal"),
            (BadgeWords.Way(badge, Format()), BadgeWords.Requirement(badge, Format()))
        );
    }

    [Fact]
    public void A_badge_of_every_week_says_so_and_a_logged_kind_is_named() =>
        Assert.Equal(
            "3 logged activities of the kind “call” in one week, every week anew",
            BadgeWords.Requirement(Own(new Trigger.Logged("call", 3) { Per = PeriodKind.Week }), Format())
        );

    [Theory]
    [InlineData("perfect-week", 4, "Active on every scheduled working day of a week that has at least 4 of them")]
    [InlineData("target-breaker", 120, "A monthly revenue goal at 120 % or more")]
    [InlineData("fast-hands", 15, "15 of your last 20 measured replies within 15 working minutes")]
    public void A_threshold_that_an_admin_set_is_the_one_that_is_shown(string id, int threshold, string text) =>
        Assert.Equal(text, BadgeWords.Requirement(Of(id, threshold), Format()));

    private static Trigger[] Triggers =>
        [
            new Trigger.Quotes(3),
            new Trigger.Deals(3),
            new Trigger.Revenue(300),
            new Trigger.SprintDeals(3),
            new Trigger.Replies(3),
            new Trigger.ActiveDays(3),
            new Trigger.Logged("call", 3),
            new Trigger.BigDeal(300),
            new Trigger.QuickReplies(3, Duration.FromMinutes(5)),
            new Trigger.Streak(3),
            new Trigger.PerfectWeek(3),
            new Trigger.GoalWeeks(3),
            new Trigger.GoalMonth(3),
        ];

    private static Badge Own(Trigger trigger) => new("own", "Own", "", BadgeCategory.Milestone, trigger);

    private static Badge Of(string id, int threshold)
    {
        var badge = BadgeCatalogue.Default.Single(badge => badge.Id == id);
        return badge with { Trigger = badge.Trigger with { Threshold = threshold } };
    }
}
