using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>
/// Points that accelerators paid in a November that is open again: what was issued stays, as coins do, and what is missing comes once.
/// 10 points a percentage point from 100 %, 20 from 110 %, of 100,000 euros.
/// </summary>
public sealed class ReopenedPointsTests
{
    private static readonly Accelerator Marginal = new Accelerator.Marginal(
        AcceleratorUnit.Points,
        [new(100_00, 110_00, 10), new(110_00, 130_00, 20)],
        null,
        null
    );

    [Theory]
    [InlineData(6_000, 140)]
    [InlineData(9_999, 140)]
    [InlineData(10_000, 140)]
    [InlineData(11_000, 160)]
    [InlineData(16_000, 260)]
    public void A_deal_of_10_000_that_was_6_000_leaves_140_points_until_more_than_those_is_due(long euros, long points)
    {
        var company = Reopened(Marginal, late: 6_000);
        Assert.Equal(140, company.Bonus("ann"));
        company.IsRight();

        company.Play(company.Win("2026-11-20 10:00", "d3", euros - 6_000));

        Assert.Equal(points, company.Bonus("ann"));
        Assert.Equal(points, company.Progress("g", "person:ann")!.Paid);
        company.IsRight();
    }

    [Theory]
    [InlineData(16_000, 260)]
    [InlineData(10_000, 140)]
    [InlineData(0, 140)]
    public void What_comes_late_for_a_closed_November_pays_what_is_missing_once_when_that_is_reopened(long late, long points)
    {
        var company = Reopened(Marginal, late);

        Assert.Equal(points, company.Bonus("ann"));
        Assert.False(company.Keeper.RecountEverything());
        company.Keeper.Close(PeriodKind.Month, new(2026, 11, 1));
        Assert.Equal(points, company.Bonus("ann"));
        company.IsRight();
    }

    [Fact]
    public void Of_a_multiplier_the_points_stay_where_they_are_although_another_deal_is_the_one_that_crosses()
    {
        var company = Company(new Accelerator.Multiplier([new(100_00, null, 2)], null, null), Metric.Deals, 2);
        company.Play([.. Enumerable.Range(1, 4).Select(i => company.Win($"2026-11-0{i} 10:00", $"d{i}", 100))]);
        Assert.Equal([("d3", 50L), ("d4", 50L)], Posted(company));
        company.Keeper.Close(PeriodKind.Month, new(2026, 11, 1));
        company.Play(company.Delete("2026-12-04 10:00", "d1"), company.Win("2026-11-01 09:00", "late", 100, received: "2026-12-04 11:00"));
        company.Play(company.Delete("2026-12-04 12:00", "d4"));

        company.Keeper.ReopenAll();

        Assert.Equal([("d3", 50L), ("d4", 50L)], Posted(company));
        company.IsRight();
        company.Play(company.Win("2026-11-05 10:00", "d5", 100), company.Win("2026-11-06 10:00", "d6", 100));
        Assert.Equal(150, company.Bonus("ann"));
        company.IsRight();
    }

    [Fact]
    public void In_a_November_that_was_never_closed_points_follow_the_facts_down()
    {
        var company = Company(Marginal);
        company.Play(company.Win("2026-11-03 10:00", "d1", 102_000), company.Win("2026-11-04 10:00", "d2", 10_000));
        Assert.Equal(140, company.Bonus("ann"));

        company.Play(company.Amount("2026-11-05 10:00", "d2", 6_000));

        Assert.Equal(80, company.Bonus("ann"));
        company.IsRight();
    }

    /// <summary>102,000 and 10,000 by the close; then the second deal turns out to be another amount.</summary>
    private static Company Reopened(Accelerator accelerator, long late)
    {
        var company = Company(accelerator);
        company.Play(company.Win("2026-11-03 10:00", "d1", 102_000), company.Win("2026-11-04 10:00", "d2", 10_000));
        company.Keeper.Close(PeriodKind.Month, new(2026, 11, 1));
        company.Play(company.Amount("2026-11-05 10:00", "d2", late, received: "2026-12-04 10:00"));
        company.Keeper.ReopenAll();
        return company;
    }

    private static Company Company(Accelerator accelerator, Metric metric = Metric.Revenue, long target = 100_000_00) =>
        new Company(Playing.Company.Person("ann")).Has(Promise.Goal("g", Promise.Person("ann"), metric, target).Paying(accelerator));

    private static IEnumerable<(string Deal, long Points)> Posted(Company company) =>
        from line in company.Keeper.Entries
        where RuleNames.IsBonus(line.Key.Rule)
        group line.Points by company.Keeper.Facts[line.Key.Fact].Entity.Value.Split(':')[^1] into deal
        where deal.Sum() != 0
        orderby deal.Key
        select (deal.Key, deal.Sum());
}
