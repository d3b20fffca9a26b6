using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>What was planned at noon and could not be posted for hours.</summary>
public abstract class StaleMessageTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = OutboxScript.Noon;

    private OutboxStore Outbox => Host.GetRequiredService<OutboxStore>();

    [DatabaseFact]
    public async Task A_hint_is_told_for_12_hours_a_provisional_board_for_24_and_what_people_earned_however_late()
    {
        (string Kind, int Hours, DeliveryState State)[] rows =
        [
            ("badge.near", 11, DeliveryState.Pending),
            ("badge.near", 12, DeliveryState.Failed),
            ("goal.near", 11, DeliveryState.Pending),
            ("goal.near", 12, DeliveryState.Failed),
            ("board.provisional", 23, DeliveryState.Pending),
            ("board.provisional", 24, DeliveryState.Failed),
            ("board.final", 100, DeliveryState.Pending),
            ("badge.unlocked", 100, DeliveryState.Pending),
            ("team.reward", 100, DeliveryState.Pending),
            ("reversal", 100, DeliveryState.Pending),
        ];
        foreach (var (number, (kind, hours, state)) in rows.Index())
        {
            var id = $"m{number}";
            await PlanAsync(OutboxScript.Message(id, number + 1, $"channel:slack:C{number}"), Announcement($"a{number}", kind, id));

            await LeaseAsync(Noon + Duration.FromHours(hours));

            Assert.Equal((kind, hours, state), (kind, hours, await StateAsync(id)));
        }
    }

    [DatabaseFact]
    public async Task A_hint_that_comes_with_a_badge_is_told_with_it()
    {
        await PlanAsync(
            OutboxScript.Message("m1", 1, OutboxScript.Channel),
            Announcement("a1", "badge.unlocked", "m1"),
            Announcement("a2", "badge.near", "m1")
        );

        Assert.Single(await LeaseAsync(Noon + Duration.FromHours(20)));
    }

    [DatabaseFact]
    public async Task Of_two_editions_of_a_board_that_both_wait_only_the_later_is_posted_over_what_was_there()
    {
        await PlanAsync(OutboxScript.Message("m0", 1, OutboxScript.Channel));
        var first = Assert.Single(await LeaseAsync(Noon));
        await Outbox.SendingAsync(first, Noon, default);
        await Outbox.SentAsync(first, "C1:1.1", Noon, default);
        await PlanAsync(
            OutboxScript.Message("m1", 2, OutboxScript.Channel, edits: "m0"),
            OutboxScript.Message("m2", 3, OutboxScript.Channel, edits: "m1"),
            OutboxScript.Message("m3", 4, OutboxScript.Channel, edits: "m2")
        );

        var board = Assert.Single(await LeaseAsync(Noon));

        Assert.Equal(("m3", "C1:1.1"), (board.Id, board.Edits));
        Assert.Equal((DeliveryState.Failed, DeliveryState.Failed), (await StateAsync("m1"), await StateAsync("m2")));
    }

    private Task<IReadOnlyList<Delivery>> LeaseAsync(Instant now) => Outbox.LeaseAsync("a", now, Duration.FromMinutes(1), 10, default);

    private static AnnouncementRow Announcement(string about, string kind, string outbox) =>
        OutboxScript.Announcement(about, kind, outbox, place: 0, "{}");

    private async Task<DeliveryState> StateAsync(string id)
    {
        await using var db = Open();
        return (await db.Outbox.SingleAsync(row => row.Id == id)).State;
    }

    private Task PlanAsync(params object[] rows) => OutboxScript.PlanAsync(Open, rows);
}

public sealed class SqliteStaleMessageTests() : StaleMessageTests(new SqliteDatabase());

public sealed class PostgresStaleMessageTests() : StaleMessageTests(new PostgresDatabase()), IOnPostgres;
