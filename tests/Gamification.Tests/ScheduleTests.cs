using System.Globalization;
using Gamification.Announcements;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;
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
        PeriodClose[] closed = [Closed(PeriodKind.Month, new(2026, 12, 1)), Closed(PeriodKind.Week, new(2026, 12, 28))];

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
        var due = BoardSchedule.Due(Company.At(now), Company.Organisation, [], Channels, Nothing);

        Assert.Equal(periods, string.Join(' ', due.Select(board => board.Data["period"]).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(due, board => Assert.Equal("board.provisional", board.Kind));
    }

    [Theory]
    // Friday 16:00 the week still runs; on Monday nothing new is posted, and the close makes that message final.
    [InlineData("2026-11-20 15:59", "")]
    [InlineData("2026-11-20 16:00", "board:org:2026-W47:standing")]
    [InlineData("2026-11-22 23:59", "board:org:2026-W47:standing")]
    [InlineData("2026-11-23 09:00", "")]
    public void A_channel_may_get_the_running_week_on_Friday_at_16(string now, string about) =>
        Assert.Equal(about, Abouts(now, new(null, new(IsoDayOfWeek.Friday, new(16, 0)), null)));

    [Theory]
    [InlineData("2026-11-24 13:59", "")]
    [InlineData("2026-11-24 14:00", "board:org:2026-W47:provisional")]
    public void Or_the_ended_week_on_Tuesday_at_14(string now, string about) =>
        Assert.Equal(about, Abouts(now, new(null, new(IsoDayOfWeek.Tuesday, new(14, 0)), null)));

    [Theory]
    [InlineData("2026-11-20 17:59", "18:00", "")]
    [InlineData("2026-11-20 18:00", "18:00", "board:org:2026-11-20:standing")]
    [InlineData("2026-11-21 18:00", "18:00", "")]
    [InlineData("2026-11-23 08:00", "08:00", "board:org:2026-11-20:standing")]
    [InlineData("2026-11-24 08:00", "08:00", "board:org:2026-11-23:standing")]
    public void Or_the_day_from_Monday_to_Friday_in_the_morning_that_of_the_day_before(string now, string at, string about) =>
        Assert.Equal(about, Abouts(now, new(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value, null, null)));

    [Theory]
    [InlineData("2026-11-15 09:59", "15", "")]
    [InlineData("2026-11-15 10:00", "15", "board:org:2026-10:provisional")]
    [InlineData("2026-11-16 10:00", "16", "board:org:2026-11:standing")]
    public void Or_the_month_on_a_day_up_to_the_15th_the_ended_one(string now, string day, string about) =>
        Assert.Equal(about, Abouts(now, new(null, null, new(int.Parse(day, CultureInfo.InvariantCulture), new(10, 0)))));

    [Fact]
    public void Who_saw_a_running_week_sees_it_final_and_who_switched_boards_off_sees_none()
    {
        ConnectedChannel friday = Channels[1] with { Settings = new() { Boards = new(null, new(IsoDayOfWeek.Friday, new(16, 0)), null) } };
        ConnectedChannel off = Channels[0] with { Settings = new() { Off = PostKinds.Boards } };
        var told = new HashSet<(string, string)> { ("board:org:2026-W47:standing", "channel:web:org") };

        var due = BoardSchedule.Due(
            Company.At("2026-11-25 00:00"),
            Company.Organisation,
            [Closed(PeriodKind.Week, new(2026, 11, 18))],
            [friday, off],
            told
        );

        Assert.Equal(["board:org:2026-W47:final"], due.Select(board => board.About));
    }

    private static string Abouts(string now, BoardTimes times) =>
        string.Join(
            ' ',
            BoardSchedule
                .Due(Company.At(now), Company.Organisation, [], [Channels[1] with { Settings = new() { Boards = times } }], Nothing)
                .Select(board => board.About)
        );

    [Fact]
    public void Every_channel_gets_the_board_of_its_team_or_of_the_organisation()
    {
        var due = BoardSchedule.Due(Company.At("2026-11-23 09:00"), Company.Organisation, [], Channels, Nothing);

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
            Channels,
            Nothing
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

        var due = BoardSchedule.Due(
            Company.At("2026-11-26 00:00"),
            patient,
            [Closed(PeriodKind.Week, new(2026, 11, 11))],
            Channels,
            Nothing
        );

        Assert.Contains(due, board => board.About == "board:org:2026-W46:final");
        Assert.Contains(due, board => board.About == "board:org:2026-W47:provisional");
    }

    [Theory]
    [InlineData(CloseState.Closed, 1, "")]
    [InlineData(CloseState.Reopened, 1, "board.corrected board:org:2026-W40:corrected-2")]
    [InlineData(CloseState.Closed, 2, "board.final board:org:2026-W40:final-2")]
    [InlineData(CloseState.Reopened, 2, "board.corrected board:org:2026-W40:corrected-3")]
    public void A_board_of_long_ago_is_told_again_where_it_was_told_when_its_period_is_reopened_and_closed_again(
        CloseState state,
        int version,
        string told
    )
    {
        var close = Closed(PeriodKind.Week, new(2026, 9, 30)) with { State = state, Version = version };

        var due = BoardSchedule.Due(
            Company.At("2026-11-25 00:05"),
            Company.Organisation,
            [close],
            Channels,
            new HashSet<(string, string)> { ("board:org:2026-W40:final", "channel:web:org") }
        );

        var again = due.Where(board => board.Data["period"] == "2026-W40").Select(board => $"{board.Kind} {board.About}");
        Assert.Equal(told, string.Join(' ', again));
    }

    [Fact]
    public void What_was_announced_is_not_due_again()
    {
        var announced = new HashSet<(string, string)> { ("board:org:2026-W47:provisional", "channel:web:org") };

        var due = BoardSchedule.Due(Company.At("2026-11-23 09:00"), Company.Organisation, [], Channels, announced);

        Assert.DoesNotContain(due, board => board.To.Key == "channel:web:org" && board.Data["period"] == "2026-W47");
        Assert.Contains(due, board => board.To.Key == "channel:slack:C1" && board.Data["period"] == "2026-W47");
    }

    [Fact]
    public void A_reopened_period_is_not_closed_by_schedule()
    {
        var reopened = Closed(PeriodKind.Week, new(2026, 11, 11)) with { State = CloseState.Reopened };

        var due = Closing.Due(Company.At("2026-11-25 00:00"), Company.Organisation, [reopened], new(2026, 11, 11));

        Assert.Equal(["2026-W47"], due.Select(period => period.Key.Value));
    }

    private static readonly IReadOnlySet<(string, string)> Nothing = new HashSet<(string, string)>();

    private static PeriodClose Closed(PeriodKind kind, LocalDate day) => new(Period.Of(kind, day).Key, kind, CloseState.Closed, Version: 1);
}
