using CsCheck;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>October 2026 and all weeks before W47 are closed; past activities are imported on Wednesday 18 November 2026.</summary>
public sealed class ImportTests
{
    private static readonly Rulebook Rules = Rulebook.Default with
    {
        Badges =
        [
            new("first-sale", "First Sale", "The first deal won.", BadgeCategory.Milestone, new Trigger.Deals(1)),
            new("closer", "Closer", "25 deals won.", BadgeCategory.Milestone, new Trigger.Deals(25)),
            new("quote-machine", "Quote Machine", "100 quotes sent.", BadgeCategory.Milestone, new Trigger.Quotes(100)),
        ],
    };

    private readonly Company company = new(Rules);

    public ImportTests()
    {
        company.Keeper.Channels.Add(new(new("slack:c1"), null));
        foreach (var monday in new[] { new LocalDate(2026, 10, 26), new LocalDate(2026, 11, 2), new LocalDate(2026, 11, 9) })
            company.Keeper.Close(PeriodKind.Week, monday);
        company.Keeper.Close(PeriodKind.Month, new(2026, 10, 1));
    }

    [Fact]
    public void A_deal_imported_into_closed_October_scores_nothing_and_unlocks_First_Sale_on_its_own_day_in_silence()
    {
        var deal = Import(company.Win("2026-10-28 12:00", "d1", 700));

        company.Play(deal);

        Assert.Equal((FactState.Counted, FactReasons.Imported), (company.StateOf(deal), company.Keeper.Facts[deal.Id].Reason));
        Assert.Equal(Company.At("2026-10-28 12:00"), company.Keeper.Facts[deal.Id].Credited);
        Assert.Empty(company.Keeper.Tallies);
        Assert.Equal(Company.At("2026-10-28 12:00"), Assert.Single(company.Keeper.Awards).At.Credited);
        Assert.Empty(company.Keeper.Announcements);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData("2026-11-15 23:59", 0)]
    [InlineData("2026-11-16 00:00", 700_00)]
    public void A_goal_of_November_counts_no_imported_past_of_the_weeks_that_are_closed(string at, long cents)
    {
        company.Has(Company.Goal("before", Metric.Revenue, 500_00, "2026-11-18 09:00", kind: PeriodKind.Month));
        company.Play(Import(company.Win(at, "d1", 700)));
        company.Has(Company.Goal("after", Metric.Revenue, 500_00, "2026-11-18 09:00", kind: PeriodKind.Month));

        Assert.Equal(cents, company.Standing("before", "2026-11-18 12:00").Actual);
        Assert.Equal(cents, company.Standing("after", "2026-11-18 12:00").Actual);
        Assert.Empty(company.Keeper.Verify());
    }

