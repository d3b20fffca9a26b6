using System.Globalization;
using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;

namespace Gamification.Tests;

/// <summary>SPEC 7: at 100 % exactly one private notice per goal and period.</summary>
public sealed class GoalNoticeTests
{
    private const string Monday = "2026-11-16 09:00";

    [Fact]
    public void Completed_taken_back_and_completed_again_is_one_notice_and_one_line()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 2, Monday));

        company.Play(company.Quote("2026-11-16 10:00", "1"));
        Assert.Empty(company.Told("g"));
        company.Play(company.Quote("2026-11-16 11:00", "2"));
        company.Play(company.Void("2026-11-17 10:00", "2"));
        company.Play(company.Quote("2026-11-17 11:00", "3"));
        company.Play(company.Void("2026-11-18 10:00", "3"));
        company.Play(company.Quote("2026-11-18 11:00", "4"));

        Assert.Equal(["goal.completed", "goal.reopened"], company.Told("g"));
        Assert.Equal(GoalState.Completed, company.Standing("g", "2026-11-18 12:00").State);
    }

    [Fact]
    public void The_next_period_has_a_notice_of_its_own()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Quotes, 1, Monday));

        company.Play(company.Quote("2026-11-16 10:00", "1"));
        company.Play(company.Quote("2026-11-23 10:00", "2"));

        Assert.Equal(["goal.completed", "goal.completed"], company.Told("g"));
    }

    [Fact]
    public void A_deal_that_crosses_a_goal_and_a_badge_tells_both_in_one_message()
    {
        var company = new Company(Company.Person("ann", "north")).Has(
            Company.Goal("g", Metric.Revenue, 10_000_00, Monday, kind: PeriodKind.Month)
        );

        company.Play(company.Win("2026-11-18 10:00", "d", 12_000, id: "evt-1"));

        var told = company.Keeper.Announcements.Where(told => told.To.Key == "person:ann").ToList();
        Assert.Equal(["goal.completed", "badge.unlocked"], told.Select(notice => notice.Kind));
        Assert.Equal(["fact:crm:evt-1"], told.Select(notice => notice.Post).Distinct());
        Assert.Equal(("goal:g:2026-11", "1200000", "1000000"), (told[0].About, told[0].Data["actual"], told[0].Data["target"]));
    }

    [Fact]
    public void An_activity_is_atomic_a_deal_that_stays_with_its_owner_moves_no_goal()
    {
        var company = new Company().Has(Company.Goal("g", Metric.Revenue, 1_000_00, Monday, kind: PeriodKind.Month));
        company.Play(company.Win("2026-11-16 10:00", "d", 1_000));

        company.Play(company.Hand("2026-11-17 10:00", "d", "bob"), company.Hand("2026-11-17 10:00", "d", "ann"));

        Assert.Equal(["goal.completed"], company.Told("g"));
    }

    [Fact]
    public void Nobody_else_hears_of_it()
    {
        var company = new Company(Company.Person("ann", "north"));
        company.Keeper.Channels.Add(new(new("slack:C1"), new TeamId("north")));
        company.Has(Company.Goal("g", Metric.Quotes, 1, Monday));

        company.Play(company.Quote("2026-11-16 10:00", "1"));

        Assert.All(
            company.Keeper.Announcements.Where(told => told.Kind.StartsWith("goal.", StringComparison.Ordinal)),
            told => Assert.Equal("person:ann", told.To.Key)
        );
    }

    [Fact]
    public void In_whatever_order_the_ten_quotes_of_a_week_arrive_there_is_one_notice()
    {
        int[][] orders =
        [
            [.. Enumerable.Range(0, 12)],
            [.. Enumerable.Range(0, 12).Reverse()],
            [5, 11, 0, 3, 9, 1, 10, 2, 8, 4, 7, 6],
        ];
        foreach (var order in orders)
        {
            var company = new Company().Has(Company.Goal("g", Metric.Quotes, 10, Monday));
            foreach (var number in order)
                company.Play(
                    company.Quote(
                        string.Create(CultureInfo.InvariantCulture, $"2026-11-17 {8 + number:D2}:00"),
                        Number(number),
                        id: Number(number)
                    )
                );

            Assert.Equal(["goal.completed"], company.Told("g"));
            Assert.Equal(Company.At("2026-11-17 17:00"), company.Standing("g", "2026-11-18 12:00").CompletedAt);
        }
    }

    private static string Number(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
