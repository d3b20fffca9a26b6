using Gamification.Activities;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

public sealed class DealTests
{
    private readonly Company company = new();

    [Fact]
    public void A_won_deal_is_50_points_and_its_amount_for_its_owner()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 5000));

        Expect("ann", deals: 1, euros: 5000, points: 55);
    }

    [Fact]
    public void A_win_of_0_is_no_deal_until_its_amount_rises_and_counts_from_then()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 0));
        Expect("ann", 0, 0, 0);

        company.Play(company.Amount("2026-11-19 10:00", "d1", 700));

        Expect("ann", 1, 700, 55);
        Assert.Equal((0, 55), (company.Points("ann", "2026-11-18"), company.Points("ann", "2026-11-19")));
    }

    [Theory]
    [InlineData(1200, 1, 1200, 55)]
    [InlineData(400, 1, 400, 55)]
    [InlineData(0, 0, 0, 5)]
    public void A_changed_amount_moves_revenue_and_0_takes_the_deal_back(long to, int deals, long euros, long points)
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 1000), company.Amount("2026-11-19 10:00", "d1", to));

        Expect("ann", deals, euros, points);
        Assert.Equal(euros * 100, company.Measures("ann", "2026-11-18").Revenue);
    }

    [Fact]
    public void Won_again_while_won_changes_the_amount_only()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 1000), company.Win("2026-11-19 10:00", "d1", 1500));

        Expect("ann", 1, 1500, 55);
    }

    [Fact]
    public void A_win_without_an_amount_keeps_the_last_known_one()
    {
        company.Play(
            company.Amount("2026-11-17 10:00", "d1", 300),
            company.Happens("2026-11-18 10:00", new Activity.DealClosed("d1", Company.Mail("ann"), true, null))
        );

        Expect("ann", 1, 300, 55);
    }

    [Fact]
    public void Reopened_lost_and_deleted_take_back_everything_but_the_day()
    {
        foreach (var end in new[] { "reopened", "lost", "deleted" })
        {
            company.Play(company.Win("2026-11-18 10:00", end, 1000), company.Amount("2026-11-18 11:00", end, 1300));
            company.Play(
                end switch
                {
                    "reopened" => company.Reopen("2026-11-19 10:00", end),
                    "lost" => company.Lose("2026-11-19 10:00", end),
                    _ => company.Delete("2026-11-19 10:00", end),
                }
            );
        }

        Expect("ann", 0, 0, 5);
        Assert.Equal(5, company.Points("ann", "2026-11-18"));
    }

    [Fact]
    public void After_it_was_reopened_a_new_win_counts_at_its_own_instant_net_once()
    {
        company.Play(
            company.Win("2026-11-18 10:00", "d1", 1000),
            company.Reopen("2026-11-19 10:00", "d1"),
            company.Win("2026-11-20 10:00", "d1", 1100)
        );

        Expect("ann", 1, 1100, 60);
        Assert.Equal(
            (5, 0, 55),
            (company.Points("ann", "2026-11-18"), company.Points("ann", "2026-11-19"), company.Points("ann", "2026-11-20"))
        );
    }

    [Fact]
    public void A_new_owner_takes_over_the_deal_with_its_revenue_on_the_day_it_was_won()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 1000), company.Hand("2026-11-20 10:00", "d1", "bob"));

        Expect("ann", 0, 0, 5);
        Expect("bob", 1, 1000, 50);
        Assert.Equal(50, company.Points("bob", "2026-11-18"));
        Assert.Equal(0, company.Measures("bob").Active);
    }

    [Fact]
    public void A_win_that_names_another_owner_hands_over_too()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 1000), company.Win("2026-11-20 10:00", "d1", 1400, "bob"));

        Expect("ann", 0, 0, 5);
        Expect("bob", 1, 1400, 50);
    }

    [Fact]
    public void A_closed_period_keeps_the_old_owner_and_later_amounts_stay_with_them()
    {
        company.Play(company.Win("2026-10-28 10:00", "d1", 1000));
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 1));

        company.Play(company.Hand("2026-11-05 10:00", "d1", "bob"), company.Amount("2026-11-06 10:00", "d1", 1200));

        Expect("ann", 1, 1200, 55);
        Expect("bob", 0, 0, 0);
        Assert.Equal(20_000, company.Measures("ann", "2026-11").Revenue);
    }

    [Fact]
    public void Reopened_after_the_close_it_is_taken_back_where_the_correction_counts()
    {
        company.Play(company.Win("2026-10-28 10:00", "d1", 1000), company.Amount("2026-10-29 10:00", "d1", 1500));
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 1));

        var reopened = company.Reopen("2026-11-05 10:00", "d1");
        company.Play(reopened);

        Assert.Equal((55, 150_000), (company.Points("ann", "2026-10"), company.Measures("ann", "2026-10").Revenue));
        Assert.Equal((-50, -150_000), (company.Points("ann", "2026-11"), company.Measures("ann", "2026-11").Revenue));
        Assert.Equal("reversal.closed", company.Reason(reopened, "deal.won"));
        Expect("ann", 0, 0, 5);
    }

    [Fact]
    public void A_later_close_moves_nothing_that_is_posted()
    {
        company.Play(company.Win("2026-10-28 10:00", "d1", 1000), company.Reopen("2026-10-30 10:00", "d1"));
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 1));

        company.Play(company.Win("2026-11-05 10:00", "d1", 900));

        Assert.Equal((5, 55), (company.Points("ann", "2026-10"), company.Points("ann", "2026-11")));
        Expect("ann", 1, 900, 60);
    }

    [Fact]
    public void A_late_fact_that_rewrites_a_closed_month_posts_the_difference_today_once()
    {
        company.Play(company.Win("2026-10-20 10:00", "d1", 1000, "bob"));
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 1));

        company.Play(company.Win("2026-10-10 10:00", "d1", 800, "bob", received: "2026-11-05 10:00"));
        company.Play(company.Amount("2026-11-06 10:00", "d1", 1100));

        Assert.Equal((55, 100_000), (company.Points("bob", "2026-10"), company.Measures("bob", "2026-10").Revenue));
        Expect("bob", 1, 1100, 60);
    }

    [Fact]
    public void States_of_an_unknown_deal_wait_for_it()
    {
        var reopened = company.Reopen("2026-11-19 10:00", "d1");
        company.Play(reopened);
        Expect("ann", 0, 0, 0);
        Assert.Equal(FactState.Counted, company.StateOf(reopened));

        company.Play(company.Win("2026-11-18 10:00", "d1", 1000));

        Expect("ann", 0, 0, 5);
    }

    [Fact]
    public void What_another_fact_said_already_is_superseded()
    {
        var second = company.Win("2026-11-19 10:00", "d1", 1000);
        company.Play(second);
        Assert.Equal(FactState.Counted, company.StateOf(second));

        company.Play(company.Win("2026-11-18 10:00", "d1", 1000));

        Assert.Equal(FactState.Superseded, company.StateOf(second));
        Assert.Equal((55, 0), (company.Points("ann", "2026-11-18"), company.Points("ann", "2026-11-19")));
    }

    [Fact]
    public void At_one_instant_a_deal_is_won_before_it_is_reopened_whatever_their_ids()
    {
        company.Play(company.Reopen("2026-11-18 10:00", "d1", id: "a"), company.Win("2026-11-18 10:00", "d1", 1000, id: "b"));

        Expect("ann", 0, 0, 0);
    }

    private void Expect(string person, int deals, long euros, long points)
    {
        var sum = company.Sum(person);
        Assert.Equal((deals, euros * 100, points), (sum.Measures.Deals, sum.Measures.Revenue, sum.Points));
    }
}
