using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using NodaTime;

namespace Bot.Tests.Cards;

public sealed class LateWordsTests
{
    private static readonly Organisation Paris = new(DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR", 1000, Duration.FromHours(48));

    /// <summary>Half past midnight on 31 October in Paris.</summary>
    private static readonly Instant Night = Instant.FromUtc(2026, 10, 30, 23, 30);

    [Theory]
    [InlineData("en-GB", "late, sold 31 Oct")]
    [InlineData("en-US", "late, sold Oct 31")]
    public void The_label_names_the_organisations_day_as_the_reader_writes_it(string culture, string label) =>
        Assert.Equal(label, LateWords.Label(LateDeed.Sold, Night, new(CultureInfo.GetCultureInfo(culture), Paris)));

    [Fact]
    public void A_badge_that_a_late_deal_unlocked_says_so()
    {
        var badge = Rulebook.Default.Badges.First(badge => badge.Id == "first-sale");

        var card = UnlockCard.Compose("Ana", [new Unlock(badge, 1, 120_000) { Late = Night }], ReaderFormat.ForEveryone(Paris));

        Assert.Contains("1 deal · 1,200 EUR · late, sold 31 Oct", PlainText.Render(card), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_is_counted_with_its_reason() =>
        Assert.Equal(
            "3 activities are left out: 2 received after the close, 1 in CHF without a rate.",
            LateWords.Of([new(FactReasons.Late, null, 2), new(FactReasons.NoRate, "CHF", 1)], ReaderFormat.ForEveryone(Paris))
        );

    [Fact]
    public void The_status_counts_what_waits_for_a_rate() =>
        Assert.Contains(
            "of them without a rate: 2",
            PlainText.Render(
                StatusCard.Compose(new() { Quarantine = new(3, 2), Messages = new(0, 0, 0, 0) }, null, ReaderFormat.ForEveryone(Paris))
            ),
            StringComparison.Ordinal
        );
}
