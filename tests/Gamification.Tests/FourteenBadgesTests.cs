using System.Globalization;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.People;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

/// <summary>The fourteen badges just below, at and above their thresholds, with the numbers of SPEC 6.</summary>
public sealed class FourteenBadgesTests
{
    private readonly Company company = new();

    [Fact]
    public void There_are_fourteen_and_every_category_is_there()
    {
        Assert.Equal(14, BadgeCatalogue.Default.DistinctBy(badge => badge.Id).Count());
        Assert.Equal(Enum.GetValues<BadgeCategory>(), BadgeCatalogue.Default.Select(badge => badge.Category).Distinct().Order());
    }

    [Theory]
    [InlineData("first-sale", 0, false)]
    [InlineData("first-sale", 1, true)]
    [InlineData("first-sale", 2, true)]
    [InlineData("closer", 24, false)]
    [InlineData("closer", 25, true)]
    [InlineData("closer", 26, true)]
    public void Deals_unlock_First_Sale_at_1_and_Closer_at_25(string badge, int deals, bool isHeld)
    {
        company.Play([.. Count(deals).Select(i => company.Win(Morning(i), $"d{i}", 10))]);

        Assert.Equal(isHeld, IsHeld(badge));
    }

    [Theory]
    [InlineData("opening-move", 0, false)]
    [InlineData("opening-move", 1, true)]
    [InlineData("opening-move", 2, true)]
    [InlineData("quote-machine", 99, false)]
    [InlineData("quote-machine", 100, true)]
    [InlineData("quote-machine", 101, true)]
    public void Quotes_unlock_Opening_Move_at_1_and_Quote_Machine_at_100(string badge, int quotes, bool isHeld)
    {
        company.Play([.. Count(quotes).Select(i => company.Quote("2026-11-18 10:00", $"q{i}"))]);

        Assert.Equal(isHeld, IsHeld(badge));
    }

    [Fact]
    public void The_same_quote_again_adds_nothing_to_99_and_the_hundredth_unlocks()
    {
        company.Play([.. Count(99).Select(i => company.Quote("2026-11-18 10:00", $"q{i}"))]);
        company.Play(
            company.Quote("2026-11-18 11:00", "q7"),
            company.Void("2026-11-19 10:00", "q8"),
            company.Quote("2026-11-19 11:00", "q8")
        );

        Assert.Equal((99, false), (Row("quote-machine").Actual, IsHeld("quote-machine")));

        company.Play(company.Quote("2026-11-20 10:00", "q100"));
        Assert.Equal(Company.At("2026-11-20 10:00"), Row("quote-machine").Crossed?.Credited);
    }

    [Theory]
    [InlineData(3, 17, 0, 17, false)]
    [InlineData(3, 17, 1, 18, true)]
    [InlineData(0, 18, 0, 17, false)]
    [InlineData(0, 19, 0, 17, false)]
    [InlineData(0, 20, 0, 18, true)]
    [InlineData(2, 18, 0, 18, true)]
    [InlineData(1, 19, 0, 18, true)]
    public void Slow_then_quick_replies_are_counted_over_the_last_20(int slow, int quick, int more, long value, bool isHeld)
    {
        Answer([.. Enumerable.Repeat(16, slow), .. Enumerable.Repeat(15, quick + more)]);

        Assert.Equal((value, isHeld), (Row("fast-hands").Actual, IsHeld("fast-hands")));
    }

    [Fact]
    public void A_slow_22nd_reply_revokes_nothing()
    {
        Answer([16, 16, 16, .. Enumerable.Repeat(15, 18), 60]);

        Assert.True(IsHeld("fast-hands"));
        Assert.False(IsHeld("speed-demon"));
        Assert.Single(company.Keeper.Awards, award => award.Badge == "fast-hands");
    }

    [Fact]
    public void Eighteen_of_20_within_5_minutes_is_both_speed_badges_in_one_post()
    {
        company.Keeper.Channels.Add(new(new("web:org"), null));
        Answer([.. Enumerable.Repeat(6, 2), .. Enumerable.Repeat(5, 18)]);

        var posts = company.Keeper.Announcements.Where(told => told.To.Key == "channel:web:org").ToList();
        Assert.Equal(["fast-hands", "speed-demon"], posts.Select(told => told.Data["badge"]));
        Assert.Single(posts.Select(told => told.Post).Distinct());
    }

