using System.Globalization;
using Gamification.Activities;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>The limits of SPEC 4, each with the row before and behind it.</summary>
public sealed class LimitTests
{
    private readonly Company company = new();

    [Theory]
    [InlineData(9, 95)]
    [InlineData(10, 105)]
    [InlineData(11, 105)]
    [InlineData(12, 105)]
    public void Ten_quotes_a_day_score(int quotes, long points)
    {
        company.Play(Quotes(quotes));

        Assert.Equal((points, quotes), (company.Points("ann"), company.Measures("ann").Quotes));
    }

    [Fact]
    public void The_eleventh_quote_says_why_it_scores_nothing()
    {
        var quotes = Quotes(11);
        company.Play(quotes);

        Assert.Equal("scored", company.Reason(quotes[9], "quote.sent"));
        Assert.Equal("limit.day:10", company.Reason(quotes[10], "quote.sent"));
    }

    [Fact]
    public void The_limit_keeps_the_earliest_whatever_arrives_first()
    {
        var quotes = Quotes(11);
        foreach (var quote in quotes.Reverse())
            company.Play(quote);

        Assert.Equal(105, company.Points("ann"));
        Assert.Equal("limit.day:10", company.Reason(quotes[10], "quote.sent"));
    }

    [Fact]
    public void A_voided_quote_keeps_its_place()
    {
        company.Play(Quotes(11));

        company.Play(company.Void("2026-11-18 15:00", "q0"));

        Assert.Equal(95, company.Points("ann"));
    }

    [Fact]
    public void Every_local_day_has_ten_places_of_its_own()
    {
        company.Play(Quotes(10));

        company.Play(company.Quote("2026-11-19 00:00", "next"));

        Assert.Equal((105, 15), (company.Points("ann", "2026-11-18"), company.Points("ann", "2026-11-19")));
    }

    [Fact]
    public void A_deals_quotes_score_once_a_day_whoever_sent_them()
    {
        var second = company.Quote("2026-11-18 11:00", "q2", "bob", deal: "d1");
        company.Play(second);
        Assert.Equal(15, company.Points("bob"));

        company.Play(
            company.Quote("2026-11-18 10:00", "q1", "ann", deal: "d1"),
            company.Quote("2026-11-19 10:00", "q3", "ann", deal: "d1")
        );

        Assert.Equal("limit.deal-day", company.Reason(second, "quote.sent"));
        Assert.Equal((15, 5, 15), (company.Points("ann", "2026-11-18"), company.Points("bob"), company.Points("ann", "2026-11-19")));
    }

    [Fact]
    public void A_voided_quote_keeps_the_deals_place_of_its_day()
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1", deal: "d1"), company.Quote("2026-11-18 11:00", "q2", deal: "d1"));

        company.Play(company.Void("2026-11-18 12:00", "q1"));

        Assert.Equal((5, 1), (company.Points("ann"), company.Measures("ann").Quotes));
    }

    [Fact]
    public void A_quote_without_the_deals_place_takes_no_place_of_the_day()
    {
        company.Play(company.Quote("2026-11-18 08:00", "a", deal: "d1"), company.Quote("2026-11-18 08:01", "b", deal: "d1"));

        company.Play(Quotes(9));

        Assert.Equal(105, company.Points("ann"));
    }

    [Theory]
    [InlineData(3, 24)]
    [InlineData(4, 24)]
    public void Three_replies_a_conversation_a_day_score(int replies, long points)
    {
        company.Play([.. Turns("c1", replies)]);

        Assert.Equal((points + 5, replies), (company.Points("ann"), company.Measures("ann").Replies));
    }

    [Theory]
    [InlineData(9, 72)]
    [InlineData(10, 80)]
    [InlineData(11, 80)]
    public void Ten_replies_a_day_score(int conversations, long points)
    {
        company.Play([.. Enumerable.Range(0, conversations).SelectMany(i => Turns(Text($"c{i}"), 1))]);

        Assert.Equal(points + 5, company.Points("ann"));
    }

    [Fact]
    public void Only_replies_that_would_score_use_a_place()
    {
        company.Play([company.Asks("2026-11-18 09:00", "c1"), company.Replies("2026-11-18 09:30", "c1"), .. Turns("c1", 3)]);

        Assert.Equal(24 + 5, company.Points("ann"));
        Assert.Contains(company.Keeper.Entries, entry => entry.Reason == "slow:900");
    }

    [Fact]
    public void The_reason_names_the_limit_of_the_conversation_and_of_the_day()
    {
        company.Play([.. Enumerable.Range(0, 4).SelectMany(i => Turns(Text($"c{i}"), 3)), .. Turns("c0", 1, hour: 16)]);

        Assert.Equal(2, company.Keeper.Entries.Count(entry => entry.Reason == "limit.replies:10"));
        Assert.Equal(1, company.Keeper.Entries.Count(entry => entry.Reason == "limit.conversation:3"));
    }

    [Fact]
    public void The_active_day_hangs_on_its_earliest_effect_that_stays()
    {
        var second = company.Quote("2026-11-18 11:00", "q2");
        company.Play(company.Quote("2026-11-18 10:00", "q1"), second);

        company.Play(company.Void("2026-11-18 12:00", "q1"));

        Assert.Equal((15, 1), (company.Points("ann"), company.Measures("ann").Active));
        Assert.Equal("active", company.Reason(second, "day.active"));
    }

    private Reported[] Quotes(int count) =>
        [.. Enumerable.Range(0, count).Select(i => company.Quote(Text($"2026-11-18 10:{i:D2}"), Text($"q{i}")))];

    private IEnumerable<Reported> Turns(string conversation, int count, int hour = 10)
    {
        for (var i = 0; i < count; i++)
        {
            yield return company.Asks(Text($"2026-11-18 {hour}:{i * 10:D2}"), conversation);
            yield return company.Replies(Text($"2026-11-18 {hour}:{(i * 10) + 4:D2}"), conversation);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
