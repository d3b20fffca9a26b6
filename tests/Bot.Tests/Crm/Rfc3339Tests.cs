using Bot.Crm;
using NodaTime;

namespace Bot.Tests.Crm;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-11-18T09:00:00Z")]
    [InlineData("2026-11-18t09:00:00z")]
    [InlineData("2026-11-18T10:00:00+01:00")]
    [InlineData("2026-11-17T23:30:00-09:30")]
    [InlineData("2026-11-18T09:00:00-00:00")]
    [InlineData("2026-11-18T09:00:00.0Z")]
    [InlineData("2026-11-18T09:00:00.0000009Z")]
    public void The_same_instant_can_be_written_in_many_ways(string text) =>
        Assert.Equal(Instant.FromUtc(2026, 11, 18, 9, 0), Rfc3339.Parse(text));

    [Theory]
    [InlineData("2026-11-18T09:00:00.5Z", 500_000)]
    [InlineData("2026-11-18T09:00:00.123456789Z", 123_456)]
    [InlineData("2026-11-18T09:00:00.99999999999999999999Z", 999_999)]
    public void Fractions_are_cut_to_the_microsecond(string text, int microseconds) =>
        Assert.Equal(Instant.FromUtc(2026, 11, 18, 9, 0) + Duration.FromTicks(microseconds * 10L), Rfc3339.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("2026-11-18")]
    [InlineData("2026-11-18T09:00:00")]
    [InlineData("2026-11-18 09:00:00Z")]
    [InlineData("2026-11-18T09:00Z")]
    [InlineData("2026-11-18T09:00:00.Z")]
    [InlineData("2026-11-18T09:00:00.5")]
    [InlineData("2026-11-18T09:00:00+0100")]
    [InlineData("2026-11-18T09:00:00+1:00")]
    [InlineData("2026-11-18T09:00:00+24:00")]
    [InlineData("2026-11-18T09:00:00+01:60")]
    [InlineData("2026-11-18T09:00:00Zulu")]
    [InlineData("2026-11-18T24:00:00Z")]
    [InlineData("2026-11-18T23:59:60Z")]
    [InlineData("2026-02-29T09:00:00Z")]
    [InlineData("2026-13-01T09:00:00Z")]
    [InlineData("2026-00-10T09:00:00Z")]
    [InlineData("1899-12-31T09:00:00Z")]
    [InlineData("2200-01-01T09:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-23:59")]
    [InlineData("+026-11-18T09:00:00Z")]
    [InlineData("٢٠٢٦-11-18T09:00:00Z")]
    [InlineData("1763456400")]
    public void What_is_no_instant_with_an_offset_is_refused(string text) => Assert.Null(Rfc3339.Parse(text));
}