    [Theory]
    [InlineData(4, 5, 18)]
    [InlineData(5, 5, 17)]
    [InlineData(6, 6, 0)]
    public void Speed_Demon_needs_5_working_minutes(int first, int rest, long value)
    {
        Answer([first + 1, first + 1, .. Enumerable.Repeat(rest, 17), first == 5 ? 6 : first]);

        Assert.Equal((value, value == 18), (Row("speed-demon").Actual, IsHeld("speed-demon")));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_deal_won_7_times_24_hours_after_its_quote_is_a_sprint_and_a_second_later_not(int seconds, bool counts)
    {
        for (var i = 0; i < 5; i++)
        {
            var sent = company.Quote("2026-03-01 11:00", $"q{i}", deal: $"d{i}");
            var won = company.Win("2026-03-08 11:00", $"d{i}", 10);
            company.Play(sent, won with { Occurred = won.Occurred + Duration.FromSeconds(i == 4 ? seconds : 0) });
        }

        Assert.Equal((counts ? 5 : 4, counts), ((int)Row("sprint-finish").Actual, IsHeld("sprint-finish")));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void Five_sprints_are_a_Sprint_Finish(int deals, bool isHeld)
    {
        foreach (var deal in Count(deals).Select(i => string.Create(CultureInfo.InvariantCulture, $"d{i}")))
            company.Play(company.Quote("2026-11-17 10:00", $"q{deal}", deal: deal), company.Win("2026-11-18 10:00", deal, 10));

        Assert.Equal(isHeld, IsHeld("sprint-finish"));
    }

    [Fact]
    public void The_quote_of_a_sprint_may_be_voided_and_may_arrive_after_the_win_and_no_quote_is_no_sprint()
    {
        company.Play(company.Win("2026-03-08 11:00", "d1", 10), company.Win("2026-03-08 11:00", "d2", 10));
        Assert.False(company.Keeper.Progress.ContainsKey(("sprint-finish", new("ann"))));

        company.Play(company.Quote("2026-03-02 11:00", "q1", deal: "d1"), company.Void("2026-03-03 11:00", "q1"));
        Assert.Equal(1, Row("sprint-finish").Actual);

        company.Play(company.Quote("2026-02-20 11:00", "q2", deal: "d1"));
        Assert.Equal(0, Row("sprint-finish").Actual);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData(2_499_999, false)]
    [InlineData(2_500_000, true)]
    [InlineData(2_500_001, true)]
    public void One_deal_of_25_units_is_a_Big_Fish(long cents, bool isHeld)
    {
        company.Play(company.Win("2026-11-16 10:00", "d0", 24_999), Win("2026-11-17 10:00", "d1", cents));

        Assert.Equal((cents, isHeld), (Row("big-fish").Actual, IsHeld("big-fish")));
    }

    [Theory]
    [InlineData("rainmaker", 9_999_999, false)]
    [InlineData("rainmaker", 10_000_000, true)]
    [InlineData("rainmaker", 10_000_001, true)]
    [InlineData("million-club", 99_999_999, false)]
    [InlineData("million-club", 100_000_000, true)]
    [InlineData("million-club", 100_000_001, true)]
    public void Revenue_unlocks_Rainmaker_at_100_000_and_the_Million_Club_at_1_000_000(string badge, long cents, bool isHeld)
    {
        company.Play(Win("2026-11-16 10:00", "d0", 5_000_000), Win("2026-11-17 10:00", "d1", cents - 5_000_000));

        Assert.Equal(isHeld, IsHeld(badge));
    }

    [Theory]
    [InlineData("2026-03-08 10:00", false)]
    [InlineData("2026-04-03 10:00", true)]
    public void Rainmaker_is_taken_at_95_000_five_days_later_and_kept_31_days_later(string cut, bool isKept)
    {
        company.Play(company.Win("2026-03-02 10:00", "d0", 60_000), company.Win("2026-03-03 10:00", "d1", 40_000));

        company.Play(company.Amount(cut, "d1", 35_000));

        Assert.Equal(isKept, IsHeld("rainmaker"));
        Assert.Equal(
            isKept ? [0] : [0, 1],
            company.Keeper.Awards.Where(award => award.Badge == "rainmaker").Select(award => award.Revision)
        );
        Assert.Equal(
            isKept ? 0 : 1,
            company.Keeper.Announcements.Count(told => told is { Kind: "badge.revoked", To: Announcements.Recipient.Person })
        );
    }

    [Fact]
    public void One_deal_that_is_the_first_and_a_big_fish_is_two_rows_in_one_post()
    {
        company.Keeper.Channels.Add(new(new("web:org"), null));

        company.Play(company.Win("2026-11-18 10:00", "d1", 25_000));

        Assert.Equal(["first-sale", "big-fish"], company.Keeper.Awards.Select(award => award.Badge));
        Assert.Single(company.Keeper.Announcements.Where(told => told.To.Key == "channel:web:org").Select(told => told.Post).Distinct());
    }

    [Fact]
    public void A_week_with_a_holiday_on_Wednesday_is_perfect_at_4_days_and_Saturday_does_not_matter()
    {
        var holiday = new Company(With(holidays: [new(2026, 11, 18)]));
        holiday.Play(Days(holiday, "2026-11-16", "2026-11-17", "2026-11-19"));
        Assert.Equal((3, 4), (Week(holiday).Actual, Week(holiday).Threshold));
        Assert.False(Week(holiday).IsHeld);

        holiday.Play(Days(holiday, "2026-11-21"));
        Assert.False(Week(holiday).IsHeld);

        holiday.Play(Days(holiday, "2026-11-20"));
        Assert.Equal(Company.At("2026-11-20 10:00"), Week(holiday).Crossed?.Credited);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_week_of_two_scheduled_days_cannot_be_perfect(int scheduled, bool isHeld)
    {
        LocalDate[] week = [.. Enumerable.Range(0, 5).Select(new LocalDate(2026, 11, 16).PlusDays)];
        var short1 = new Company(With(timeOff: week[scheduled..]));

        short1.Play(Days(short1, [.. week[..scheduled].Select(Text)]));

        Assert.Equal(isHeld, Week(short1).IsHeld);
    }

    [Fact]
    public void Perfect_weeks_are_counted_and_only_the_first_is_told()
    {
        var day = new LocalDate(2026, 11, 2);
        company.Play(Days(company, [.. Enumerable.Range(0, 12).Select(i => Text(day.PlusDays(i)))]));

        Assert.Equal(2, company.Keeper.Badges.Values.Count(row => row is { Badge: "perfect-week", IsHeld: true }));
        Assert.Single(company.Keeper.Announcements, told => told.Data["badge"] == "perfect-week");
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(9, true)]
    public void Twelve_days_two_weeks_of_leave_and_8_more_are_a_streak_of_20(int after, bool isHeld)
    {
        var leave = Enumerable.Range(0, 14).Select(new LocalDate(2026, 9, 16).PlusDays);
        var away = new Company(With(timeOff: [.. leave]));

        away.Play(Days(away, [.. Working(new(2026, 8, 31), 12), .. Working(new(2026, 9, 30), after)]));

        Assert.Equal((Math.Min(20, 12 + after), isHeld), ((int)RowOf(away, "streak-master").Actual, RowOf(away, "streak-master").IsHeld));
    }

    [Fact]
    public void A_missed_day_breaks_a_streak_and_time_off_entered_later_for_it_mends_it()
    {
        string[] days = [.. Working(new(2026, 8, 31), 21)];
        company.Play(Days(company, [.. days[..9], .. days[10..]]));
        Assert.Equal((11, false), (Row("streak-master").Actual, IsHeld("streak-master")));

        company.Keeper.Change(With(timeOff: [new(2026, 9, 11)]));

        Assert.True(IsHeld("streak-master"));
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData("2026-10-28 09:00", false)]
    [InlineData("2026-10-28 09:01", true)]
    public void Time_off_taken_back_within_30_times_24_hours_takes_the_streak_and_later_not(string changed, bool isKept)
    {
        var away = new Company(With(timeOff: [new(2026, 9, 11)]));
        string[] days = [.. Working(new(2026, 8, 31), 21)];
        away.Play(Days(away, [.. days[..9], .. days[10..]]));
        Assert.Equal(Company.At("2026-09-28 10:00"), RowOf(away, "streak-master").Crossed?.Credited);

        away.Keeper.Change(With(timeOff: []), Company.At(changed));

        Assert.Equal((isKept, isKept), (RowOf(away, "streak-master").IsHeld, RowOf(away, "streak-master").IsKept));
        Assert.Empty(away.Keeper.Verify());
    }

    private Reported Win(string at, string deal, long cents) =>
        company.Happens(at, new Activity.DealClosed(deal, Company.Mail("ann"), true, Money.Of(cents, "EUR")));

    /// <summary>One conversation after the other, from Monday on, each answered after so many working minutes.</summary>
    private void Answer(IReadOnlyList<int> minutes)
    {
        for (var i = 0; i < minutes.Count; i++)
        {
            var asked = company.Asks(Text(new LocalDate(2026, 11, 16).PlusDays(i / 5)) + $" 1{i % 5}:00", $"c{i}");
            var replied = company.Replies("2026-11-16 10:00", $"c{i}");
            var at = asked.Occurred + Duration.FromMinutes(minutes[i]);
            company.Play(asked, replied with { Occurred = at, Received = at });
        }
    }

    private static IReadOnlyList<Reported> Days(Company company, params IReadOnlyList<string> days) =>
        [.. days.Select(day => company.Quote($"{day} 10:00", $"q-{day}"))];

    /// <summary>So many days from Monday to Friday.</summary>
    private static IEnumerable<string> Working(LocalDate first, int count) =>
        Enumerable.Range(0, 60).Select(first.PlusDays).Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday).Take(count).Select(Text);

    private static Person With(IReadOnlyList<LocalDate>? holidays = null, IReadOnlyList<LocalDate>? timeOff = null) =>
        Company.Person("ann") with
        {
            Calendars =
            [
                WorkingCalendar.Default(Company.Paris) with
                {
                    Holidays = (holidays ?? []).ToHashSet(),
                    TimeOff = (timeOff ?? []).ToHashSet(),
                },
            ],
        };

    private static BadgeProgress Week(Company company) => company.Keeper.Badges[("perfect-week", new("ann"), "2026-W47")];

    private static IEnumerable<int> Count(int count) => Enumerable.Range(1, count);

    private static string Morning(int i) => string.Create(CultureInfo.InvariantCulture, $"2026-11-18 10:{i:D2}");

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static BadgeProgress RowOf(Company company, string badge) => company.Keeper.Progress[(badge, new("ann"))];

    private BadgeProgress Row(string badge) => RowOf(company, badge);

    private bool IsHeld(string badge) => company.Keeper.Progress.GetValueOrDefault((badge, new("ann")))?.IsHeld ?? false;
}
