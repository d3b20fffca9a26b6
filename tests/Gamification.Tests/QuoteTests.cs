using Gamification.Activities;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

public sealed class QuoteTests
{
    private readonly Company company = new();

    [Fact]
    public void A_quote_is_10_points_and_makes_the_day_active()
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1"));

        Expect(quotes: 1, sent: 1, points: 15);
    }

    [Fact]
    public void The_same_quote_sent_again_is_the_same_quote()
    {
        var again = company.Quote("2026-11-19 10:00", "q1");
        company.Play(company.Quote("2026-11-18 10:00", "q1"), again);

        Expect(1, 1, 15);
        Assert.Equal(FactState.Superseded, company.StateOf(again));
    }

    [Theory]
    [InlineData("2026-11-18 23:59", 0, 0)]
    [InlineData("2026-11-19 00:00", 1, 5)]
    public void Voided_on_its_own_day_it_never_was_and_later_it_was_sent_all_the_same(string at, int sent, long points)
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1"));
        company.Play(company.Void(at, "q1"));

        Expect(0, sent, points);
    }

    [Fact]
    public void The_own_day_is_that_of_the_senders_zone()
    {
        var tokyo = new Company(Company.Person("ann", zone: "Asia/Tokyo"));

        tokyo.Play(tokyo.Quote("2026-11-18 10:00", "q1"), tokyo.Void("2026-11-18 17:00", "q1"));

        Assert.Equal((0, 1, 5), (tokyo.Measures("ann").Quotes, tokyo.Measures("ann").Sent, tokyo.Points("ann")));
    }

    [Theory]
    [InlineData("2026-11-18 11:00", 1, 15)]
    [InlineData("2026-11-19 11:00", 1, 20)]
    public void Sent_again_after_a_void_it_counts_again_net_once(string voided, int sent, long points)
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1"), company.Void(voided, "q1"));
        company.Play(company.Quote("2026-11-20 10:00", "q1"));

        Expect(1, sent, points);
        Assert.Equal(15, company.Points("ann", "2026-11-20"));
    }

    [Fact]
    public void Voided_and_sent_again_on_one_day_is_one_quote_and_one_active_day()
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1"));
        company.Play(company.Void("2026-11-18 11:00", "q1"));
        company.Play(company.Quote("2026-11-18 12:00", "q1"));

        Expect(1, 1, 15);
    }

    [Fact]
    public void A_void_before_its_quote_arrives_waits()
    {
        company.Play(company.Void("2026-11-18 11:00", "q1"));
        Expect(0, 0, 0);

        company.Play(company.Quote("2026-11-18 10:00", "q1"));

        Expect(0, 0, 0);
    }

    [Fact]
    public void Voided_twice_it_is_taken_back_once()
    {
        var second = company.Void("2026-11-20 10:00", "q1");
        company.Play(company.Quote("2026-11-18 10:00", "q1"), company.Void("2026-11-19 10:00", "q1"), second);

        Expect(0, 1, 5);
        Assert.Equal(FactState.Superseded, company.StateOf(second));
    }

    [Fact]
    public void Voided_after_the_close_it_costs_what_it_earned_on_the_day_of_the_void()
    {
        company.Play(company.Quote("2026-10-28 10:00", "q1"));
        company.Keeper.Close(PeriodKind.Week, new(2026, 10, 28));

        company.Play(company.Void("2026-11-05 10:00", "q1"));

        Assert.Equal((15, -10), (company.Points("ann", "2026-W44"), company.Points("ann", "2026-W45")));
        Assert.Equal((1, -1), (company.Measures("ann", "2026-W44").Quotes, company.Measures("ann", "2026-W45").Quotes));
    }

    [Fact]
    public void Voided_after_the_close_a_quote_that_scored_nothing_costs_nothing()
    {
        company.Play([.. Enumerable.Range(10, 11).Select(minute => company.Quote($"2026-10-28 10:{minute}", $"q{minute}"))]);
        company.Keeper.Close(PeriodKind.Week, new(2026, 10, 28));

        company.Play(company.Void("2026-11-05 10:00", "q20"));

        Assert.Equal((105, 0), (company.Points("ann", "2026-W44"), company.Points("ann", "2026-W45")));
    }

    private void Expect(int quotes, int sent, long points)
    {
        var sum = company.Sum("ann");
        Assert.Equal((quotes, sent, points), (sum.Measures.Quotes, sum.Measures.Sent, sum.Points));
    }
}
