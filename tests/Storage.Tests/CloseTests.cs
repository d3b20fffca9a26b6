using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Time;
using Gamification.Verifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>Ann and Bob in Paris; W47 is the week of 16 to 22 November 2026.</summary>
public abstract class CloseTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Period Week = Period.Of(PeriodKind.Week, new LocalDate(2026, 11, 18));
    private static readonly Instant Wednesday = Company.At("2026-11-25 00:00");

    [DatabaseFact]
    public async Task A_close_records_who_stood_where_on_every_board_with_ties_sharing_a_rank()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Win("d1", "ann", 100), Company.Win("d2", "bob", 300), Company.Quote("q1", "bob"));

        await CloseAsync();

        Assert.Equal(["bob 1 65 30000 1 1", "ann 2 55 10000 1 0"], await SnapshotAsync(1, BoardKey.Organisation));
        await using var db = Open();
        Assert.Equal(64, (await db.Closed.SingleAsync()).Hash.Length);
        Assert.Equal(await db.Tallies.CountAsync(row => row.Period == Week.Key), await db.Snapshots.CountAsync());
    }

    [DatabaseFact]
    public async Task Equal_points_are_an_equal_rank_and_who_is_unranked_takes_none()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Win("d1", "ann", 100), Company.Win("d2", "bob", 300));
        await using (var db = Open())
            await db.People.Where(row => row.Id == new PersonId("ann")).ExecuteUpdateAsync(row => row.SetProperty(it => it.Ranked, false));
        await CloseAsync();
        await using (var db = Open())
            await db.People.ExecuteUpdateAsync(row => row.SetProperty(it => it.Ranked, true));
        await ReopenAsync(Week.Key);
        await CloseAsync();

        Assert.Equal(["bob 1 55 30000 1 0", "ann - 55 10000 1 0"], await SnapshotAsync(1, BoardKey.Organisation));
        Assert.Equal(["ann 1 55 10000 1 0", "bob 1 55 30000 1 0"], await SnapshotAsync(2, BoardKey.Organisation));
    }

    [DatabaseFact]
    public async Task What_came_late_goes_back_when_its_week_is_reopened_and_the_week_closes_as_version_2()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await CloseAsync();
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-20 10:00") with { Received = Wednesday });
        Assert.Equal([("2026-W47", 15L), ("2026-W48", 55L)], await PointsAsync());

        Assert.Empty((await ReopenAsync(Week.Key))!.Also);

        Assert.Equal([("2026-W47", 70L), ("2026-W48", 0L)], await PointsAsync());
        Assert.True(await CloseAsync());
        await using var db = Open();
        var close = await db.Closed.SingleAsync();
        Assert.Equal((2, CloseState.Closed), (close.Version, close.State));
        Assert.Equal(Company.At("2026-11-20 10:00"), (await db.Facts.SingleAsync(fact => fact.ExternalId == "d1")).Credited);
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task What_was_taken_back_after_the_close_is_taken_back_where_it_was_earned()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Win("d1", "ann", 100), Company.Quote("q1", "ann"));
        await CloseAsync();
        await Store.RecordAsync(Company.Report("r1", "2026-11-24 10:00", new Activity.DealReopened("d1")) with { Received = Wednesday });
        Assert.Equal([("2026-W47", 65L), ("2026-W48", -50L)], await PointsAsync());

        await ReopenAsync(Week.Key);

        Assert.Equal([("2026-W47", 15L), ("2026-W48", 0L)], await PointsAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task What_lies_in_another_closed_period_asks_for_it()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await CloseAsync();
        await Store.RecordAsync(Company.Win("d1", "ann", 100, "2026-11-20 10:00") with { Received = Wednesday });
        await CloseAsync(Period.Of(PeriodKind.Week, new LocalDate(2026, 11, 25)));

        var reopening = await ReopenAsync(Week.Key);

        Assert.Equal(["2026-W48"], reopening!.Also.Select(period => period.Value));
        Assert.Equal([("2026-W47", 15L), ("2026-W48", 55L)], await PointsAsync());
    }

    [DatabaseFact]
    public async Task Only_what_is_closed_can_be_reopened()
    {
        await Company.FoundAsync(Store);
        await CloseAsync();

        Assert.Null(await ReopenAsync(Week.Key, new("2026-W48")));
        Assert.Equal(CloseState.Closed, (await Open().Closed.SingleAsync()).State);
    }

    [DatabaseFact]
    public async Task A_line_of_a_closed_period_that_was_changed_behind_our_back_is_found()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        await CloseAsync();
        Assert.Empty(await Host.VerifyAsync());

        await using (var db = Open())
            await db.Entries.Where(row => row.Rule == RuleNames.Quote).ExecuteUpdateAsync(row => row.SetProperty(it => it.Points, 11));

        Assert.Contains(
            (DifferenceKind.Closed, "2026-W47"),
            (await Host.VerifyAsync()).Select(difference => (difference.Kind, difference.Key))
        );
    }

    private async Task<bool> CloseAsync(Period? period = null)
    {
        await using var write = await Store.BeginAsync(Wednesday, CancellationToken.None);
        var closed = await write.CloseAsync(period ?? Week, Wednesday, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return closed;
    }

    /// <summary>As the host does: what asks for more is not committed.</summary>
    private async Task<Reopening?> ReopenAsync(params PeriodKey[] periods)
    {
        await using var write = await Store.BeginAsync(Wednesday, CancellationToken.None);
        var reopening = await write.ReopenAsync(periods, CancellationToken.None);
        if (reopening is { Also.Count: 0 })
        {
            await write.RecountAsync(reopening.Again);
            await write.CommitAsync(CancellationToken.None);
        }

        return reopening;
    }

    private async Task<IEnumerable<string>> SnapshotAsync(int version, BoardKey board) =>
        from line in await Host.GetRequiredService<CloseReader>().SnapshotAsync(Week.Key, version, board, CancellationToken.None)
        select $"{line.Person} {(line.Rank is { } rank ? Company.Number(rank) : "-")} {line.Points} {line.Revenue} {line.Deals} {line.Quotes}";

    private async Task<(string Week, long Points)[]> PointsAsync()
    {
        await using var db = Open();
        var rows = await db.Tallies.Where(row => row.Board == BoardKey.Organisation && row.Person == new PersonId("ann")).ToListAsync();
        return
        [
            .. rows.Where(row => row.Period.Value.Contains('W'))
                .OrderBy(row => row.Period.Value)
                .Select(row => (row.Period.Value, row.Points)),
        ];
    }
}

public sealed class SqliteCloseTests() : CloseTests(new SqliteDatabase());

public sealed class PostgresCloseTests() : CloseTests(new PostgresDatabase()), IOnPostgres;
