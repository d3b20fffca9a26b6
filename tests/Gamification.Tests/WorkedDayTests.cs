using System.Globalization;
using Gamification.Activities;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>The worked day of SPEC 4.</summary>
public sealed class WorkedDayTests
{
    [Fact]
    public void Twelve_quotes_a_deal_and_fourteen_replies_are_100_and_50_and_35_and_24_and_5_together_214()
    {
        var company = new Company();

        foreach (var activity in Day(company))
            company.Play(activity);

        Assert.Equal(214, company.Points("ann"));
        Assert.Equal(
            (12, 1, 14, 1),
            (company.Measures("ann").Quotes, company.Measures("ann").Deals, company.Measures("ann").Replies, company.Measures("ann").Active)
        );
        Assert.Equal(100, Of(company, "quote.sent"));
        Assert.Equal(50, Of(company, "deal.won"));
        Assert.Equal(35 + 24, Of(company, "reply"));
        Assert.Equal(5, Of(company, "day.active"));
    }

    [Fact]
    public void Whatever_the_order_and_grouping_it_is_214()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var company = new Company();
            var random = new Random(seed);
            var day = Day(company).ToArray();
            random.Shuffle(day);

            foreach (var group in day.Chunk(1 + random.Next(8)))
                company.Play(group);

            Assert.True(company.Points("ann") == 214, $"seed {seed}: {company.Points("ann")}");
        }
    }

    private static long Of(Company company, string rule) =>
        company.Keeper.Entries.Where(entry => entry.Key.Rule == rule).Sum(entry => entry.Points);

    /// <summary>Of the first ten replies seven take 10 minutes and three take 4.</summary>
    private static IEnumerable<Reported> Day(Company company)
    {
        for (var i = 0; i < 12; i++)
            yield return company.Quote(Clock(9, i), $"q{i}", deal: $"d{i}");

        yield return company.Win("2026-11-18 10:00", "d1", 5000);
        for (var i = 0; i < 14; i++)
        {
            yield return company.Asks(Clock(11, i * 15), $"c{i}");
            yield return company.Replies(Clock(11, (i * 15) + (i is 1 or 4 or 8 or 12 ? 4 : 10)), $"c{i}");
        }
    }

    private static string Clock(int hour, int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"2026-11-18 {hour + (minutes / 60):D2}:{minutes % 60:D2}");
}
