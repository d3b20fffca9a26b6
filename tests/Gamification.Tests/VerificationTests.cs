using Gamification.Activities;
using Gamification.Points;
using Gamification.Tests.Playing;
using Gamification.Verifying;

namespace Gamification.Tests;

/// <summary>Whatever is stored and is not what the facts say is named, with the person and the key, and mended by deriving it again.</summary>
public sealed class VerificationTests
{
    private static readonly PersonId Ann = new("ann");

    [Fact]
    public void A_day_as_it_should_be_differs_in_nothing() => Assert.Empty(Day().Keeper.Verify());

    [Fact]
    public void A_lost_line_is_found_and_posted_again()
    {
        var keeper = Day().Keeper;
        keeper.Entries.RemoveAll(entry => entry.Key.Rule is RuleNames.Deal);

        var found = keeper.Verify();

        Assert.Contains(found, difference => difference is { Kind: DifferenceKind.Line, Person: { } person } && person == Ann);
        Assert.Contains(
            found,
            difference => difference is { Kind: DifferenceKind.Tally, Key: var key } && key.Contains("2026-W47", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Points_nobody_earned_are_found_and_taken_back()
    {
        var company = Day();
        var line = company.Keeper.Entries.First(entry => entry.Key.Rule is RuleNames.Quote);
        company.Keeper.Entries.Remove(line);
        company.Keeper.Entries.Add(line with { Points = 1000 });

        Assert.Contains(
            company.Keeper.Verify(),
            difference => difference.Kind is DifferenceKind.Line && difference.Derived.Contains("-990", StringComparison.Ordinal)
        );
        Assert.True(company.Keeper.RecountEverything());
        Assert.Equal(10, company.Keeper.Entries.Where(entry => entry.Key == line.Key).Sum(entry => entry.Points));
    }

    [Fact]
    public void A_sum_that_is_not_the_ledgers_is_found()
    {
        var keeper = Day().Keeper;
        var key = keeper.Tallies.Keys.First(tally => tally.Period.Value == "2026-11");
        keeper.Tallies[key] = keeper.Tallies[key] with { Points = 7 };

        var difference = Assert.Single(keeper.Verify());

        Assert.Equal((DifferenceKind.Tally, (PersonId?)Ann), (difference.Kind, difference.Person));
    }

    [Fact]
    public void A_badge_that_the_facts_do_not_give_is_found()
    {
        var keeper = Day().Keeper;
        keeper.Badges[("first-sale", Ann, "")] = keeper.Progress[("first-sale", Ann)] with { Crossed = null };

        Assert.Contains(keeper.Verify(), difference => difference is { Kind: DifferenceKind.Badge, Key: "first-sale" });
    }

    [Fact]
    public void A_day_that_forgot_its_limits_is_found()
    {
        var keeper = Day().Keeper;
        var day = keeper.Days.Keys.Single();
        keeper.Days[day] = keeper.Days[day] with { QuotePlaces = [] };

        Assert.Contains(keeper.Verify(), difference => difference.Kind is DifferenceKind.Day);
    }

    [Fact]
    public void A_second_place_for_one_deal_on_one_day_is_found()
    {
        var keeper = Day().Keeper;
        var second = keeper.Entries.Single(entry => entry.Reason is Reasons.DealDay);
        keeper.Entries.Remove(second);
        keeper.Entries.Add(second with { Candidate = 10 });

        Assert.Contains(keeper.Verify(), difference => difference.Key == second.Entity.Value);
    }

    private static Company Day()
    {
        var company = new Company(Company.Person("ann", "north"));
        return company.Play(
            company.Quote("2026-11-18 09:00", "q1", deal: "d1"),
            company.Quote("2026-11-18 09:30", "q2", deal: "d1"),
            company.Win("2026-11-18 11:00", "d1", 500)
        );
    }
}
