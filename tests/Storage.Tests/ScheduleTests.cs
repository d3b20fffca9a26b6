using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

public abstract class ScheduleTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Period Week = Period.Of(PeriodKind.Week, new LocalDate(2026, 11, 18));
    private static readonly Instant Thursday = Company.At("2026-11-26 00:00");

    [DatabaseFact]
    public async Task A_period_closes_once_and_the_next_activity_finds_it_closed()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(Company.Quote("q1", "ann"));
        Assert.True(await CloseAsync());
        Assert.False(await CloseAsync());

        var late = Company.Quote("q2", "ann") with { Received = Thursday };
        await Store.RecordAsync(late);

        await using var db = Open();
        Assert.Equal(Thursday, (await db.Facts.SingleAsync(fact => fact.ExternalId == "q2")).Credited);
        Assert.Equal(3, (await db.Closed.SingleAsync()).Commit);
    }

    [DatabaseFact]
    public async Task The_first_fact_is_the_earliest_credited_one_whenever_it_came()
    {
        await Company.FoundAsync(Store);
        Assert.Null((await ReadAsync()).FirstFact);
        await Store.RecordAsync(Company.Quote("q1", "ann"), Company.Quote("q2", "nobody", "2026-11-02 09:00"));
        await Store.RecordAsync(Company.Quote("q3", "bob", "2026-11-17 09:00"));
        await Store.RecordAsync(Company.Quote("q4", "bob", "2026-11-19 09:00"));

        Assert.Equal(Company.At("2026-11-17 09:00"), (await ReadAsync()).FirstFact);
    }

    [DatabaseFact]
    public async Task A_final_board_takes_the_place_of_the_provisional_one_and_is_planned_once()
    {
        await Company.FoundAsync(Store);
        await PlanAsync("provisional");
        await PlanAsync("final");
        await PlanAsync("final");

        await using var db = Open();
        var messages = await db.Outbox.OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal(2, messages.Count);
        Assert.Equal([null, messages[0].Id], messages.Select(message => message.Edits));
        Assert.Equal(2, (await ReadAsync()).Announced.Count);
    }

    [DatabaseFact]
    public async Task A_team_has_its_web_channel_and_the_chat_channels_it_was_given_last()
    {
        await Company.FoundAsync(Store);
        await PutTeamAsync(("slack", "C1"), ("teams", "19:x"));
        await PutTeamAsync(("slack", "C2"));
        await using (var write = await Store.BeginAsync(Company.Now, CancellationToken.None))
        {
            await write.ConnectAsync("slack", "C3", null, CancellationToken.None);
            await write.ConnectAsync("slack", "C3", new("south"), CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(
            ["slack:C2 north", "slack:C3 south", "web:north north", "web:org ", "web:south south"],
            (await ReadAsync()).Channels.Select(channel => $"{channel.Id} {channel.Team}")
        );
    }

    private async Task<bool> CloseAsync()
    {
        await using var write = await Store.BeginAsync(Thursday, CancellationToken.None);
        var closed = await write.CloseAsync(Week, Thursday, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return closed;
    }

    private async Task<ScheduleState> ReadAsync()
    {
        await using var write = await Store.BeginAsync(Thursday, CancellationToken.None);
        return await write.ScheduleAsync(CancellationToken.None);
    }

    private async Task PlanAsync(string edition)
    {
        var about = $"board:org:2026-W47:{edition}";
        Announcement board = new(
            $"board.{edition}",
            about,
            new Recipient.Channel(new("web:org")),
            about,
            null,
            new Dictionary<string, string>()
        );
        await using var write = await Store.BeginAsync(Thursday, CancellationToken.None);
        await write.PlanAsync([board], CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private async Task PutTeamAsync(params (string, string)[] channels)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutTeamAsync(Company.Team("north") with { Channels = channels }, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }
}

public sealed class SqliteScheduleTests() : ScheduleTests(new SqliteDatabase());

public sealed class PostgresScheduleTests() : ScheduleTests(new PostgresDatabase()), IOnPostgres;
