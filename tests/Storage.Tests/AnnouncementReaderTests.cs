using Gamification.Announcements;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class AnnouncementReaderTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);
    private static readonly Recipient Channel = new Recipient.Channel(new("slack:C01"));
    private static readonly Recipient Ann = new Recipient.Person(new("p1"));

    private AnnouncementReader Announcements => Host.GetRequiredService<AnnouncementReader>();

    [DatabaseFact]
    public async Task Announcements_are_listed_newest_first_with_the_state_of_their_message()
    {
        await PlanAsync(1, Channel, DeliveryState.Sent, "badge:first-sale:p1", "badge:opening-move:p1");
        await PlanAsync(2, Ann, DeliveryState.Failed, "reversal:p1");

        var all = await Announcements.ListAsync(state: null, 10, default);

        Assert.Equal(["reversal:p1", "badge:opening-move:p1", "badge:first-sale:p1"], all.Select(view => view.About));
        Assert.Equal([DeliveryState.Failed, DeliveryState.Sent, DeliveryState.Sent], all.Select(view => view.State));
        Assert.Equal(["m2.0", "m1.1", "m1.0"], all.Select(view => view.Id));
        Assert.Equal("p1", all[0].Data["person"]);
        Assert.Equal(["reversal:p1"], (await Announcements.ListAsync(DeliveryState.Failed, 10, default)).Select(view => view.About));
        Assert.Equal(2, (await Announcements.ListAsync(state: null, 2, default)).Count);
    }

    [DatabaseFact]
    public async Task A_recipient_reads_what_it_was_told_oldest_first()
    {
        await PlanAsync(1, Channel, DeliveryState.Sent, "badge:a:p1", "badge:b:p1");
        await PlanAsync(2, Ann, DeliveryState.Sent, "reversal:p1");
        await PlanAsync(3, Channel, DeliveryState.Pending, "badge:c:p1");

        Assert.Equal(["badge:a:p1", "badge:b:p1", "badge:c:p1"], await ToldAsync(Channel, 10));
        Assert.Equal(["badge:b:p1", "badge:c:p1"], await ToldAsync(Channel, 2));
        Assert.Equal(["reversal:p1"], await ToldAsync(Ann, 10));
    }

    [DatabaseFact]
    public async Task The_final_board_stands_where_the_provisional_one_stood()
    {
        await PlanAsync(1, Channel, DeliveryState.Sent, "board:team:emea:2026-W47:provisional");
        await PlanAsync(2, Channel, DeliveryState.Sent, "badge:a:p1");
        await PlanAsync(3, Channel, DeliveryState.Sent, "board:team:emea:2026-W48:provisional");
        await PlanAsync(4, Channel, DeliveryState.Sent, "board:team:emea:2026-W47:final");

        Assert.Equal(["board:team:emea:2026-W47:final", "badge:a:p1", "board:team:emea:2026-W48:provisional"], await ToldAsync(Channel, 3));
    }

    private async Task<IEnumerable<string>> ToldAsync(Recipient to, int take) =>
        (await Announcements.ToAsync(to, take, default)).Select(view => view.About);

    private async Task PlanAsync(long sequence, Recipient to, DeliveryState state, params string[] about)
    {
        await using var db = Open();
        db.Outbox.Add(
            new()
            {
                Id = $"m{sequence}",
                Recipient = to.Key,
                Post = $"post:{sequence}",
                Sequence = sequence,
                Planned = Noon,
                State = state,
                Due = Noon,
                Fence = 0,
                Attempt = 0,
            }
        );
        db.Announcements.AddRange(about.Select((text, place) => Row(text, place, to, $"m{sequence}")));
        await db.SaveChangesAsync();
    }

    private static AnnouncementRow Row(string about, int place, Recipient to, string outbox) =>
        new()
        {
            About = about,
            Recipient = to.Key,
            Kind = about.StartsWith("board:", StringComparison.Ordinal)
                ? $"board.{about[(about.LastIndexOf(':') + 1)..]}"
                : "badge.unlocked",
            Outbox = outbox,
            Place = place,
            At = Noon,
            Data = """{"person":"p1"}""",
        };
}

public sealed class SqliteAnnouncementReaderTests() : AnnouncementReaderTests(new SqliteDatabase());

public sealed class PostgresAnnouncementReaderTests() : AnnouncementReaderTests(new PostgresDatabase()), IOnPostgres;