    [Theory]
    [InlineData("2026-11-15 23:59", 0)]
    [InlineData("2026-11-16 00:00", 55)]
    public void What_is_imported_into_an_open_week_counts_as_if_it_had_come_in_time(string at, long points)
    {
        company.Play(Import(company.Win(at, "d1", 700)));

        Assert.Equal(points, company.Points("ann", "2026-11"));
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void The_24_deals_of_last_year_and_the_one_of_today_make_a_Closer_who_is_announced()
    {
        foreach (var number in Enumerable.Range(0, 24))
            company.Play(Import(company.Win("2026-10-28 12:00", $"old{number}", 100)));
        Assert.Empty(company.Keeper.Announcements);

        company.Play(company.Win("2026-11-18 09:00", "new", 100));

        Assert.Equal(25, company.Keeper.Progress[("closer", new("ann"))].Actual);
        Assert.Contains(company.Keeper.Announcements, told => told.To is Recipient.Channel && told.Data["badge"] == "closer");
        Assert.Equal(55, company.Points("ann"));
    }

    [Fact]
    public void A_deal_of_the_past_that_is_reopened_today_takes_nothing_from_this_week()
    {
        company.Play(Import(company.Win("2026-10-28 12:00", "d1", 700)));

        company.Play(company.Reopen("2026-11-18 09:00", "d1"));

        Assert.DoesNotContain(company.Keeper.Tallies.Values, tally => tally.Points != 0 || !tally.Measures.IsZero);
        Assert.Equal(0, company.Keeper.Progress[("first-sale", new("ann"))].Actual);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void Won_again_today_it_counts_today()
    {
        company.Play(Import(company.Win("2026-10-28 12:00", "d1", 700)));

        company.Play(company.Reopen("2026-11-18 09:00", "d1"), company.Win("2026-11-18 10:00", "d1", 900));

        Assert.Equal(1, company.Measures("ann", "2026-11").Deals);
        Assert.Equal(90_000, company.Measures("ann", "2026-11").Revenue);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void A_quote_that_scored_in_a_week_closed_since_keeps_its_points_although_the_import_shows_it_was_sent_before()
    {
        company.Play(company.Quote("2026-11-18 09:00", "q1"));
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 16));

        company.Play(Import(company.Quote("2026-10-28 12:00", "q1")));

        Assert.Equal((15, 1), (company.Points("ann"), company.Measures("ann").Quotes));
        Assert.Equal(1, company.Keeper.Progress[("quote-machine", new("ann"))].Actual);
        Assert.Empty(company.Keeper.Verify());
        Assert.False(company.Keeper.RecountEverything());
    }

    [Fact]
    public void An_import_of_an_unknown_owner_stays_an_import_when_the_owner_is_linked()
    {
        var quote = Import(company.Happens("2026-10-28 12:00", new Activity.QuoteSent("q1", null, "new@example.com", null)));
        company.Play(quote);
        Assert.Equal(FactReasons.UnknownOwner, company.Keeper.Facts[quote.Id].Reason);

        company.Keeper.Owners[("crm", "new@example.com")] = new("ann");
        company.Keeper.Release();

        Assert.Equal(FactReasons.Imported, company.Keeper.Facts[quote.Id].Reason);
        Assert.Empty(company.Keeper.Tallies);
        Assert.Equal(1, company.Keeper.Progress[("quote-machine", new("ann"))].Actual);
    }

    [Fact]
    public void Reopened_October_leaves_what_was_imported_into_it_without_points()
    {
        company.Play(Import(company.Win("2026-10-28 12:00", "d1", 700)));

        company.Keeper.ReopenAll();
        company.Keeper.RecountEverything();

        Assert.Empty(company.Keeper.Tallies);
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void An_import_before_among_or_after_live_activities_ends_the_same() =>
        Gen.Select(Histories.All, Gen.Bool.Array[60], Gen.Int)
            .Sample(
                (history, imported, seed) =>
                {
                    var facts = history.Select((reported, number) => imported[number] ? Import(reported) : reported).ToArray();
                    var before = Play(facts.OrderByDescending(reported => reported.Source));
                    Result.Same(before, Play(facts.OrderBy(reported => reported.Source)));
                    new Random(seed).Shuffle(facts);
                    var among = Play(facts);
                    Result.Same(before, among);
                    Assert.Empty(among.Verify());
                    Assert.False(among.RecountEverything());
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    [Fact]
    public void Imports_between_closes_change_no_closed_period_and_nothing_differs_from_a_fresh_fold() =>
        Gen.Select(Histories.Late, Gen.Bool.Array[60])
            .Sample(
                (history, imported) =>
                {
                    var keeper = new Company(Histories.Rules, Histories.People).Keeper;
                    foreach (var (number, reported) in history.Index())
                    {
                        keeper.CloseDue(reported.Received);
                        var closed = Closed(keeper);
                        keeper.Play(imported[number] ? Import(reported) : reported);
                        Assert.Equal(closed, Closed(keeper));
                    }

                    Assert.Empty(keeper.Verify());
                    Assert.False(keeper.RecountEverything());
                    keeper.ReopenAll();
                    keeper.RecountEverything();
                    Assert.Empty(keeper.Verify());
                    Assert.False(keeper.RecountEverything());
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    private static Reported Import(Reported reported) => reported with { Source = FactSource.Import };

    /// <summary>Two of the weeks in which histories lie are closed before anything comes.</summary>
    private static Keeper Play(IEnumerable<Reported> facts)
    {
        var keeper = new Company(Histories.Rules, Histories.People).Keeper;
        keeper.Close(PeriodKind.Week, new(2026, 11, 9));
        keeper.Close(PeriodKind.Week, new(2026, 11, 23));
        foreach (var group in facts.Chunk(4))
            keeper.Play(group);

        return keeper;
    }

    private static IReadOnlyList<string> Closed(Keeper keeper) =>
        [
            .. keeper
                .Tallies.Values.Where(tally => keeper.IsClosed(tally.Key.Period))
                .Select(tally => tally.ToString())
                .Order(StringComparer.Ordinal),
        ];
}
