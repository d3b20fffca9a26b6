using Gamification.Activities;
using Gamification.Points;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

public sealed class AcceptanceTests
{
    private readonly Company company = new(Company.Person("ann", "north"), Company.Person("gone", active: false));

    [Fact]
    public void An_unknown_owner_waits_and_counts_in_business_order_once_linked()
    {
        var win = company.Win("2026-11-18 10:00", "d1", 500, "new");
        company.Play(company.Reopen("2026-11-19 10:00", "d1"), win, company.Quote("2026-11-18 09:00", "q1", "new"));
        Assert.Equal((FactState.Quarantined, "unknown-owner"), (company.StateOf(win), company.Keeper.Facts[win.Id].Reason));
        Assert.Empty(company.Keeper.Entries);

        company.Keeper.Owners[("crm", "new@example.com")] = new("ann");
        company.Keeper.Release();

        Assert.Equal((15, 0, 1), (company.Points("ann"), company.Measures("ann").Deals, company.Measures("ann").Quotes));
    }

    [Fact]
    public void Released_too_early_it_waits_on()
    {
        var quote = company.Quote("2026-11-18 09:00", "q1", "new");
        company.Play(quote);

        company.Keeper.Release();

        Assert.Equal(FactState.Quarantined, company.StateOf(quote));
    }

    [Fact]
    public void An_owner_is_found_whatever_the_case_of_the_mail()
    {
        company.Play(company.Happens("2026-11-18 10:00", new Activity.QuoteSent("q1", null, "Ann@Example.COM", null)));

        Assert.Equal(15, company.Points("ann"));
    }

    [Theory]
    [InlineData("CHF", "no-rate")]
    [InlineData("XXZ", "unknown-currency")]
    public void A_foreign_currency_waits_and_is_never_guessed(string currency, string reason)
    {
        var win = company.Happens("2026-11-18 10:00", new Activity.DealClosed("d1", Company.Mail("ann"), true, Money.Of(100, currency)));
        company.Play(win);

        Assert.Equal(
            (FactState.Quarantined, reason, null),
            (company.StateOf(win), company.Keeper.Facts[win.Id].Reason, company.Keeper.Facts[win.Id].Amount)
        );
    }

    [Fact]
    public void An_inactive_persons_activity_is_stored_and_scores_nothing()
    {
        var quote = company.Quote("2026-11-18 10:00", "q1", "gone");
        company.Play(quote);

        Assert.Equal((FactState.Listed, "inactive"), (company.StateOf(quote), company.Keeper.Facts[quote.Id].Reason));
        Assert.Empty(company.Keeper.Entries);
    }

    [Fact]
    public void Of_one_identity_twice_in_a_group_the_first_stands()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 500, id: "same"), company.Win("2026-11-18 10:00", "d1", 900, id: "same"));

        Assert.Equal(50_000, company.Measures("ann").Revenue);
    }

    [Fact]
    public void A_logged_activity_has_a_line_of_0_points_and_moves_no_score()
    {
        var call = company.Happens("2026-11-18 10:00", new Activity.Logged("a1", "call", Company.Mail("ann")));
        company.Play(call);

        Assert.Equal(FactState.Counted, company.StateOf(call));
        Assert.Equal((RuleNames.Logged, 0), (Assert.Single(company.Keeper.Entries).Key.Rule, company.Points("ann")));
        Assert.Empty(company.Keeper.Tallies);
    }

    [Fact]
    public void A_team_has_what_its_member_did_while_a_member()
    {
        var moved = Company.Person("ann") with
        {
            Memberships = [new(new("north"), null, new(2026, 11, 19)), new(new("south"), new(2026, 11, 19), null)],
        };
        company.Keeper.Change(moved);

        company.Play(company.Quote("2026-11-18 23:59", "q1"), company.Quote("2026-11-19 00:00", "q2"));

        Assert.Equal(
            (15, 15, 30),
            (company.Sum("ann", board: "team:north").Points, company.Sum("ann", board: "team:south").Points, company.Points("ann"))
        );
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("EUR", 2)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("eur", null)]
    [InlineData("XYZ", null)]
    public void A_currency_has_its_decimals(string code, int? digits) => Assert.Equal(digits, Currencies.DigitsOf(code));
}
