using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>Perfect Week adds a row a week; the next activity does not read them all.</summary>
public abstract class BadgeReadingTests(TestDatabase database) : StorageTest(database)
{
    private static readonly PersonId Ann = new("ann");
    private static readonly LocalDate First = new(2026, 8, 31);

    [DatabaseFact]
    public async Task After_two_and_after_twelve_perfect_weeks_an_activity_reads_the_same_number_of_badge_rows()
    {
        await Company.FoundAsync(Store);
        await PlayWeeksAsync(0, 2);
        var few = await ReadAsync(First.PlusWeeks(1));
        await PlayWeeksAsync(2, 12);
        var many = await ReadAsync(First.PlusWeeks(11));

        Assert.Equal(["2026-W36", "2026-W37"], few.Periods);
        Assert.Equal(["2026-W36", "2026-W47"], many.Periods);
        Assert.Equal(few.Once, many.Once);
        await using var db = Open();
        Assert.Equal(12, db.Progress.Count(row => row.Person == Ann && row.Badge == "perfect-week"));
    }

    [DatabaseFact]
    public async Task A_week_that_nothing_is_stored_of_is_known_to_be_empty()
    {
        await Company.FoundAsync(Store);

        var (once, periods) = await ReadAsync(First);

        Assert.Equal((0, "2026-W36"), (once, Assert.Single(periods)));
    }

    private async Task PlayWeeksAsync(int from, int to)
    {
        for (var week = from; week < to; week++)
        for (var day = 0; day < 5; day++)
            await Store.RecordAsync(QuoteOn(First.PlusWeeks(week).PlusDays(day)));
    }

    private static Reported QuoteOn(LocalDate day) =>
        Company.Quote($"q{LocalDatePattern.Iso.Format(day)}", "ann", $"{LocalDatePattern.Iso.Format(day)} 09:00");

    /// <summary>What is read for an activity of Ann's in a week: badges that are earned once, and the weeks of Perfect Week.</summary>
    private async Task<(int Once, IReadOnlyList<string> Periods)> ReadAsync(LocalDate day)
    {
        await using var write = await Store.BeginAsync(Company.Now, default);
        var world = await write.LoadAsync(new[] { QuoteOn(day) with { Id = new("crm", "next") } }, default);
        var week = new BadgePeriod(Ann, "perfect-week", Period.Of(PeriodKind.Week, day).Key.Value);
        var needs = new Outcome.Needs(new HashSet<DayKey>(), new HashSet<PersonId> { Ann }, new HashSet<DayKey>(), new HashSet<PersonId>())
        {
            BadgePeriods = new HashSet<BadgePeriod> { week },
        };
        world = await write.LoadAsync(world, needs, default);
        return (world.Progress[Ann].Count, [.. world.BadgePeriods.Keys.Select(row => row.Period).Order(StringComparer.Ordinal)]);
    }
}

public sealed class SqliteBadgeReadingTests() : BadgeReadingTests(new SqliteDatabase());

public sealed class PostgresBadgeReadingTests() : BadgeReadingTests(new PostgresDatabase()), IOnPostgres;
