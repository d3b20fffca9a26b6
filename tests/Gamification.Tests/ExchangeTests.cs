using CsCheck;
using Gamification.Activities;
using Gamification.Exchange;
using Gamification.Tests.Playing;
using NodaTime;

namespace Gamification.Tests;

/// <summary>SPEC 3, Money: what a deal in another currency is worth, in exact arithmetic.</summary>
public sealed class ExchangeTests
{
    private readonly Company company = new();

    [Theory]
    [InlineData(100_00, "USD", "0.92", "EUR", 92_00)]
    [InlineData(1_250, "JPY", "0.0062", "EUR", 7_75)]
    [InlineData(1_000, "KWD", "3.005", "EUR", 3_00)]
    [InlineData(1_000, "KWD", "3.015", "EUR", 3_02)]
    [InlineData(1, "USD", "0.5", "EUR", 0)]
    [InlineData(3, "USD", "0.5", "EUR", 2)]
    [InlineData(5, "USD", "0.5", "EUR", 2)]
    [InlineData(5, "USD", "0.500000000001", "EUR", 3)]
    [InlineData(10_00, "EUR", "160.5", "JPY", 1_605)]
    [InlineData(1_00, "EUR", "0.335", "KWD", 335)]
    public void An_amount_is_converted_in_minor_units_and_rounded_half_to_even(
        long minor,
        string from,
        string rate,
        string to,
        long converted
    ) => Assert.Equal(converted, Rate.Parse(rate)!.Value.Convert(Money.Of(minor, from), to));

    [Fact]
    public void Larger_than_any_deal_is_no_amount() =>
        Assert.Null(Rate.Parse("1000000")!.Value.Convert(Money.Of(1_000_000_000_000_000, "JPY"), "KWD"));

