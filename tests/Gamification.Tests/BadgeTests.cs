using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.People;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

public sealed class BadgeTests
{
    private readonly Company company = new(
        Company.Person("ann", "north"),
        Company.Person("bob"),
        Company.Person("cyd", "north", publicity: Publicity.None)
    );

    [Fact]
    public void The_first_deal_is_First_Sale_and_the_first_quote_Opening_Move()
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1"), company.Win("2026-11-18 11:00", "d1", 500));

        Assert.Equal(Company.At("2026-11-18 11:00"), Held("first-sale"));
        Assert.Equal(Company.At("2026-11-18 10:00"), Held("opening-move"));
    }

    [Fact]
    public void A_win_of_0_is_no_sale()
    {
        company.Play(company.Win("2026-11-18 11:00", "d1", 0));

        Assert.Null(Held("first-sale"));
    }

    [Fact]
    public void The_setting_QuoteSent_makes_the_first_quote_the_first_sale()
    {
        var quotes = new Company(Rulebook.Default with { Badges = BadgeCatalogue.With(FirstSaleTrigger.QuoteSent) }, Company.Person("ann"));

        quotes.Play(quotes.Quote("2026-11-18 10:00", "q1"));

        Assert.Equal(["first-sale", "opening-move"], quotes.Keeper.Awards.Select(award => award.Badge).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-10-20 09:00", "2026-11-19 08:00", false)]
    [InlineData("2026-10-20 09:00", "2026-11-19 08:01", true)]
    public void Taken_back_within_30_times_24_hours_it_is_revoked_equal_counts(string won, string reopened, bool isKept)
    {
        company.Play(company.Win(won, "d1", 500));

        company.Play(company.Reopen(reopened, "d1"));

        Assert.Equal(isKept, Held("first-sale") is not null);
    }

    [Fact]
    public void Earned_again_it_has_the_new_date_and_is_not_told_again()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 500));
        company.Play(company.Reopen("2026-11-19 10:00", "d1"));
        var told = company.Keeper.Announcements.Count;

        company.Play(company.Win("2026-11-20 10:00", "d2", 500));

        Assert.Equal(Company.At("2026-11-20 10:00"), Held("first-sale"));
        Assert.Equal([0, 1, 2], company.Keeper.Awards.Select(award => award.Revision));
        Assert.Equal(told, company.Keeper.Announcements.Count);
    }

    [Fact]
    public void What_stood_beside_the_lost_deal_keeps_the_badge()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 500), company.Win("2026-11-18 11:00", "d2", 500));

        company.Play(company.Reopen("2026-11-19 10:00", "d1"));

        Assert.Equal(Company.At("2026-11-18 10:00"), Held("first-sale"));
        Assert.Single(company.Keeper.Awards);
    }

    [Fact]
    public void A_quote_voided_on_a_later_day_keeps_Opening_Move_and_on_its_own_day_not()
    {
        company.Play(company.Quote("2026-11-18 10:00", "q1"), company.Void("2026-11-19 10:00", "q1"));
        Assert.NotNull(Held("opening-move"));

        company.Play(company.Quote("2026-11-18 10:00", "q2", "bob"), company.Void("2026-11-18 11:00", "q2"));
        Assert.Null(Held("opening-move", "bob"));
    }

    [Fact]
    public void A_deal_handed_over_on_the_way_is_the_new_owners_first_sale()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 500), company.Hand("2026-11-19 10:00", "d1", "bob"));

        Assert.Null(Held("first-sale"));
        Assert.Equal(Company.At("2026-11-19 10:00"), Held("first-sale", "bob"));
    }

    [Fact]
    public void An_earlier_deal_that_arrives_late_moves_the_date_and_tells_nothing_new()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 500));
        var told = company.Keeper.Announcements.Count;

        company.Play(company.Win("2026-11-17 10:00", "d2", 500));

        Assert.Equal(Company.At("2026-11-17 10:00"), Held("first-sale"));
        Assert.Equal((1, told), (company.Keeper.Awards.Count, company.Keeper.Announcements.Count));
    }

    [Fact]
    public void Late_deals_behind_the_unlock_are_only_added()
    {
        company.Play(company.Win("2026-11-16 10:00", "d1", 500), company.Win("2026-11-18 10:00", "d2", 500));
        var recounts = company.Keeper.Recounts;

        company.Play(company.Win("2026-11-17 10:00", "d3", 500));

        Assert.Equal(recounts, company.Keeper.Recounts);
        Assert.Equal(3, company.Keeper.Progress[("first-sale", new("ann"))].Actual);
    }

    [Fact]
    public void The_channels_of_the_team_and_the_person_hear_of_it_in_one_post()
    {
        company.Keeper.Channels.AddRange([
            new(new("slack:C1"), new("north")),
            new(new("slack:C2"), new("south")),
            new(new("web:org"), null),
        ]);

        var win = company.Win("2026-11-18 10:00", "d1", 500);
        company.Play(win);

        Assert.Equal(
            ["channel:slack:C1", "person:ann"],
            company.Keeper.Announcements.Select(told => told.To.Key).Order(StringComparer.Ordinal)
        );
        Assert.All(
            company.Keeper.Announcements,
            told =>
            {
                Assert.Equal(
                    ("badge.unlocked", "badge:first-sale:ann", $"fact:crm:{win.Id.ExternalId}"),
                    (told.Kind, told.About, told.Post)
                );
                Assert.Equal(
                    ("ann", "1", "50000", "EUR"),
                    (told.Data["person"], told.Data["number"], told.Data["amount"], told.Data["currency"])
                );
            }
        );
    }

    [Fact]
    public void Without_a_team_the_organisations_channels_hear_of_it()
    {
        company.Keeper.Channels.AddRange([new(new("slack:C1"), new("north")), new(new("web:org"), null)]);

        company.Play(company.Quote("2026-11-18 10:00", "q1", "bob"));

        Assert.Equal(
            ["channel:web:org", "person:bob"],
            company.Keeper.Announcements.Select(told => told.To.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Who_wants_no_publicity_hears_of_it_alone()
    {
        company.Keeper.Channels.Add(new(new("slack:C1"), new("north")));

        company.Play(company.Quote("2026-11-18 10:00", "q1", "cyd"));

        Assert.Equal(new Recipient.Person(new("cyd")), Assert.Single(company.Keeper.Announcements).To);
    }

    private NodaTime.Instant? Held(string badge, string person = "ann") =>
        company.Keeper.Progress.GetValueOrDefault((badge, new(person)))?.Crossed?.Credited;
}
