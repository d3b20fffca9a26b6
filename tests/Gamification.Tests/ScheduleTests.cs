using Gamification.Announcements;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Tests;

/// <summary>When periods close and when channels get their boards. Paris, 48 hours of grace.</summary>
public sealed class ScheduleTests
{
    private static readonly ConnectedChannel[] Channels = [new(new("slack:C1"), new("emea")), new(new("web:org"), null)];

    [Theory]
    [InlineData("2026-11-17 23:59", new string[0])]
    [InlineData("2026-11-18 00:00", new[] { "2026-W46" })]
    [InlineData("2026-11-25 00:00", new[] { "2026-W46", "2026-W47" })]
    [InlineData("2026-12-02 23:59", new[] { "2026-W46", "2026-W47", "2026-W48" })]
    [InlineData("2026-12-03 00:00", new[] { "2026-W46", "2026-W47", "2026-W48", "2026-11" })]
    public void A_period_is_to_be_closed_48_hours_after_its_end_from_that_of_the_first_fact_on(string now, string[] due) =>
        Assert.Equal(due, Closing.Due(Company.At(now), Company.Organisation, [], new(2026, 11, 11)).Select(period => period.Key.Value));

    [Fact]
    public void A_quarter_closes_after_the_month_that_ends_with_it_and_nothing_twice()
    {
        ClosedPeriod[] closed = [Closed(PeriodKind.Month, new(2026, 12, 1)), Closed(PeriodKind.Week, new(2026, 12, 28))];

        var due = Closing.Due(Company.At("2027-01-13 00:00"), Company.Organisation, closed, new(2026, 12, 28));

        Assert.Equal(["2026-Q4", "2027-W01"], due.Select(period => period.Key.Value));
    }

    [Fact]
    public void Without_a_fact_nothing_closes() =>
        Assert.Empty(Closing.Due(Company.At("2026-11-18 00:00"), Company.Organisation, [], null));

    [Theory]
    [InlineData("2026-11-23 08:59", "2026-10")]
    [InlineData("2026-11-23 09:00", "2026-10 2026-W47")]
    [InlineData("2026-12-01 08:59", "2026-W48")]
    [InlineData("2026-12-01 09:00", "2026-11 2026-W48")]
    public void Monday_and_the_first_at_09_00_channels_get_the_ended_period(string now, string periods)
    {
        var due = BoardSchedule.Due(Company.At(now), Company.Organisation, [], Channels);

        Assert.Equal(periods, string.Join(' ', due.Select(board => board.Data["period"]).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(due, board => Assert.Equal("board.provisional", board.Kind));
    }

    [Fact]
    public void Every_channel_gets_the_board_of_its_team_or_of_the_organisation()
    {
        var due = BoardSchedule.Due(Company.At("2026-11-23 09:00"), Company.Organisation, [], Channels);

        Assert.Contains(
            due,
            board =>
                (board.About, board.To.Key, board.Data["board"])
                == ("board:team:emea:2026-W47:provisional", "channel:slack:C1", "team:emea")
        );
        Assert.Contains(
            due,
            board => (board.About, board.To.Key, board.Data["board"]) == ("board:org:2026-W47:provisional", "channel:web:org", "org")
        );
        Assert.All(due, board => Assert.Equal(board.About, board.Post));
    }

    [Fact]
    public void A_closed_period_is_final_and_no_more_provisional()
    {
        var due = BoardSchedule.Due(
            Company.At("2026-11-25 00:05"),
            Company.Organisation,
            [Closed(PeriodKind.Week, new(2026, 11, 18))],
            Channels
        );

        Assert.Equal(
            ["board:org:2026-W47:final", "board:team:emea:2026-W47:final"],
            due.Where(board => board.Data["period"] == "2026-W47").Select(board => board.About).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void With_ten_days_of_grace_the_week_before_last_still_becomes_final()
    {
        var patient = Company.Organisation with { Grace = Duration.FromDays(10) };

        var due = BoardSchedule.Due(Company.At("2026-11-26 00:00"), patient, [Closed(PeriodKind.Week, new(2026, 11, 11))], Channels);

        Assert.Contains(due, board => board.About == "board:org:2026-W46:final");
        Assert.Contains(due, board => board.About == "board:org:2026-W47:provisional");
    }

    private static ClosedPeriod Closed(PeriodKind kind, LocalDate day)
    {
        var period = Period.Of(kind, day);
        return new(period.Key, kind, period.StartIn(Company.Paris)!.Value, period.EndIn(Company.Paris)!.Value, 1);
    }
}
