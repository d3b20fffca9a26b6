using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class OutboxTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = OutboxScript.Noon;
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private const string Channel = OutboxScript.Channel;

    private LostAnswerStore Lost => Host.GetRequiredService<LostAnswerStore>();

    private OutboxStore Outbox => Host.GetRequiredService<OutboxStore>();

    [DatabaseFact]
    public async Task A_message_is_leased_once_and_sent_once()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel));

        var delivery = Assert.Single(await LeaseAsync("a", Noon));
        Assert.Empty(await LeaseAsync("b", Noon));
        Assert.True(await Outbox.SendingAsync(delivery, Noon, default));
        Assert.True(await Outbox.SentAsync(delivery, "1763.1", Noon, default));

        Assert.Equal(("m1", 1, 1L, null), (delivery.Id, delivery.Attempt, delivery.Fence, delivery.Edits));
        Assert.Equal((DeliveryState.Sent, "1763.1"), await StateAsync("m1"));
        Assert.Empty(await LeaseAsync("a", Noon + Duration.FromDays(1)));
    }

    [DatabaseFact]
    public async Task A_message_carries_its_announcements_in_their_order()
    {
        await PlanAsync(
            OutboxScript.Message("m1", 1, Channel),
            OutboxScript.Announcement("badge:first-sale:p1", "badge.unlocked", "m1", 1, """{"badge":"first-sale"}"""),
            OutboxScript.Announcement("badge:opening-move:p1", "badge.unlocked", "m1", 0, """{"badge":"opening-move"}""")
        );

        var delivery = Assert.Single(await LeaseAsync("a", Noon));

        Assert.Equal(["opening-move", "first-sale"], delivery.Announcements.Select(announcement => announcement.Data["badge"]));
        Assert.Equal(Channel, delivery.To.Key);
    }

    [DatabaseFact]
    public async Task One_message_a_recipient_goes_out_at_a_time_in_the_order_they_were_planned()
    {
        await PlanAsync(
            OutboxScript.Message("m1", 1, Channel),
            OutboxScript.Message("m2", 2, Channel),
            OutboxScript.Message("m3", 3, "person:p1")
        );

        var first = await LeaseAsync("a", Noon);
        Assert.Equal(["m1", "m3"], first.Select(delivery => delivery.Id));
        Assert.Empty(await LeaseAsync("b", Noon));

        Assert.True(await Outbox.SendingAsync(first[0], Noon, default));
        Assert.Empty(await LeaseAsync("b", Noon));

        Assert.True(await Outbox.SentAsync(first[0], "1", Noon, default));
        Assert.Equal(["m2"], (await LeaseAsync("b", Noon)).Select(delivery => delivery.Id));
    }

    [DatabaseFact]
    public async Task A_postponed_message_holds_back_the_later_ones_until_it_is_due()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel), OutboxScript.Message("m2", 2, Channel));
        var first = Assert.Single(await LeaseAsync("a", Noon));
        await Outbox.SendingAsync(first, Noon, default);

        Assert.True(await Outbox.PostponeAsync(first, Noon + 2 * Minute, "429", default));

        Assert.Empty(await LeaseAsync("a", Noon + Minute));
        var again = Assert.Single(await LeaseAsync("a", Noon + 2 * Minute));
        Assert.Equal(("m1", 2, 2L), (again.Id, again.Attempt, again.Fence));
    }

    [DatabaseFact]
    public async Task A_failed_message_does_not_hold_back_the_next_and_an_unknown_one_only_until_it_was_asked_for()
    {
        await PlanAsync(
            OutboxScript.Message("m1", 1, Channel),
            OutboxScript.Message("m2", 2, Channel),
            OutboxScript.Message("m3", 3, Channel)
        );

        var refused = Assert.Single(await LeaseAsync("a", Noon));
        Assert.True(await Outbox.FailedAsync(refused, "channel_not_found", default));
        var lost = Assert.Single(await LeaseAsync("a", Noon));
        Assert.True(await Outbox.SendingAsync(lost, Noon, default));
        Assert.True(await Outbox.UnknownAsync(lost, "The answer was lost.", Noon, default));
        Assert.Empty(await LeaseAsync("a", Noon + Minute));
        Assert.True(await Lost.LeaveAsync(lost, default));

        Assert.Equal("m3", Assert.Single(await LeaseAsync("a", Noon)).Id);
        Assert.Equal(DeliveryState.Failed, (await StateAsync("m1")).State);
        Assert.Equal(DeliveryState.Unknown, (await StateAsync("m2")).State);
    }

    [DatabaseFact]
    public async Task A_host_that_dies_before_it_sends_loses_nothing_and_its_old_lease_can_do_nothing()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel));
        var dead = Assert.Single(await LeaseAsync("a", Noon));

        var alive = Assert.Single(await LeaseAsync("b", Noon + Minute));

        Assert.Equal(2, alive.Fence);
        Assert.False(await Outbox.SendingAsync(dead, Noon + Minute, default));
        Assert.False(await Outbox.SentAsync(dead, "1", Noon + Minute, default));
        Assert.False(await Outbox.FailedAsync(dead, "late", default));
        Assert.False(await Outbox.PostponeAsync(dead, Noon, "late", default));
        Assert.False(await Outbox.UnknownAsync(dead, "late", Noon, default));
        Assert.True(await Outbox.SendingAsync(alive, Noon + Minute, default));
        Assert.Equal((DeliveryState.Sending, null), await StateAsync("m1"));
    }

    [DatabaseFact]
    public async Task A_lease_that_ran_out_does_not_begin_to_send_although_nobody_else_took_it()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel));
        var slow = Assert.Single(await LeaseAsync("a", Noon));

        Assert.False(await Outbox.SendingAsync(slow, Noon + Minute, default));
    }

    [DatabaseFact]
    public async Task A_host_that_dies_while_it_sends_leaves_an_unknown_that_is_never_sent_again()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel), OutboxScript.Message("m2", 2, Channel));
        var dead = Assert.Single(await LeaseAsync("a", Noon));
        await Outbox.SendingAsync(dead, Noon, default);

        Assert.Empty(await LeaseAsync("b", Noon + Minute - Duration.FromMilliseconds(1)));
        Assert.Empty(await LeaseAsync("b", Noon + Minute));
        await Lost.LeaveAsync(Assert.Single(await Lost.DueAsync(Noon + Minute, default)).Delivery, default);
        Assert.Equal("m2", Assert.Single(await LeaseAsync("b", Noon + Minute)).Id);

        Assert.Equal(DeliveryState.Unknown, (await StateAsync("m1")).State);
        Assert.Equal("m2", Assert.Single(await LeaseAsync("b", Noon + Duration.FromDays(7))).Id);
    }

    [DatabaseFact]
    public async Task A_late_answer_settles_an_unknown_under_its_fence()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel));
        var slow = Assert.Single(await LeaseAsync("a", Noon));
        await Outbox.SendingAsync(slow, Noon, default);
        Assert.Empty(await LeaseAsync("b", Noon + Minute));

        Assert.True(await Outbox.SentAsync(slow, "1763.1", Noon + Minute, default));

        Assert.Equal((DeliveryState.Sent, "1763.1"), await StateAsync("m1"));
        Assert.False(await Outbox.PostponeAsync(slow, Noon, "twice", default));
    }

    [DatabaseFact]
    public async Task A_final_board_edits_the_message_of_the_provisional_one()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel));
        var provisional = Assert.Single(await LeaseAsync("a", Noon));
        await Outbox.SendingAsync(provisional, Noon, default);
        await Outbox.SentAsync(provisional, "1763.1", Noon, default);
        await PlanAsync(OutboxScript.Message("m2", 2, Channel, edits: "m1"));

        Assert.Equal("1763.1", Assert.Single(await LeaseAsync("a", Noon)).Edits);
    }

    [DatabaseFact]
    public async Task A_final_board_is_a_new_post_if_the_provisional_one_never_arrived()
    {
        await PlanAsync(OutboxScript.Message("m1", 1, Channel));
        await Outbox.FailedAsync(Assert.Single(await LeaseAsync("a", Noon)), "channel_not_found", default);
        await PlanAsync(OutboxScript.Message("m2", 2, Channel, edits: "m1"));

        Assert.Null(Assert.Single(await LeaseAsync("a", Noon)).Edits);
    }

    private Task<IReadOnlyList<Delivery>> LeaseAsync(string host, Instant now) => Outbox.LeaseAsync(host, now, Minute, 10, default);

    private async Task<(DeliveryState State, string? MessageId)> StateAsync(string id)
    {
        await using var db = Open();
        var row = await db.Outbox.SingleAsync(row => row.Id == id);
        return (row.State, row.MessageId);
    }

    private Task PlanAsync(params object[] rows) => OutboxScript.PlanAsync(Open, rows);
}

public sealed class SqliteOutboxTests() : OutboxTests(new SqliteDatabase());

public sealed class PostgresOutboxTests() : OutboxTests(new PostgresDatabase()), IOnPostgres;
