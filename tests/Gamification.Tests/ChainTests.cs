using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>Goals that a tier of another goal unlocks: they count from the activity that did, in the same commit.</summary>
public sealed class ChainTests
{
    [Theory]
    [InlineData(CountFrom.Unlock, 5)]
    [InlineData(CountFrom.PeriodStart, 8)]
    public void Quotes_1_to_9_deals_1_to_3_quote_10_deals_4_to_8_make_five_deals_of_five(CountFrom from, long deals)
    {
        var company = Chain(from);
        company.Play([.. Enumerable.Range(1, 9).Select(i => company.Quote($"2026-11-0{i} 09:00", $"q{i}"))]);
        company.Play([.. Enumerable.Range(1, 3).Select(i => company.Win($"2026-11-10 0{i}:00", $"d{i}", 100))]);
        Assert.Null(company.Progress("b", "person:ann")?.Unlocked);
        company.Play(company.Quote("2026-11-11 09:00", "q10"));
        Assert.Equal(["goal.unlocked"], company.Told("b"));
        company.Play([.. Enumerable.Range(4, 4).Select(i => company.Win($"2026-11-12 0{i}:00", $"d{i}", 100))]);
        Assert.Equal(from is CountFrom.PeriodStart, company.Keeper.Grants.Count == 1);
        company.Play(company.Win("2026-11-12 08:00", "d8", 100));

        Assert.Equal(deals, company.Progress("b", "person:ann")!.Actual);
        Assert.Equal([7], company.Lines("b", "person:ann"));
        Assert.Single(company.Keeper.Unlocks);
        company.IsRight();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_whatever_order_they_come(int seed)
    {
        var company = Chain(CountFrom.Unlock);
        Reported[] all =
        [
            .. Enumerable.Range(1, 9).Select(i => company.Quote($"2026-11-0{i} 09:00", $"q{i}")),
            .. Enumerable.Range(1, 3).Select(i => company.Win($"2026-11-10 0{i}:00", $"d{i}", 100)),
            company.Quote("2026-11-11 09:00", "q10"),
            .. Enumerable.Range(4, 5).Select(i => company.Win($"2026-11-12 0{i}:00", $"d{i}", 100)),
        ];
        new Random(seed).Shuffle(all);

        foreach (var group in all.Chunk(seed))
            company.Play(group);

        Assert.Equal(5, company.Progress("b", "person:ann")!.Actual);
        Assert.Equal(7, company.Keeper.Wallet("ann"));
        company.IsRight();
    }

    [Fact]
    public void A_quote_taken_back_afterwards_leaves_it_unlocked_and_one_that_was_never_there_locks_it_again()
    {
        var company = Chain(CountFrom.Unlock, quotes: 2);
        company.Play(
            company.Quote("2026-11-03 09:00", "q1"),
            company.Quote("2026-11-04 09:00", "q2"),
            company.Win("2026-11-05 09:00", "d1", 100)
        );
        company.Play(company.Void("2026-11-06 09:00", "q2"));
        Assert.Equal(1, company.Progress("b", "person:ann")!.Actual);
        company.IsRight();

        company.Play(company.Void("2026-11-03 10:00", "q1", received: "2026-11-06 10:00"));

        Assert.Null(company.Progress("b", "person:ann")!.Unlocked);
        Assert.Equal(0, company.Progress("b", "person:ann")!.Actual);
        company.IsRight();
    }

    [Fact]
    public void What_a_closed_goal_unlocked_stays_unlocked_and_what_is_unlocked_after_its_end_is_skipped()
    {
        var october = Gamification.Time.Period.Of(PeriodKind.Month, new(2026, 10, 1));
        var november = Gamification.Time.Period.Of(PeriodKind.Month, new(2026, 11, 1));
        var company = new Company(Company.Person("ann"));
        company.Has(Promise.Goal("a", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base()).OnlyIn(november));
        company.Has(
            Promise.Goal("late", Promise.Person("ann"), Metric.Deals, 1, Promise.Base(Promise.Coins(1))).OnlyIn(october).After("a")
        );
        company.Has(
            Promise.Goal("next", Promise.Person("ann"), Metric.Deals, 1, Promise.Base(Promise.Coins(1))).OnlyIn(november.Next!).After("a")
        );
        company.Play(company.Win("2026-10-25 09:00", "d0", 100, received: "2026-11-02 08:00"));
        company.Play(company.Quote("2026-11-02 09:00", "q1"));
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 1));
        company.Keeper.Close(PeriodKind.Month, new(2026, 11, 1));

        company.Play(company.Win("2026-12-02 09:00", "d1", 100), company.Void("2026-12-02 10:00", "q1"));

        Assert.Equal(GoalState.Skipped, company.Progress("late", "person:ann", "2026-10")!.Result!.State);
        Assert.Equal("ann:1", company.Net("next"));
        Assert.Equal("", company.Net("late"));
        company.IsRight();
    }

    [Fact]
    public void Three_in_a_row_are_unlocked_by_one_activity_each_in_the_same_commit()
    {
        var company = new Company(Company.Person("ann", "north"));
        company.Has(Promise.Goal("c", Promise.Members, Metric.Quotes, 1, Promise.Base(Promise.Coins(1))));
        company.Has(
            Promise.Goal("b", Promise.Members, Metric.Quotes, 1, Promise.Base(Promise.Coins(1))).After("c", from: CountFrom.PeriodStart)
        );
        company.Has(
            Promise.Goal("a", Promise.Members, Metric.Quotes, 1, Promise.Base(Promise.Coins(1))).After("b", from: CountFrom.PeriodStart)
        );

        company.Play(company.Quote("2026-11-03 09:00", "q1"));

        Assert.Equal(3, company.Keeper.Wallet("ann"));
        Assert.Equal(2, company.Keeper.Unlocks.Count);
        company.IsRight();
    }

    [Theory]
    [InlineData(CountFrom.Unlock, 1)]
    [InlineData(CountFrom.PeriodStart, 2)]
    public void A_goal_that_has_its_deal_already_unlocks_the_next_where_it_is_unlocked_itself(CountFrom from, long quotes)
    {
        var company = new Company(Company.Person("ann"));
        company.Has(Promise.Goal("a", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base()));
        company.Has(Promise.Goal("b", Promise.Person("ann"), Metric.Deals, 1, Promise.Base()).After("a", from: CountFrom.PeriodStart));
        company.Has(Promise.Goal("c", Promise.Person("ann"), Metric.Quotes, 2, Promise.Base()).After("b", from: from));
        company.Play(company.Win("2026-11-02 09:00", "d1", 100));

        company.Play(company.Quote("2026-11-03 09:00", "q1"));
        company.Play(company.Quote("2026-11-04 09:00", "q2"));

        Assert.Equal("2026-11-03T08:00:00Z", $"{company.Progress("c", "person:ann")!.Unlocked!.Value.Credited}");
        Assert.Equal(quotes, company.Progress("c", "person:ann")!.Actual);
        company.IsRight();
    }

    private static Company Chain(CountFrom from, int quotes = 10)
    {
        var company = new Company(Company.Person("ann"));
        company.Has(Promise.Goal("a", Promise.Person("ann"), Metric.Quotes, quotes, Promise.Base()));
        return company.Has(
            Promise.Goal("b", Promise.Person("ann"), Metric.Deals, 5, Promise.Base(Promise.Coins(7))).After("a", from: from)
        );
    }
}
