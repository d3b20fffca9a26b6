using Gamification.Announcements;
using NodaTime;
using NodaTime.Text;

namespace Gamification.Tests;

public sealed class QuietHoursTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly DateTimeZone Cairo = DateTimeZoneProviders.Tzdb["Africa/Cairo"];
    private static readonly QuietHours Night = new(new(20, 0), new(8, 0));
    private static readonly QuietHours Lunch = new(new(12, 0), new(13, 30));

    [Theory]
    [InlineData("2026-11-18T18:59:59Z", null)]
    [InlineData("2026-11-18T19:00:00Z", "2026-11-19T07:00:00Z")]
    [InlineData("2026-11-18T23:30:00Z", "2026-11-19T07:00:00Z")]
    [InlineData("2026-11-19T06:59:59Z", "2026-11-19T07:00:00Z")]
    [InlineData("2026-11-19T07:00:00Z", null)]
    public void A_night_from_20_to_8_in_Paris_is_over_at_8(string now, string? end) => AssertEnds(Night, Paris, now, end);

    [Theory]
    [InlineData("2026-11-18T10:59:59Z", null)]
    [InlineData("2026-11-18T11:00:00Z", "2026-11-18T12:30:00Z")]
    [InlineData("2026-11-18T12:29:59Z", "2026-11-18T12:30:00Z")]
    [InlineData("2026-11-18T12:30:00Z", null)]
    public void Hours_within_a_day_do_not_reach_over_midnight(string now, string? end) => AssertEnds(Lunch, Paris, now, end);

    [Theory]
    // On 29 March 2026 the clock goes from 2 to 3: the night is an hour shorter; on 25 October an hour longer.
    [InlineData("2026-03-28T19:00:00Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-03-29T05:59:59Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-03-29T06:00:00Z", null)]
    [InlineData("2026-10-24T18:00:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("2026-10-25T06:59:59Z", "2026-10-25T07:00:00Z")]
    public void A_night_in_which_the_clock_changes_ends_at_8_on_the_wall(string now, string? end) => AssertEnds(Night, Paris, now, end);

    [Theory]
    // At 2:00 it is 3:00: quiet until 2:30 ends at the first moment after the gap, half an hour in.
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T01:30:00Z", null)]
    public void An_end_that_the_clock_skips_is_as_much_later(string now, string? end) =>
        AssertEnds(new(new(22, 0), new(2, 30)), Paris, now, end);

    [Theory]
    // Cairo had no midnight on 24 April 2026: it began at 1:00.
    [InlineData("2026-04-23T21:59:59Z", null)]
    [InlineData("2026-04-23T22:00:00Z", "2026-04-24T05:00:00Z")]
    public void A_start_at_a_midnight_that_does_not_exist_is_the_first_moment_of_the_day(string now, string? end) =>
        AssertEnds(new(new(0, 0), new(8, 0)), Cairo, now, end);

    private static void AssertEnds(QuietHours quiet, DateTimeZone zone, string now, string? end) =>
        Assert.Equal(end, quiet.EndAt(At(now), zone) is { } ends ? InstantPattern.General.Format(ends) : null);

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
