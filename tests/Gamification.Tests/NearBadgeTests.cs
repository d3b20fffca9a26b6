using System.Globalization;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.People;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

/// <summary>A hint that a badge is near: to the person only, who asked for it, at most one a day.</summary>
public sealed class NearBadgeTests
{
    private static readonly Rulebook Rules = Rulebook.Default with
    {
        Badges =
        [
            new("twenty", "Twenty", "Twenty quotes.", BadgeCategory.Milestone, new Trigger.Quotes(20)),
            new("nineteen", "Nineteen", "Nineteen quotes.", BadgeCategory.Milestone, new Trigger.Quotes(19)),
            new("three", "Three", "Three deals.", BadgeCategory.Milestone, new Trigger.Deals(3)),
        ],
    };

    private readonly Company company = new(Rules, Company.Person("ann", "north") with { Hints = true }, Company.Person("bob", "north"));

    [Theory]
    [InlineData(89, 100, false)]
    [InlineData(90, 100, true)]
    [InlineData(99, 100, true)]
    [InlineData(100, 100, false)]
    [InlineData(8, 10, false)]
    [InlineData(9, 10, true)]
    [InlineData(3, 5, false)]
    [InlineData(4, 5, true)]
    [InlineData(1, 2, true)]
    [InlineData(0, 1, false)]
    [InlineData(8_999_999, 10_000_000, false)]
    [InlineData(9_000_000, 10_000_000, true)]
    public void Near_is_90_percent_or_one_step_where_the_steps_are_few(long actual, long threshold, bool isNear) =>
        Assert.Equal(isNear, NearBadges.IsNear(actual, threshold));

    [Fact]
    public void Quote_18_of_20_is_hinted_to_the_person_alone_once_and_quote_19_is_not_again()
    {
        Quotes("2026-11-18", 1, 16);
        Assert.Empty(Hints());

        Quotes("2026-11-18", 17, 19);

        var hint = Assert.Single(Hints());
        Assert.Equal("near:ann:2026-11-18", hint.About);
        Assert.Equal(new Recipient.Person(new("ann")), hint.To);
    }

    [Fact]
    public void Two_badges_near_on_one_day_are_one_hint_and_the_next_day_has_its_own()
    {
        Quotes("2026-11-18", 1, 18);
        company.Play(company.Win("2026-11-18 15:00", "d1", 100), company.Win("2026-11-18 16:00", "d2", 100));
        Assert.Single(Hints());

        company.Play(company.Reopen("2026-11-19 09:00", "d2"));
        company.Play(company.Win("2026-11-19 10:00", "d3", 100));

        Assert.Equal(["near:ann:2026-11-18", "near:ann:2026-11-19"], Hints().Select(hint => hint.About));
    }

    [Fact]
    public void Who_did_not_switch_them_on_gets_none()
    {
        company.Play(company.Win("2026-11-18 10:00", "d1", 100, "bob"), company.Win("2026-11-18 11:00", "d2", 100, "bob"));

        Assert.Empty(Hints());
    }

    private void Quotes(string day, int from, int to)
    {
        for (var i = from; i <= to; i++)
            company.Play(company.Quote(string.Create(CultureInfo.InvariantCulture, $"{day} 09:{i:D2}"), $"q{i}"));
    }

    private IReadOnlyList<Announcement> Hints() => [.. company.Keeper.Announcements.Where(told => told.Kind == "badge.near")];
}
