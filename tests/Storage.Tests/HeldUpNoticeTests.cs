using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Slack does not take p1's first notice; two others are due behind it, at noon and a day later.</summary>
public abstract class HeldUpNoticeTests(TestDatabase database) : StorageTest(database)
{
    private const string Person = "person:p1";
    private static readonly Instant Noon = OutboxScript.Noon;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private OutboxStore Outbox => Host.GetRequiredService<OutboxStore>();

    [DatabaseFact]
    public async Task After_23_hours_and_59_minutes_all_are_told_in_chat()
    {
        await HoldUpAsync(Noon + Duration.FromDays(1) - Minute);

        Assert.Equal(["m1", "m2"], await TellAsync(Noon + Duration.FromDays(1) - Minute));
        Assert.Equal(["m3"], await TellAsync(Noon + Duration.FromDays(1)));
    }

    [DatabaseFact]
    public async Task After_24_hours_only_what_was_tried_and_what_is_due_since_is_told_and_the_page_shows_the_rest()
    {
        await HoldUpAsync(Noon + Duration.FromDays(1));

        Assert.Equal(["m1", "m3"], await TellAsync(Noon + Duration.FromDays(1)));

        await using var db = Open();
        var left = await db.Outbox.SingleAsync(row => row.Id == "m2");
        Assert.Equal((DeliveryState.Failed, Noon + Duration.FromDays(1)), (left.State, left.Dismissed));
    }

    [DatabaseFact]
    public async Task What_nothing_held_up_is_told_however_long_the_host_was_down()
    {
        await PlanAsync();

        Assert.Equal(["m1", "m2", "m3"], await TellAsync(Noon + Duration.FromDays(20)));
    }

    private async Task HoldUpAsync(Instant until)
    {
        await PlanAsync();
        var first = Assert.Single(await LeaseAsync(Noon));
        await Outbox.SendingAsync(first, Noon, default);
        await Outbox.PostponeAsync(first, until, "503", default);
    }

    private Task PlanAsync()
    {
        var tomorrow = OutboxScript.Message("m3", 3, Person);
        tomorrow.Due = Noon + Duration.FromDays(1);
        return OutboxScript.PlanAsync(Open, OutboxScript.Message("m1", 1, Person), OutboxScript.Message("m2", 2, Person), tomorrow);
    }

    private Task<IReadOnlyList<Delivery>> LeaseAsync(Instant now) => Outbox.LeaseAsync("a", now, Minute, 10, default);

    private async Task<List<string>> TellAsync(Instant now)
    {
        var told = new List<string>();
        while (await LeaseAsync(now) is [var delivery])
        {
            await Outbox.SendingAsync(delivery, now, default);
            await Outbox.SentAsync(delivery, "1", now, default);
            told.Add(delivery.Id);
        }

        return told;
    }
}

public sealed class SqliteHeldUpNoticeTests() : HeldUpNoticeTests(new SqliteDatabase());

public sealed class PostgresHeldUpNoticeTests() : HeldUpNoticeTests(new PostgresDatabase()), IOnPostgres;
