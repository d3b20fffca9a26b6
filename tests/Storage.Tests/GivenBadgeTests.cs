using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Badges that goals give, on both databases: whoever has the line of the grant has the badge, and nobody else.</summary>
public abstract class GivenBadgeTests(TestDatabase database) : StorageTest(database)
{
    private static readonly CustomBadge Custom = new("Hero", "For who carries us.", BadgeCategory.Revenue, "🦸", null, null, null);
    private static readonly BadgeSetting Setting = new("hero", 1, Threshold: null, IsDisabled: false) { Custom = Custom };
    private static readonly Reward Hero = new Reward.Badge("hero");

    [DatabaseFact]
    public async Task The_badge_is_dated_like_its_grant_goes_when_it_is_reversed_and_comes_again_with_the_new_date_and_no_second_post()
    {
        await FoundAsync();
        await Store.PromiseAsync(Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 100_000_00, Promise.Base(Hero)));
        Assert.Equal("0 of 1, ×0", await HeroAsync("ann"));
        await Store.RecordAsync(Company.Win("d1", "ann", 96_000, "2026-11-03 10:00"));
        await Store.RecordAsync(Company.Win("d7", "ann", 5_000, "2026-11-04 10:00"));
        Assert.Equal("1 of 1, ×1 2026-11-04T09:00:00Z", await HeroAsync("ann"));

        await Store.RecordAsync(Company.Report("r7", "2026-11-05 10:00", new Activity.DealReopened("d7")));
        Assert.Equal("0 of 1, ×0", await HeroAsync("ann"));
        await Store.RecordAsync(Company.Win("w7", "ann", 5_000, "2026-11-06 10:00", deal: "d7"));

        Assert.Equal("1 of 1, ×1 2026-11-06T09:00:00Z", await HeroAsync("ann"));
        var given = Assert.Single(await Host.GetRequiredService<AwardReader>().GivenAsync(new("ann"), "hero", default));
        Assert.Equal([(1, "d7"), (-1, "r7"), (1, "w7")], given.Lines.Select(line => (line.Amount, line.At.Fact.ExternalId)));
        await using var db = Open();
        Assert.Equal(
            ["reversal person:ann", "tier.reached channel:web:north", "tier.reached person:ann"],
            (await db.Announcements.ToListAsync())
                .Where(row =>
                    !row.Kind.StartsWith("badge.", StringComparison.Ordinal) || row.About.Contains("hero", StringComparison.Ordinal)
                )
                .Select(row => $"{row.Kind} {row.Recipient}")
                .Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(await db.Progress.ToListAsync(), row => row.Badge == "hero");
        Assert.DoesNotContain(await db.Awards.ToListAsync(), row => row.Badge == "hero");
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task In_whatever_order_the_deals_arrive_the_badge_has_the_date_of_the_one_that_crosses()
    {
        await FoundAsync();
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Deals, 2, Promise.Base(Hero)));
        await Store.RecordAsync(Company.Win("d3", "ann", 100, "2026-11-05 10:00"));
        await Store.RecordAsync(Company.Win("d2", "bob", 100, "2026-11-04 10:00"));
        Assert.Equal("1 of 1, ×1 2026-11-05T09:00:00Z", await HeroAsync("bob"));

        await Store.RecordAsync(Company.Report("x2", "2026-11-04 11:00", new Activity.DealDeleted("d2")));

