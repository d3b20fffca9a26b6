using Gamification.Points;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

public sealed class PointTimelineTests
{
    private static readonly DateTimeZone Auckland = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
    private static readonly PointRules Twelve = PointRules.Default with { Quote = 12 };
    private static readonly PointRules Fifteen = PointRules.Default with { Quote = 15 };

    [Theory]
    [InlineData("2026-11-18 00:00", "2026-11-19")]
    [InlineData("2026-11-18 09:00", "2026-11-19")]
    [InlineData("2026-11-18 23:48", "2026-11-19")]
    [InlineData("2026-11-18 23:49", "2026-11-20")]
    [InlineData("2026-11-18 23:59", "2026-11-20")]
    [InlineData("2026-11-19 00:00", "2026-11-20")]
    public void A_change_holds_from_the_next_day_that_nothing_can_lie_in_yet(string now, string from) =>
        Assert.Equal(from, FromOf(PointTimeline.Default.Change(Twelve, Company.At(now), [Company.Paris])));

    [Theory]
    [InlineData("2026-11-18 11:48", "2026-11-19")]
    [InlineData("2026-11-18 11:49", "2026-11-20")]
    public void Where_somebody_in_Auckland_has_tomorrow_already_it_holds_from_the_day_after(string now, string from) =>
        Assert.Equal(from, FromOf(PointTimeline.Default.Change(Twelve, Company.At(now), [Company.Paris, Auckland])));

    [Theory]
    [InlineData("2026-11-18", 1, 10)]
    [InlineData("2026-11-19", 3, 15)]
    [InlineData("2026-11-20", 3, 15)]
    public void Of_two_changes_of_one_day_the_later_replaces_what_holds_from_tomorrow(string day, int version, int quote)
    {
        var timeline = PointTimeline
            .Default.Change(Twelve, Company.At("2026-11-18 09:00"), [Company.Paris])
            .Change(Fifteen, Company.At("2026-11-18 10:00"), [Company.Paris]);

        var holds = timeline.On(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);

        Assert.Equal((version, quote), (holds.Version, holds.Rules.Quote));
    }

    [Fact]
    public void A_change_never_holds_before_the_one_that_was_made_earlier()
    {
        var timeline = PointTimeline
            .Default.Change(Twelve, Company.At("2026-11-18 12:00"), [Company.Paris, Auckland])
            .Change(Fifteen, Company.At("2026-11-18 13:00"), [Company.Paris]);

        Assert.Equal("2026-11-20", FromOf(timeline));
    }

    private static string FromOf(PointTimeline timeline) => NodaTime.Text.LocalDatePattern.Iso.Format(timeline.Newest.From!.Value);
}
