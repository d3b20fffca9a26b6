using CsCheck;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

/// <summary>On Wednesday a quote becomes worth 12 points, one a day, from Thursday on.</summary>
public sealed class RuleChangeTests
{
    private static readonly PointRules OneQuoteAt12 = PointRules.Default with { Quote = 12, QuotesADay = 1, Deal = 70, ActiveDay = 0 };
    private readonly Company company = new();

    [Fact]
    public void The_day_of_the_change_keeps_its_rules_and_the_next_has_the_new_ones()
    {
        company.Play(company.Quote("2026-11-18 09:00", "q1"));
        Change("2026-11-18 10:00", OneQuoteAt12);
        company.Play(company.Quote("2026-11-18 11:00", "q2")).Play(company.Quote("2026-11-19 09:00", "q3"));

        Assert.Equal(10 + 10 + 5, company.Points("ann", "2026-11-18"));
        Assert.Equal(12, company.Points("ann", "2026-11-19"));
        Assert.Equal([1, 1, 1, 2, 2], company.Keeper.Entries.Select(entry => entry.RuleVersion).Order());
        Assert.Equal(Reasons.NoPoints, company.Keeper.Entries.Single(entry => entry.RuleVersion == 2 && entry.Measures.Active == 1).Reason);
    }

    [Fact]
    public void A_fact_that_comes_later_has_the_rules_of_its_day_and_so_has_what_takes_it_back()
    {
        Change("2026-11-18 10:00", OneQuoteAt12);
        company
            .Play(company.Win("2026-11-19 09:00", "d2", 500))
            .Play(company.Win("2026-11-18 09:00", "d1", 500, received: "2026-11-19 10:00"))
            .Play(company.Quote("2026-11-18 08:00", "q1", received: "2026-11-19 11:00"));
        Assert.Equal((50 + 10 + 5, 70), (company.Points("ann", "2026-11-18"), company.Points("ann", "2026-11-19")));

        company.Play(company.Reopen("2026-11-19 12:00", "d1")).Play(company.Reopen("2026-11-19 12:00", "d2"));

        Assert.Equal((10 + 5, 0), (company.Points("ann", "2026-11-18"), company.Points("ann", "2026-11-19")));
    }

    [Fact]
    public void A_limit_that_sinks_leaves_the_day_it_was_changed_on_alone()
    {
        for (var i = 0; i < 3; i++)
            company.Play(company.Quote($"2026-11-18 09:0{i}", $"q{i}"));
        Change("2026-11-18 10:00", OneQuoteAt12);
        company.Play(company.Quote("2026-11-18 08:00", "early", received: "2026-11-18 11:00"));
        company.Play(company.Quote("2026-11-19 09:00", "q4"), company.Quote("2026-11-19 10:00", "q5"));

        Assert.Equal(4 * 10 + 5, company.Points("ann", "2026-11-18"));
        Assert.Equal(12, company.Points("ann", "2026-11-19"));
        Assert.Contains(company.Keeper.Entries, entry => entry.Reason == "limit.day:1");
    }

    [Fact]
    public void Whoever_moves_to_another_zone_across_the_border_of_two_versions_has_the_rules_of_the_new_days()
    {
        Change("2026-11-18 10:00", OneQuoteAt12);
        company.Play(company.Win("2026-11-19 02:00", "d1", 500));
        Assert.Equal(70, company.Points("ann"));

        company.Keeper.Change(Company.Person("ann", zone: "America/New_York"));

        Assert.Equal(50 + 5, company.Points("ann"));
        Assert.Empty(company.Keeper.Verify());
    }

    /// <summary>Facts arrive late, doubled and in groups while the rules change between them.</summary>
    [Fact]
    public void Rules_that_change_among_the_activities_end_as_if_all_had_been_known_from_the_start() =>
        Gen.Select(Histories.All, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var (keeper, arrivals) = Suffer(history, new(seed));
                    Assert.Empty(keeper.Verify());
                    Assert.False(keeper.RecountEverything());

                    var once = new Company(Histories.Rules, Histories.People).Keeper;
                    once.Rules = keeper.Rules;
                    once.Play(arrivals);
                    Result.Same(once, keeper);
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    private static (Keeper Keeper, IReadOnlyList<Reported> Arrivals) Suffer(IReadOnlyList<Reported> history, Random random)
    {
        var keeper = new Company(Histories.Rules, Histories.People).Keeper;
        var arrivals = history
            .Select(reported => reported with { Received = reported.Occurred + Duration.FromMinutes(random.Next(-10, 3 * 24 * 60)) })
            .OrderBy(reported => reported.Received)
            .ToList();
        for (var at = 0; at < arrivals.Count; )
        {
            var group = arrivals.Skip(at).Take(random.Next(1, 7)).ToList();
            at += group.Count;
            keeper.Play([.. group, .. random.GetItems([.. arrivals.Take(at)], random.Next(3))]);
            if (random.Next(3) == 0)
                Change(keeper, group[^1].Received, Any(random));
        }

        return (keeper, arrivals);
    }

    private static PointRules Any(Random random) =>
        new(
            random.Next(3) * 6,
            random.Next(4),
            random.Next(3) * 25,
            random.Next(6),
            Duration.FromMinutes(random.Next(10, 30)),
            random.Next(9),
            Duration.FromMinutes(random.Next(1, 10)),
            random.Next(3),
            random.Next(4),
            random.Next(3) * 5
        );

    private static void Change(Keeper keeper, Instant now, PointRules rules) =>
        keeper.Rules = keeper.Rules with
        {
            Points = keeper.Rules.Points.Change(
                rules,
                now,
                Histories.People.SelectMany(person => person.Calendars).Select(calendar => calendar.Zone).Append(Company.Paris)
            ),
        };

    private void Change(string now, PointRules rules) =>
        company.Keeper.Rules = company.Keeper.Rules with
        {
            Points = company.Keeper.Rules.Points.Change(rules, Company.At(now), [Company.Paris]),
        };
}
