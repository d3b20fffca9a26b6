using Gamification;
using Gamification.Activities;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>Week 44, of 26 October 2026, is closed with a deal of Bob's; Ann's past is imported on 18 November.</summary>
public abstract class ImportTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Period Week = Period.Of(PeriodKind.Week, new LocalDate(2026, 10, 28));

    [DatabaseFact]
    public async Task The_closed_week_keeps_its_boards_and_its_hash_and_the_badge_is_dated_to_it()
    {
        await CloseWithADealAsync();
        var boards = await BoardsAsync();

        await Store.RecordAsync(Import(Company.Win("old", "ann", 700, "2026-10-28 12:00")));

        Assert.Equal(boards, await BoardsAsync());
        var badges = await Host.GetRequiredService<BadgeReader>().OfAsync(new("ann"), CancellationToken.None);
        var first = badges.Single(badge => badge.Badge.Id == "first-sale");
        Assert.Equal((Company.At("2026-10-28 12:00"), true), (first.Held!.Value, first.IsImported));
        await using var db = Open();
        Assert.Equal(0, await db.Outbox.CountAsync(row => row.Recipient == "person:ann"));
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task A_deal_of_the_past_that_was_reopened_since_takes_nothing_back_from_any_board()
    {
        await CloseWithADealAsync();
        var boards = await BoardsAsync();

        await Store.RecordAsync(Company.Report("back", "2026-11-18 08:00", new Activity.DealReopened("old")));
        await Store.RecordAsync(Import(Company.Win("old", "ann", 700, "2026-10-28 12:00")));

        Assert.Equal(boards, await BoardsAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    [DatabaseFact]
    public async Task Reopened_the_week_asks_for_no_other_and_what_was_imported_stays_the_past()
    {
        await CloseWithADealAsync();
        await Store.RecordAsync(
            Import(Company.Win("old", "ann", 700, "2026-10-28 12:00")),
            Import(Company.Report("cut", "2026-10-29 12:00", new Activity.DealAmountChanged("bobs", Money.Of(100, "EUR"))))
        );
        var boards = await BoardsAsync();

        await using (var write = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            var reopening = await write.ReopenAsync([Week.Key], CancellationToken.None);
            Assert.Empty(reopening!.Also);
            await write.RecountAsync(reopening.Again);
            await write.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(boards, await BoardsAsync());
        Assert.Empty(await Host.VerifyAsync());
    }

    private async Task CloseWithADealAsync()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Win("bobs", "bob", 300, "2026-10-28 10:00"));
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        Assert.True(await write.CloseAsync(Week, Company.Now, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    private static Reported Import(Reported reported) => reported with { Received = Company.Now, Source = FactSource.Import };

    private async Task<IReadOnlyList<string>> BoardsAsync()
    {
        await using var db = Open();
        var rows = await db.Tallies.Where(row => row.Points != 0 || row.Deals != 0).ToListAsync();
        return
        [
            .. rows.Select(row => $"{row.Board} {row.Period} {row.Person} {row.Points} {row.Deals} {row.Revenue}")
                .Order(StringComparer.Ordinal),
        ];
    }
}

public sealed class SqliteImportTests() : ImportTests(new SqliteDatabase());

public sealed class PostgresImportTests() : ImportTests(new PostgresDatabase()), IOnPostgres;