        Assert.Equal("0 of 1, ×0", await HeroAsync("ann"));
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-03 10:00"));
        Assert.Equal("1 of 1, ×1 2026-11-04T09:00:00Z", await HeroAsync("ann"));
        Assert.Equal("1 of 1, ×1 2026-11-04T09:00:00Z", await HeroAsync("bob"));
        Assert.Equal("0 of 1, ×0", await HeroAsync("dan"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_deal_that_arrives_late_moves_the_date_to_the_deal_that_crosses_now_although_no_line_is_written()
    {
        await FoundAsync();
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Deals, 2, Promise.Base(Hero)));
        await Store.PromiseAsync(Promise.Goal("m", Promise.Members, Metric.Deals, 2, Promise.Base(Hero)));
        await Store.RecordAsync(Company.Win("d3", "ann", 100, "2026-11-05 10:00"));
        await Store.RecordAsync(Company.Win("d2", "ann", 100, "2026-11-04 10:00"));
        Assert.Equal("1 of 1, ×2 2026-11-05T09:00:00Z", await HeroAsync("ann"));

        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-03 10:00"));

        Assert.Equal("1 of 1, ×2 2026-11-04T09:00:00Z", await HeroAsync("ann"));
        await using var db = Open();
        Assert.Equal(3, await db.GrantLines.CountAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Two_goals_and_two_months_give_it_four_times_and_one_that_goes_leaves_three()
    {
        await FoundAsync();
        await Store.PromiseAsync(Promise.Goal("g", Promise.Members, Metric.Deals, 1, Promise.Base(Promise.Coins(5), Hero)));
        await Store.PromiseAsync(Promise.Goal("h", Promise.Person("ann"), Metric.Quotes, 1, Promise.Base(Hero)));
        foreach (var month in new[] { "10", "11" })
            await Store.RecordAsync(
                Company.Win($"d{month}", "ann", 100, $"2026-{month}-16 10:00"),
                Company.Quote($"q{month}", "ann", $"2026-{month}-17 10:00")
            );
        Assert.Equal("1 of 1, ×4 2026-11-17T09:00:00Z", await HeroAsync("ann"));

        await Store.RecordAsync(Company.Report("v11", "2026-11-18 10:00", new Activity.QuoteVoided("q11")));

        Assert.Equal("1 of 1, ×3 2026-11-16T09:00:00Z", await HeroAsync("ann"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_line_that_is_lost_is_named_by_a_verification_and_mended_with_the_badge()
    {
        await FoundAsync();
        await Store.PromiseAsync(Promise.Goal("g", Promise.North, Metric.Deals, 1, Promise.Base(Hero)));
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-03 10:00"));
        await using var db = Open();
        await db.GrantLines.Where(line => line.Recipient == Promise.Person("bob")).ExecuteDeleteAsync();
        Assert.Equal("0 of 1, ×0", await HeroAsync("bob"));

        Assert.Equal(DifferenceKind.Grant, Assert.Single(await Host.VerifyAsync()).Kind);
        await Host.MendAsync();

        Assert.Equal("1 of 1, ×1 2026-11-03T09:00:00Z", await HeroAsync("bob"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task What_is_promised_anew_from_another_version_on_leaves_what_was_given_as_it_is()
    {
        await FoundAsync();
        var goal = Promise.Goal("g", Promise.Person("ann"), Metric.Deals, 1, Promise.Base(Hero));
        await Store.PromiseAsync(goal);
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-03 10:00"));

        var bare = goal.Versions[0] with { Number = 2, Plan = goal.Versions[0].Plan! with { Tiers = [Promise.Base(Promise.Coins(5))] } };
        await Store.PromiseAsync(goal with { Revision = 2, Versions = [goal.Versions[0], bare] });

        Assert.Equal("1 of 1, ×1 2026-11-03T09:00:00Z", await HeroAsync("ann"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_badge_that_loses_its_trigger_stays_with_who_earned_it_and_counts_nothing_more()
    {
        await FoundAsync();
        await PutAsync(Setting with { Version = 2, Threshold = 1, Custom = Custom with { Measure = BadgeMeasure.Deals } });
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-03 10:00"));
        Assert.Equal("1 of 1, ×1 2026-11-03T09:00:00Z", await HeroAsync("ann"));

        await PutAsync(Setting with { Version = 3 });
        await Store.RecordAsync(Company.Win("d2", "bob", 100, "2026-11-04 10:00"));
        await Store.RecordAsync(Company.Report("r1", "2026-11-05 10:00", new Activity.DealReopened("d1")));

        Assert.Equal("1 of 1, ×1 2026-11-03T09:00:00Z", await HeroAsync("ann"));
        Assert.Equal("0 of 1, ×0", await HeroAsync("bob"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_stored_badge_that_is_half_a_trigger_is_a_damage_that_names_its_place()
    {
        await FoundAsync();
        await using var db = Open();
        foreach (
            var values in new[]
            {
                """{"threshold":3,"disabled":false,"custom":{"name":"H","description":"D","category":"Revenue"}}""",
                """{"disabled":false,"custom":{"name":"H","description":"D","category":"Revenue","measure":"Deals"}}""",
                """{"disabled":false,"custom":{"name":"H","description":"D","category":"Revenue","per":"Week"}}""",
                """{"disabled":false,"custom":{"name":"H","description":"D","category":"Revenue","loggedKind":"call"}}""",
                """{"disabled":false,"custom":{"name":"H","description":"D","category":"Revenue","mesure":"Deals"}}""",
                """{"disabled":false,"custom":{"name":null,"description":"D","category":"Revenue"}}""",
                "null",
                "{",
            }
        )
        {
            await db.BadgeSettings.ExecuteUpdateAsync(row => row.SetProperty(setting => setting.Values, values));

            var damage = await Assert.ThrowsAsync<FormatException>(() => HeroAsync("ann"));

            Assert.StartsWith("The stored version 1 of badge hero is damaged", damage.Message, StringComparison.Ordinal);
        }
    }

    private async Task FoundAsync()
    {
        await Company.FoundAsync(Store);
        await PutAsync(Setting);
    }

    private async Task PutAsync(BadgeSetting setting)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutBadgeAsync(setting, CancellationToken.None);
        Assert.True(
            setting.Custom is { Measure: not null } || (await write.ConcernedAsync(setting, "", 9, CancellationToken.None)).Count == 0
        );
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>How far, how often, and since when the last time.</summary>
    private async Task<string> HeroAsync(string person)
    {
        var badges = await Host.GetRequiredService<BadgeReader>().OfAsync(new(person), CancellationToken.None);
        var hero = badges.Single(standing => standing.Badge.Id == "hero");
        return $"{hero.Value} of {hero.Threshold}, ×{hero.Count} {hero.Held}".TrimEnd();
    }
}

public sealed class SqliteGivenBadgeTests() : GivenBadgeTests(new SqliteDatabase());

public sealed class PostgresGivenBadgeTests() : GivenBadgeTests(new PostgresDatabase()), IOnPostgres;
