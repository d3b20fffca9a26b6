using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>A post whose answer was lost at noon, and what its platform says when it is asked.</summary>
public abstract class LostAnswerTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = OutboxScript.Noon;
    private static readonly Duration Lease = Duration.FromMinutes(1);

    private LostAnswerStore Lost => Host.GetRequiredService<LostAnswerStore>();

    private OutboxStore Outbox => Host.GetRequiredService<OutboxStore>();

    [DatabaseFact]
    public async Task It_is_asked_for_when_it_may_have_arrived()
    {
        await LoseAsync();

        Assert.Empty(await Lost.DueAsync(At(4), default));
        Assert.Equal(("m1", null), Assert.Single(await Lost.DueAsync(At(5), default)) is var (delivery, id) ? (delivery.Id, id) : default);
    }

    [DatabaseFact]
    public async Task What_is_there_is_sent()
    {
        var lost = await LoseAsync();

        Assert.True(await Lost.FoundAsync(lost, "C1:7.1", default));

        Assert.Equal((DeliveryState.Sent, "C1:7.1"), await StateAsync());
        Assert.Empty(await Lost.DueAsync(At(86400), default));
    }

    [DatabaseFact]
    public async Task What_is_absent_once_is_asked_for_again_61_seconds_later_and_not_sent_before()
    {
        var lost = await LoseAsync();

        await Lost.AbsentAsync(lost, At(5), default);

        Assert.Empty(await Lost.DueAsync(At(65), default));
        Assert.Single(await Lost.DueAsync(At(66), default));
        Assert.Empty(await LeaseAsync(At(3600)));
    }

    [DatabaseFact]
    public async Task What_two_hosts_find_absent_at_once_is_absent_once()
    {
        var lost = await LoseAsync();

        await Lost.AbsentAsync(lost, At(5), default);
        await Lost.AbsentAsync(lost, At(5), default);
        await Lost.AbsentAsync(lost, At(65), default);

        Assert.Equal(DeliveryState.Unknown, (await StateAsync()).State);
    }

    [DatabaseFact]
    public async Task What_is_absent_twice_more_than_a_minute_apart_is_sent_again_and_then_asked_for_once_more()
    {
        var lost = await LoseAsync();
        await Lost.AbsentAsync(lost, At(5), default);
        await Lost.AbsentAsync(lost, At(66), default);

        var again = Assert.Single(await LeaseAsync(At(66)));
        await Outbox.SendingAsync(again, At(66), default);
        await Outbox.SentAsync(again, "C1:8.1", At(67), default);

        Assert.Empty(await Lost.DueAsync(At(127), default));
        var (sent, id) = Assert.Single(await Lost.DueAsync(At(128), default));
        Assert.Equal(("m1", "C1:8.1"), (sent.Id, id));
        await Lost.FoundAsync(sent, "C1:7.1", default);
        Assert.Equal((DeliveryState.Sent, "C1:7.1"), await StateAsync());
        Assert.Empty(await Lost.DueAsync(At(86400), default));
    }

    [DatabaseFact]
    public async Task Where_nobody_can_tell_it_stays_unknown_and_the_next_one_goes_on()
    {
        var lost = await LoseAsync();
        await OutboxScript.PlanAsync(Open, OutboxScript.Message("m2", 2, OutboxScript.Channel));
        Assert.Empty(await LeaseAsync(At(3600)));

        Assert.True(await Lost.LeaveAsync(lost, default));

        Assert.Equal((DeliveryState.Unknown, null), await StateAsync());
        Assert.Equal("m2", Assert.Single(await LeaseAsync(At(3600))).Id);
    }

    [DatabaseFact]
    public async Task While_the_platform_is_away_it_is_asked_again_later()
    {
        var lost = await LoseAsync();

        Assert.True(await Lost.AskAgainAsync(lost, At(60), default));

        Assert.Empty(await Lost.DueAsync(At(59), default));
        Assert.Single(await Lost.DueAsync(At(60), default));
    }

    private static Instant At(int seconds) => Noon + Duration.FromSeconds(seconds);

    private async Task<Delivery> LoseAsync()
    {
        await OutboxScript.PlanAsync(Open, OutboxScript.Message("m1", 1, OutboxScript.Channel));
        var lost = Assert.Single(await LeaseAsync(Noon));
        await Outbox.SendingAsync(lost, Noon, default);
        Assert.True(await Outbox.UnknownAsync(lost, "no answer in time", At(5), default));
        return lost;
    }

    private Task<IReadOnlyList<Delivery>> LeaseAsync(Instant now) => Outbox.LeaseAsync("a", now, Lease, 10, default);

    private async Task<(DeliveryState State, string? MessageId)> StateAsync()
    {
        await using var db = Open();
        var row = await db.Outbox.SingleAsync(row => row.Id == "m1");
        return (row.State, row.MessageId);
    }
}

public sealed class SqliteLostAnswerTests() : LostAnswerTests(new SqliteDatabase());

public sealed class PostgresLostAnswerTests() : LostAnswerTests(new PostgresDatabase()), IOnPostgres;
