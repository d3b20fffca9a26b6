using System.Globalization;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;

namespace Gamification.Tests;

/// <summary>
/// Four good weeks of one person reach all fourteen badges: on each of 20 working days from Monday 31 August 2026 five quotes, a client
/// answered within three minutes and a deal of 50,000 won; in the first week a small deal more a day. The goals are 10 quotes a week and
/// 100,000 in September.
/// </summary>
public sealed class EveryBadgeTests
{
    private static readonly LocalDate First = new(2026, 8, 31);

    [Fact]
    public void Four_good_weeks_reach_all_fourteen_badges_and_every_category()
    {
        var company = Play(Weeks);

        Assert.Equal(
            [
                ("opening-move", "2026-08-31 09:00"),
                ("big-fish", "2026-08-31 15:00"),
                ("first-sale", "2026-08-31 15:00"),
                ("rainmaker", "2026-09-01 15:00"),
                ("target-breaker", "2026-09-02 15:00"),
                ("perfect-week", "2026-09-04 09:00"),
                ("sprint-finish", "2026-09-04 15:00"),
                ("streak-master", "2026-09-25 09:00"),
                ("quote-machine", "2026-09-25 09:04"),
                ("fast-hands", "2026-09-25 11:03"),
                ("speed-demon", "2026-09-25 11:03"),
                ("closer", "2026-09-25 15:00"),
                ("million-club", "2026-09-25 15:00"),
                ("goal-getter", "2026-09-28 00:00"),
            ],
            Unlocks(company)
        );
        Assert.Equal(
            Enum.GetValues<BadgeCategory>(),
            Unlocks(company).Select(unlock => BadgeCatalogue.Default.Single(badge => badge.Id == unlock.Badge).Category).Distinct().Order()
        );
        Assert.Empty(company.Keeper.Verify());
        Assert.False(company.Keeper.RecountEverything());
    }

    [Fact]
    public void Each_of_the_fourteen_is_told_once()
    {
        var company = Play(Weeks);

        var told = company.Keeper.Announcements.Where(told => told.Kind == "badge.unlocked").Select(told => told.Data["badge"]);
        Assert.Equal(BadgeCatalogue.Default.Select(badge => badge.Id).Order(), told.Order());
    }

    [Fact]
    public void Week_by_week_shuffled_they_are_reached_at_the_same_moments()
    {
        var inOrder = Unlocks(Play(Weeks));
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var shuffled = Unlocks(
                Play(company =>
                    Weeks(company)
                        .Select(week =>
                        {
                            var facts = week.ToArray();
                            random.Shuffle(facts);
                            return (IReadOnlyList<Reported>)facts;
                        })
                )
            );

            Assert.Equal(inOrder, shuffled);
        }
    }

    private static Company Play(Func<Company, IEnumerable<IReadOnlyList<Reported>>> weeks)
    {
        var company = new Company()
            .Has(Company.Goal("w", Metric.Quotes, 10, "2026-08-31 08:00"))
            .Has(Company.Goal("m", Metric.Revenue, 100_000_00, "2026-09-01 08:00", kind: PeriodKind.Month));
        foreach (var (number, week) in weeks(company).Index())
        {
            foreach (var group in week.Chunk(7))
                company.Play(group);
            company.Keeper.Close(PeriodKind.Week, First.PlusWeeks(number));
        }

        return company;
    }

    private static IEnumerable<IReadOnlyList<Reported>> Weeks(Company company) =>
        Enumerable
            .Range(0, 4)
            .Select(week => (IReadOnlyList<Reported>)[.. Enumerable.Range(0, 5).SelectMany(day => Day(company, week, day))]);

    private static IEnumerable<Reported> Day(Company company, int week, int day)
    {
        var date = LocalDatePattern.Iso.Format(First.PlusWeeks(week).PlusDays(day));
        for (var i = 0; i < 5; i++)
            yield return company.Quote(string.Create(CultureInfo.InvariantCulture, $"{date} 09:0{i}"), $"{date}-{i}", deal: $"d{date}");

        yield return company.Asks($"{date} 11:00", $"c{date}");
        yield return company.Replies($"{date} 11:03", $"c{date}");
        yield return company.Win($"{date} 15:00", $"d{date}", 50_000);
        if (week == 0)
            yield return company.Win($"{date} 16:00", $"small{date}", 100);
    }

    /// <summary>When each badge was first unlocked, by the clock in Paris.</summary>
    private static IReadOnlyList<(string Badge, string At)> Unlocks(Company company) =>
        [
            .. company
                .Keeper.Badges.Values.Where(row => row.IsHeld)
                .GroupBy(row => row.Badge)
                .Select(rows => (Badge: rows.Key, At: rows.Min(row => row.Crossed!.Value.Credited)))
                .OrderBy(unlock => unlock.At)
                .ThenBy(unlock => unlock.Badge, StringComparer.Ordinal)
                .Select(unlock => (unlock.Badge, Local(unlock.At))),
        ];

    private static string Local(Instant at) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(at.InZone(Company.Paris).LocalDateTime);
}