    [Theory]
    [InlineData("0.92", "0.92")]
    [InlineData("1.50", "1.5")]
    [InlineData("160", "160")]
    [InlineData("007.0", "7")]
    [InlineData("0.000000000001", "0.000000000001")]
    [InlineData("1000000", "1000000")]
    [InlineData("0.0000000000001", null)]
    [InlineData("1000000.1", null)]
    [InlineData("0", null)]
    [InlineData("0.0", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("1e2", null)]
    [InlineData("1,5", null)]
    [InlineData("1.", null)]
    [InlineData(".5", null)]
    [InlineData("1.2.3", null)]
    [InlineData("٣", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_rate_is_a_plain_decimal_above_0(string? text, string? kept) => Assert.Equal(kept, Rate.Parse(text)?.ToString());

    [Theory]
    [InlineData(11, null)]
    [InlineData(12, "0.9")]
    [InlineData(13, "0.9")]
    [InlineData(14, "0.8")]
    [InlineData(21, "0.8")]
    [InlineData(22, null)]
    public void The_latest_rate_on_or_before_the_day_counts_for_seven_days(int day, string? rate)
    {
        var table = new RateTable([On("USD", 14, "0.8"), On("USD", 12, "0.9"), On("GBP", 11, "1.2")]);

        Assert.Equal(rate, table.On("USD", new(2026, 11, day))?.ToString());
    }

    [Fact]
    public void The_day_of_a_win_is_the_organisations_and_not_that_of_greenwich()
    {
        company.Keeper.Rates.AddRange([On("USD", 18, "0.9"), On("USD", 19, "0.5")]);

        company.Play(Won("2026-11-19 00:30", "d1", 100, "USD"));

        Assert.Equal(50_00, company.Measures("ann").Revenue);
    }

    [Fact]
    public void Later_amounts_keep_the_rate_of_the_win_and_a_win_after_a_reopening_takes_its_own()
    {
        company.Keeper.Rates.AddRange([On("USD", 16, "0.9"), On("USD", 18, "0.5")]);

        company.Play(Won("2026-11-16 10:00", "d1", 100, "USD"), Changed("2026-11-18 10:00", "d1", 200, "USD"));
        Assert.Equal(180_00, company.Measures("ann").Revenue);

        company.Play(company.Reopen("2026-11-19 10:00", "d1"), Won("2026-11-19 11:00", "d1", 200, "USD"));
        Assert.Equal(100_00, company.Measures("ann").Revenue);
    }

    [Fact]
    public void An_amount_known_before_the_win_is_converted_with_the_rate_of_the_day_it_was_won()
    {
        company.Keeper.Rates.Add(On("USD", 18, "0.5"));

        company.Play(Changed("2026-11-02 10:00", "d1", 200, "USD"), Won("2026-11-18 10:00", "d1", null));

        Assert.Equal(100_00, company.Measures("ann").Revenue);
    }

    [Fact]
    public void Editing_a_rate_changes_nothing_accepted_not_even_what_comes_later_for_that_win()
    {
        company.Keeper.Rates.Add(On("USD", 16, "0.9"));
        company.Play(Won("2026-11-16 10:00", "d1", 100, "USD"));

        company.Keeper.Rates[0] = On("USD", 16, "0.1");
        company.Play(Changed("2026-11-16 12:00", "d1", 300, "USD"));

        Assert.Equal(270_00, company.Measures("ann").Revenue);
        Assert.Empty(company.Keeper.Verify());
        company.Keeper.Rates.Clear();
        Assert.False(company.Keeper.RecountEverything());
        Assert.Empty(company.Keeper.Verify());
    }

    [Fact]
    public void What_waits_for_a_rate_is_released_in_business_order()
    {
        var win = Won("2026-11-16 10:00", "d1", 100, "CHF");
        var change = Changed("2026-11-16 12:00", "d1", 300, "CHF");
        company.Play(change, win);
        Assert.Equal((FactState.Quarantined, "no-rate"), (company.StateOf(win), company.Keeper.Facts[win.Id].Reason));

        company.Keeper.Rates.Add(On("CHF", 15, "1.05"));
        company.Keeper.Release();

        Assert.Equal((FactState.Counted, null), (company.StateOf(win), company.Keeper.Facts[win.Id].Reason));
        Assert.Equal((315_00, 1), (company.Measures("ann").Revenue, company.Measures("ann").Deals));
        Assert.Equal("CHF=1.05", company.Keeper.Facts[win.Id].Rates.Text);
    }

    [Fact]
    public void A_change_into_a_currency_without_a_rate_waits_and_the_deal_keeps_its_last_amount()
    {
        company.Keeper.Rates.Add(On("USD", 16, "0.9"));
        var change = Changed("2026-11-16 12:00", "d1", 300, "CHF");

        company.Play(Won("2026-11-16 10:00", "d1", 100, "USD"), change);

        Assert.Equal((FactState.Quarantined, 90_00), (company.StateOf(change), company.Measures("ann").Revenue));
    }

    [Fact]
    public void The_amount_of_a_quote_and_of_a_deal_that_is_not_won_needs_no_rate()
    {
        var quote = company.Happens("2026-11-18 09:00", new Activity.QuoteSent("q1", null, Company.Mail("ann"), Money.Of(1, "CHF")));
        var change = Changed("2026-11-18 10:00", "d1", 300, "CHF");
        company.Play(quote, change);

        Assert.Equal((FactState.Counted, FactState.Counted), (company.StateOf(quote), company.StateOf(change)));
    }

    [Fact]
    public void Nothing_is_nothing_in_every_currency()
    {
        var win = Won("2026-11-18 09:00", "d1", 0, "CHF");
        company.Play(win);

        Assert.Equal((FactState.Counted, 0), (company.StateOf(win), company.Measures("ann").Deals));
    }

    [Fact]
    public void In_any_order_of_arrival_deals_in_four_currencies_end_in_the_same_revenue_and_the_same_waits() =>
        Gen.Select(Deals, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var ordered = Play([.. history.OrderBy(reported => reported.Occurred).ThenBy(reported => reported.Id)], Table);
                    var random = new Random(seed);
                    Reported[] arrivals = [.. history, .. random.GetItems([.. history], history.Count / 3)];
                    random.Shuffle(arrivals);
                    var shuffled = Play(arrivals, Table, random);
                    Result.Same(ordered, shuffled);
                    Assert.Empty(shuffled.Verify());
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    [Fact]
    public void Rates_that_come_last_end_in_what_rates_that_were_there_gave() =>
        Gen.Select(Deals, Gen.Int)
            .Sample(
                (history, seed) =>
                {
                    var before = Play([.. history], Table);
                    var after = Play([.. history], [], new(seed));
                    after.Rates.AddRange(Table);
                    after.Release();
                    Result.Same(before, after);
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    /// <summary>No franc until the 17th, no yen at all, dollars that change.</summary>
    private static DatedRate[] Table { get; } =
    [On("USD", 10, "0.93"), On("USD", 17, "0.8765"), On("CHF", 17, "1.0512"), On("KWD", 12, "3.005"), On("USD", 19, "0.9999")];

    private static Gen<IReadOnlyList<Reported>> Deals { get; } =
        Gen.Select(Gen.Int[0, 96], Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 5], Gen.Int[0, 400], Gen.Bool)
            .List[1, 25]
            .Select(steps => (IReadOnlyList<Reported>)[.. steps.Select((step, number) => Report(step, number))]);

    private static Reported Report((int Hour, int Deal, int Kind, int Currency, int Amount, bool IsAnn) step, int number)
    {
        var currency = ((string[])["EUR", "USD", "CHF", "KWD", "JPY", "USD"])[step.Currency];
        var (deal, money) = ($"d{step.Deal}", Money.Of(step.Amount / 100 * 37, currency));
        var owner = Company.Mail(step.IsAnn ? "ann" : "bob");
        Activity activity = step.Kind switch
        {
            <= 3 => new Activity.DealClosed(deal, owner, true, step.Kind == 0 ? null : money),
            <= 6 => new Activity.DealAmountChanged(deal, money),
            7 => new Activity.DealReopened(deal),
            8 => new Activity.DealClosed(deal, owner, false, money),
            _ => new Activity.DealOwnerChanged(deal, owner),
        };
        var at = Company.At("2026-11-15 20:00") + Duration.FromHours(step.Hour);
        return new(new("crm", $"e{number}"), activity, at, at, "{}");
    }

    private static Keeper Play(Reported[] arrivals, DatedRate[] rates, Random? random = null)
    {
        var keeper = new Company(Company.Person("ann", "north"), Company.Person("bob", "south")).Keeper;
        keeper.Rates.AddRange(rates);
        foreach (var group in arrivals.Chunk(random is null ? 1 : 1 + random.Next(7)))
            keeper.Play(group);

        return keeper;
    }

    private static DatedRate On(string currency, int day, string rate) => new(currency, new(2026, 11, day), Rate.Parse(rate)!.Value);

    private Reported Won(string at, string deal, long? amount, string currency = "EUR") =>
        company.Happens(at, new Activity.DealClosed(deal, Company.Mail("ann"), true, amount is { } whole ? Whole(whole, currency) : null));

    private Reported Changed(string at, string deal, long amount, string currency) =>
        company.Happens(at, new Activity.DealAmountChanged(deal, Whole(amount, currency)));

    private static Money Whole(long amount, string currency) => Money.Of(amount * 100, currency);
}
