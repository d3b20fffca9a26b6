using System.Globalization;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>SPEC 7, in the week of Monday 16 November 2026 (<c>2026-W47</c>) in Paris.</summary>
public sealed class GoalTests
{
    private const string Monday = "2026-11-16 09:00";
    private const string Friday = "2026-11-20 12:00";

    [Theory]
    [InlineData(9, 90, GoalState.Active)]
    [InlineData(10, 100, GoalState.Completed)]
    [InlineData(11, 110, GoalState.Completed)]
    public void Ten_quotes_a_week(int quotes, long percent, GoalState state)
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 10, Monday));
        for (var i = 0; i < quotes; i++)
            company.Play(company.Quote("2026-11-18 10:00", Name("q", i)));

        var standing = company.Standing("g", Friday);
        Assert.Equal((quotes, percent, state), (standing.Actual, standing.Percent, standing.State));
    }

    [Theory]
    [InlineData(9_999_99, 99_99, GoalState.Active)]
    [InlineData(10_000_00, 100_00, GoalState.Completed)]
    [InlineData(10_000_01, 100_00, GoalState.Completed)]
    [InlineData(13_750_00, 137_50, GoalState.Completed)]
    public void Ten_thousand_a_month(long cents, long basisPoints, GoalState state)
    {
        var company = new Company().Has(Company.Goal("g", Metric.Revenue, 10_000_00, Monday, kind: PeriodKind.Month));

        company.Play(company.Happens("2026-11-02 10:00", new Activity.DealClosed("d", Company.Mail("ann"), true, Money.Of(cents, "EUR"))));

        var standing = company.Standing("g", Friday);
        Assert.Equal((cents, basisPoints, state), (standing.Actual, standing.BasisPoints, standing.State));
    }

    [Theory]
    [InlineData(3, GoalState.Active)]
    [InlineData(4, GoalState.Completed)]
    [InlineData(5, GoalState.Completed)]
    public void Four_active_days_a_week(int days, GoalState state)
    {
        var company = new Company().Has(Company.Goal("g", Metric.ActiveDays, 4, Monday));
        for (var day = 0; day < days; day++)
            company.Play(
                company.Quote(Name("2026-11-", 16 + day) + " 10:00", Name("a", day)),
                company.Quote(Name("2026-11-", 16 + day) + " 11:00", Name("b", day))
            );

        var standing = company.Standing("g", "2026-11-22 12:00");
        Assert.Equal((days, state), (standing.Actual, standing.State));
    }

    [Theory]
    [InlineData(4, 10, false, GoalState.Missed)]
    [InlineData(5, 29, true, GoalState.Completed)]
    [InlineData(5, 30, true, GoalState.Completed)]
    [InlineData(5, 31, false, GoalState.Missed)]
    [InlineData(6, 30, true, GoalState.Completed)]
    public void A_median_reply_within_30_minutes_of_at_least_5_is_on_track_until_the_close_decides(
        int replies,
        int minutes,
        bool isOnTrack,
        GoalState decided
    )
    {
        var company = new Company().Has(Company.Goal("g", Metric.ResponseTime, 1_800, Monday));
        Reply(company, [.. Enumerable.Repeat(minutes, replies)]);

        var open = company.Standing("g", Friday);
        Assert.Equal((GoalState.Active, isOnTrack, replies), (open.State, open.OnTrack, open.Replies));
        Assert.Empty(company.Told("g"));

        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 16));
        var closed = company.Standing("g", Friday);
        Assert.Equal((decided, null, minutes * 60L), (closed.State, closed.OnTrack, closed.Actual));
        Assert.Equal(decided is GoalState.Completed ? ["goal.completed"] : [], company.Told("g"));
    }

    [Fact]
    public void Of_six_replies_the_middle_two_decide_and_half_a_second_counts()
    {
        var company = new Company().Has(Company.Goal("g", Metric.ResponseTime, 1_800, Monday));

        Reply(company, [1, 2, 30, 31, 60, 90]);

        var standing = company.Standing("g", Friday);
        Assert.Equal((1_830, false), (standing.Actual, standing.OnTrack));
    }

    [Fact]
    public void Fewer_than_five_replies_are_no_attainment_yet()
    {
        var company = new Company().Has(Company.Goal("g", Metric.ResponseTime, 1_800, Monday));

        Reply(company, [1, 1, 1, 1]);

        var standing = company.Standing("g", Friday);
        Assert.Equal((60, 4, 0), (standing.Actual, standing.Replies, standing.Percent));
        Assert.Null(standing.Attainment);
    }

    [Fact]
    public void A_goal_counts_its_whole_period_also_what_came_before_it_was_made_and_nothing_of_the_period_before()
    {
        var company = new Company();
        company.Play(
            company.Quote("2026-11-15 23:59", "sunday"),
            company.Quote("2026-11-16 00:00", "monday"),
            company.Quote("2026-11-18 10:00", "wednesday")
        );

        company.Has(Company.Goal("g", Metric.Quotes, 10, Friday));

        Assert.Equal(2, company.Standing("g", Friday).Actual);
    }

    [Fact]
    public void A_void_takes_its_quote_back_and_a_deal_its_revenue()
    {
        var company = new Company()
            .Has(Company.Goal("q", Metric.Quotes, 2, Monday))
            .Has(Company.Goal("r", Metric.Revenue, 1_000_00, Monday, kind: PeriodKind.Month));

        company.Play(
            company.Quote("2026-11-16 10:00", "1"),
            company.Quote("2026-11-16 11:00", "2"),
            company.Void("2026-11-17 10:00", "1"),
            company.Win("2026-11-17 11:00", "d", 1_500),
            company.Amount("2026-11-18 11:00", "d", 900)
        );

        Assert.Equal((1, GoalState.Active), (company.Standing("q", Friday).Actual, company.Standing("q", Friday).State));
        Assert.Equal((900_00, GoalState.Active), (company.Standing("r", Friday).Actual, company.Standing("r", Friday).State));
    }

    [Fact]
    public void Who_is_away_from_the_companys_zone_counts_the_dates_of_their_own_calendar_that_lie_in_the_period()
    {
        // Sunday 15:30 UTC is Monday 00:30 in Tokyo; Sunday 22:30 in New York is Monday 04:30 in Paris.
        var company = new Company(Company.Person("ann", zone: "Asia/Tokyo"), Company.Person("bob", zone: "America/New_York"))
            .Has(Company.Goal("tokyo", Metric.ActiveDays, 4, Monday))
            .Has(Company.Goal("york", Metric.ActiveDays, 4, Monday, "bob"))
            .Has(Company.Goal("tokyo-quotes", Metric.Quotes, 4, Monday));

        company.Play(company.Quote("2026-11-15 16:30", "1"), company.Quote("2026-11-23 04:30", "2", "bob"));

        Assert.Equal(1, company.Standing("tokyo", Friday).Actual);
        Assert.Equal(1, company.Standing("york", Friday).Actual);
        Assert.Equal(0, company.Standing("tokyo-quotes", Friday).Actual);
        Assert.Equal(0, company.Standing("york", "2026-11-24 12:00").Actual);
    }

    [Fact]
    public void In_the_week_of_25_hours_and_in_that_of_23_the_borders_are_local_midnights()
    {
        var company = new Company()
            .Has(Company.Goal("autumn", Metric.Quotes, 5, "2026-10-19 09:00"))
            .Has(Company.Goal("spring", Metric.Quotes, 5, "2026-03-23 09:00", "bob"));

        company.Play(
            company.Quote("2026-10-25 23:59", "in"),
            company.Quote("2026-10-26 00:00", "out"),
            company.Quote("2026-03-29 23:59", "in-spring", "bob"),
            company.Quote("2026-03-30 00:00", "out-spring", "bob")
        );

        Assert.Equal(1, company.Standing("autumn", "2026-10-25 12:00").Actual);
        Assert.Equal(1, company.Standing("spring", "2026-03-29 12:00").Actual);
        Assert.Equal(
            Duration.FromHours(7 * 24 + 1),
            company.Standing("autumn", "2026-10-25 12:00") is var week ? week.Ends - week.Starts : default
        );
        Assert.Equal(
            Duration.FromHours(7 * 24 - 1),
            company.Standing("spring", "2026-03-29 12:00") is var short7 ? short7.Ends - short7.Starts : default
        );
    }

    [Fact]
    public void The_everyday_case_counts_nothing_again()
    {
        var company = new Company().Has(Company.Goal("q", Metric.Quotes, 3, Monday)).Has(Company.Goal("d", Metric.ActiveDays, 2, Monday));
        var before = company.Keeper.Recounts;

        for (var day = 16; day < 21; day++)
            company.Play(company.Quote(Name("2026-11-", day) + " 10:00", Name("q", day)));

        Assert.Equal(before, company.Keeper.Recounts);
        Assert.Equal((5, 5), (company.Standing("q", Friday).Actual, company.Standing("d", Friday).Actual));
    }

    /// <summary>One conversation a reply, each answered after so many minutes of Wednesday's working time.</summary>
    private static void Reply(Company company, IReadOnlyList<int> minutes)
    {
        foreach (var (talk, took) in minutes.Index())
        {
            var asked = new LocalTime(10, 0).PlusMinutes(talk);
            company.Play(
                company.Asks($"2026-11-18 {Clock(asked)}", Name("t", talk)),
                company.Replies($"2026-11-18 {Clock(asked.PlusMinutes(took))}", Name("t", talk))
            );
        }
    }

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Name(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
}
