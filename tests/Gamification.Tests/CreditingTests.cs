using Gamification.Activities;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>SPEC 3 and 10: when an activity counts. Paris, 48 hours of grace.</summary>
public sealed class CreditingTests
{
    [Fact]
    public void A_deal_of_31_October_received_while_October_is_open_counts_there()
    {
        var company = new Company();

        var win = company.Win("2026-10-31 18:00", "d1", 900, received: "2026-11-02 20:00");
        company.Play(win);

        Assert.Equal(55, company.Points("ann", "2026-W44"));
        Assert.Equal(55, company.Points("ann", "2026-10"));
        Assert.Null(company.Keeper.Facts[win.Id].Reason);
    }

    [Fact]
    public void Received_after_October_closed_it_counts_on_3_November_in_week_45_and_leaves_week_44_alone()
    {
        var company = new Company();
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 31));

        var win = company.Win("2026-10-31 18:00", "d1", 900, received: "2026-11-03 08:00");
        company.Play(win);

        Assert.Equal(0, company.Points("ann", "2026-W44"));
        Assert.Equal(0, company.Points("ann", "2026-10"));
        Assert.Equal(55, company.Points("ann", "2026-W45"));
        Assert.Equal(55, company.Points("ann", "2026-11-03"));
        Assert.Equal(FactReasons.Late, company.Keeper.Facts[win.Id].Reason);
    }

    [Fact]
    public void Late_for_the_week_is_late_for_the_month()
    {
        var company = new Company();
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 4));

        company.Play(company.Quote("2026-11-04 10:00", "q1", received: "2026-11-12 10:00"));

        Assert.Equal(0, company.Points("ann", "2026-11-04"));
        Assert.Equal(15, company.Points("ann", "2026-11-12"));
    }

    [Theory]
    [InlineData("2026-11-18 10:10", "2026-11-18 10:10", false)]
    [InlineData("2026-11-18 10:11", "2026-11-18 10:00", true)]
    public void More_than_ten_minutes_in_the_future_becomes_the_receipt(string claimed, string credited, bool isFlagged)
    {
        var company = new Company();

        var quote = company.Quote(claimed, "q1", received: "2026-11-18 10:00");
        company.Play(quote);

        var fact = company.Keeper.Facts[quote.Id];
        Assert.Equal((Company.At(credited), Company.At(credited)), (fact.Credited, fact.Occurred));
        Assert.Equal(isFlagged ? Company.At(claimed) : null, fact.ClaimedOccurred);
        Assert.Equal(isFlagged ? FactReasons.Ahead : null, fact.Reason);
    }

    [Theory]
    [InlineData("2026-10-14 11:00", FactState.Counted, null)]
    [InlineData("2026-10-14 10:59", FactState.Quarantined, FactReasons.TooOld)]
    public void Older_than_35_days_of_24_hours_waits_for_a_manager(string occurred, FactState state, string? reason)
    {
        var company = new Company();

        var quote = company.Quote(occurred, "q1", received: "2026-11-18 10:00");
        company.Play(quote);

        Assert.Equal((state, reason), (company.Keeper.Facts[quote.Id].State, company.Keeper.Facts[quote.Id].Reason));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Ten_minutes_ahead_are_believed_and_a_microsecond_more_is_not(int microseconds, bool isFlagged)
    {
        var company = new Company();
        var quote = company.Quote("2026-11-18 10:10", "q1", received: "2026-11-18 10:00");
        quote = quote with { Occurred = quote.Occurred + Duration.FromTicks(microseconds * 10) };
        company.Play(quote);

        var fact = company.Keeper.Facts[quote.Id];
        Assert.Equal(
            (isFlagged ? quote.Received : quote.Occurred, isFlagged ? quote.Occurred : null),
            (fact.Occurred, fact.ClaimedOccurred)
        );
    }

    [Theory]
    [InlineData(0, FactState.Counted)]
    [InlineData(1, FactState.Quarantined)]
    public void Exactly_35_days_are_young_enough_and_a_microsecond_more_is_not(int microseconds, FactState state)
    {
        var company = new Company();
        var quote = company.Quote("2026-11-18 10:00", "q1");
        quote = quote with { Occurred = quote.Received - Duration.FromDays(35) - Duration.FromTicks(microseconds * 10) };
        company.Play(quote);

        Assert.Equal(state, company.StateOf(quote));
    }

    [Theory]
    [InlineData(-1, "2026-11-03 08:00", FactReasons.Late)]
    [InlineData(0, "2026-11-01 00:00", null)]
    public void The_end_of_October_is_not_October_and_the_microsecond_before_is(int microseconds, string credited, string? reason)
    {
        var company = new Company();
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 31));
        var win = company.Win("2026-11-01 00:00", "d1", 900, received: "2026-11-03 08:00");
        win = win with { Occurred = win.Occurred + Duration.FromTicks(microseconds * 10) };
        company.Play(win);

        Assert.Equal((Company.At(credited), reason), (company.Keeper.Facts[win.Id].Credited, company.Keeper.Facts[win.Id].Reason));
    }

    [Fact]
    public void Under_reject_a_late_fact_is_listed_and_scores_nothing_until_its_period_is_reopened()
    {
        var company = new Company(LatePolicy.Reject);
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 31));
        var win = company.Win("2026-10-31 18:00", "d1", 900, received: "2026-11-03 08:00");
        company.Play(win, company.Win("2026-11-02 18:00", "d2", 900, received: "2026-11-03 08:00"));

        Assert.Equal((FactState.Listed, FactReasons.Late), (company.StateOf(win), company.Keeper.Facts[win.Id].Reason));
        Assert.Equal((55, 0), (company.Points("ann"), company.Points("ann", "2026-10")));

        company.Keeper.ReopenAll();

        Assert.Equal((110, 55, FactState.Counted), (company.Points("ann"), company.Points("ann", "2026-10"), company.StateOf(win)));
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void An_accepted_old_fact_counts_when_it_came_although_nothing_was_closed()
    {
        var company = new Company(LatePolicy.Reject);
        company.Play(company.Quote("2026-09-01 10:00", "q1", received: "2026-11-18 10:00"));

        company.Keeper.Release();

        Assert.Equal((0, 15), (company.Points("ann", "2026-09"), company.Points("ann", "2026-11-18")));
    }

    [Fact]
    public void An_accepted_old_fact_counts_in_the_first_open_period()
    {
        var company = new Company();
        company.Keeper.Close(PeriodKind.Month, new(2026, 9, 1));
        company.Play(company.Quote("2026-09-01 10:00", "q1", received: "2026-11-18 10:00"));

        company.Keeper.Release();

        Assert.Equal(15, company.Points("ann", "2026-11-18"));
    }

    [Fact]
    public void What_is_released_after_its_receipt_was_closed_too_counts_from_the_first_open_instant()
    {
        var company = new Company();
        var quote = company.Quote("2026-11-04 10:00", "q1", owner: "new");
        company.Play(quote);
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 4));
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 11));
        company.Keeper.Owners[("crm", "new@example.com")] = new("ann");

        company.Keeper.Release();

        Assert.Equal(Company.At("2026-11-16 00:00"), company.Keeper.Facts[quote.Id].Credited);
        Assert.Equal(15, company.Points("ann", "2026-W47"));
    }

    [Fact]
    public void Only_closed_weeks_months_and_quarters_make_late()
    {
        var company = new Company();
        company.Keeper.Close(PeriodKind.Day, new(2026, 11, 18));

        company.Play(company.Quote("2026-11-18 10:00", "q1", received: "2026-11-19 10:00"));

        Assert.Equal(15, company.Points("ann", "2026-11-18"));
    }
}
