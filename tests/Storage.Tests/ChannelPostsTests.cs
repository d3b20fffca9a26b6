using Gamification;
using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>The channel C01 is posted to at noon of a Wednesday in Paris; messages m1, m2 … were planned in this order.</summary>
public abstract class ChannelPostsTests(TestDatabase database) : StorageTest(database)
{
    private static readonly ChannelId Channel = new("slack:C01");
    private static readonly Instant Noon = OutboxScript.Noon;

    private OutboxStore Outbox => Host.GetRequiredService<OutboxStore>();

    [DatabaseFact]
    public async Task Six_posts_go_out_in_an_hour_and_what_waited_is_one_digest_that_names_the_rest()
    {
        await PlanAsync(10);

        Assert.Equal(["m1", "m2", "m3", "m4", "m5", "m6"], await DeliverAllAsync(Noon));
        Assert.Empty(await DeliverAllAsync(Noon + Duration.FromMinutes(59)));
        var digest = Assert.Single(await LeaseAsync(Noon + Duration.FromHours(1)));

        Assert.Equal(["m7", "m8", "m9", "m10"], digest.Others.Select(other => other.Id).Prepend(digest.Id));
        Assert.Equal(["badge:m8"], digest.Others[0].Announcements.Select(told => told.About));
        Assert.True(await Outbox.SendingAsync(digest, Noon + Duration.FromHours(1), default));
        Assert.Equal(DeliveryState.Sending, (await RowAsync("m9")).State);
        Assert.True(await Outbox.SentAsync(digest, "17.1", Noon + Duration.FromHours(1), default));
        Assert.Equal((DeliveryState.Sent, "17.1"), ((await RowAsync("m10")).State, (await RowAsync("m10")).MessageId));
        Assert.Empty(await DeliverAllAsync(Noon + Duration.FromDays(1)));
    }

    [DatabaseFact]
    public async Task Two_hosts_keep_one_budget()
    {
        await PlanAsync(20);
        await using var other = Database.StartHost();
        var outboxes = new[] { Outbox, other.GetRequiredService<OutboxStore>() };

        var sent = await Task.WhenAll(outboxes.Select(outbox => Task.Run(() => DeliverAllAsync(Noon, outbox))));

        Assert.Equal(["m1", "m2", "m3", "m4", "m5", "m6"], sent.SelectMany(ids => ids).Order(StringComparer.Ordinal));
    }

    [DatabaseFact]
    public async Task A_digest_that_the_platform_puts_off_comes_again_as_it_was()
    {
        await SetAsync(new() { Budget = 1 });
        await PlanAsync(4);
        Assert.Equal(["m1"], await DeliverAllAsync(Noon));
        var later = Noon + Duration.FromHours(1);
        var digest = Assert.Single(await LeaseAsync(later));
        await Outbox.SendingAsync(digest, later, default);
        await Outbox.PostponeAsync(digest, later + Duration.FromMinutes(1), "429", default);
        await OutboxScript.PlanAsync(Open, OutboxScript.Message("m5", 5, "channel:slack:C01"));

        Assert.Empty(await LeaseAsync(later));
        var again = Assert.Single(await LeaseAsync(later + Duration.FromHours(2)));
        Assert.Equal(["m2", "m3", "m4"], again.Others.Select(other => other.Id).Prepend(again.Id));
    }

    [DatabaseFact]
    public async Task A_digest_whose_host_dies_is_unknown_as_a_whole()
    {
        await SetAsync(new() { Budget = 1 });
        await PlanAsync(3);
        await DeliverAllAsync(Noon);
        var later = Noon + Duration.FromHours(1);
        await Outbox.SendingAsync(Assert.Single(await LeaseAsync(later)), later, default);

        Assert.Empty(await LeaseAsync(later + Duration.FromHours(2)));

        Assert.Equal(DeliveryState.Unknown, (await RowAsync("m2")).State);
        Assert.Equal(DeliveryState.Unknown, (await RowAsync("m3")).State);
        var asked = await Host.GetRequiredService<LostAnswerStore>().DueAsync(later + Duration.FromHours(2), default);
        Assert.Equal("m2", Assert.Single(asked).Delivery.Id);
    }

    [DatabaseFact]
    public async Task Posts_of_quiet_hours_wait_until_they_end()
    {
        await SetAsync(new() { Quiet = new(new(12, 0), new(15, 0)), Budget = 2 });
        await PlanAsync(3);

        Assert.Empty(await DeliverAllAsync(Noon));
        Assert.Empty(await DeliverAllAsync(Company.At("2026-11-18 14:59")));
        var digest = Assert.Single(await LeaseAsync(Company.At("2026-11-18 15:00")));
        Assert.Equal(2, digest.Others.Count);
    }

    [DatabaseFact]
    public async Task A_team_reward_does_not_wait_for_the_budget()
    {
        await SetAsync(new() { Budget = 1 });
        await PlanAsync(2);
        await OutboxScript.PlanAsync(
            Open,
            OutboxScript.Message("gold", 9, "channel:slack:C01"),
            OutboxScript.Announcement("reward:push", "team.reward", "gold", 0, "{}")
        );

        Assert.Equal(["m1", "gold"], await DeliverAllAsync(Noon));
    }

    [DatabaseFact]
    public async Task A_paused_channel_gets_nothing_until_it_is_resumed_and_loses_nothing()
    {
        await SetAsync(new(), "The bot was removed.");
        await PlanAsync(2);

        Assert.Empty(await DeliverAllAsync(Noon));
        Assert.Empty(await DeliverAllAsync(Noon + Duration.FromDays(3)));
        await SetAsync(new(), paused: null, Noon + Duration.FromDays(3));

        var digest = Assert.Single(await LeaseAsync(Noon + Duration.FromDays(3)));
        Assert.Equal(["m1", "m2"], digest.Others.Select(other => other.Id).Prepend(digest.Id));
    }

    [DatabaseFact]
    public async Task A_kind_that_is_off_is_not_planned_there()
    {
        await SetAsync(new() { Off = PostKinds.Badges });
        await using (var write = await Store.BeginAsync(Noon, default))
        {
            await write.PlanAsync([Told("badge.unlocked", "badge:a"), Told("tier.reached", "tier:a")], default);
            await write.CommitAsync(default);
        }

        await using var db = Open();
        Assert.Equal(["tier:a"], await db.Announcements.Select(row => row.About).ToListAsync());
    }

    [DatabaseFact]
    public async Task What_is_set_for_a_channel_stays_when_its_team_is_given_anew()
    {
        ChannelSettings settings = new()
        {
            Off = PostKinds.Boards | PostKinds.Goals,
            Budget = 4,
            Quiet = new(new(20, 0), new(8, 0)),
            Boards = new(new(18, 0), new(IsoDayOfWeek.Friday, new(16, 30)), null),
            Language = "pt-BR",
        };
        await SetAsync(settings, "Archived.");
        await using (var write = await Store.BeginAsync(Noon, default))
        {
            await write.PutTeamAsync(Company.Team("north") with { Channels = [("slack", "C01")] }, default);
            await write.CommitAsync(default);
        }

        var view = await Host.GetRequiredService<ChatStore>().ChannelViewAsync(Channel, default);

        Assert.Equal((settings, "Archived.", new TeamId("north")), (view!.Settings, view.PausedBecause, view.Team));
    }

    private static Announcement Told(string kind, string about) =>
        new(kind, about, new Recipient.Channel(Channel), about, null, new Dictionary<string, string>());

    private async Task SetAsync(ChannelSettings settings, string? paused = null, Instant? at = null)
    {
        await using var write = await Store.BeginAsync(at ?? Noon, default);
        await write.ConnectAsync("slack", "C01", null, default);
        Assert.True(await write.SetChannelAsync(Channel, settings, paused, default));
        await write.CommitAsync(default);
    }

    private Task PlanAsync(int messages) =>
        OutboxScript.PlanAsync(
            Open,
            [
                .. Enumerable.Range(1, messages).Select(i => OutboxScript.Message($"m{i}", i, "channel:slack:C01")),
                .. Enumerable.Range(1, messages).Select(i => OutboxScript.Announcement($"badge:m{i}", "badge.unlocked", $"m{i}", 0, "{}")),
            ]
        );

    private Task<IReadOnlyList<Delivery>> LeaseAsync(Instant now) => Outbox.LeaseAsync("a", now, Duration.FromMinutes(1), 10, default);

    private Task<List<string>> DeliverAllAsync(Instant now) => DeliverAllAsync(now, Outbox);

    private static async Task<List<string>> DeliverAllAsync(Instant now, OutboxStore outbox)
    {
        var sent = new List<string>();
        for (var idle = 0; idle < 5; idle++)
            foreach (var delivery in await outbox.LeaseAsync("a", now, Duration.FromMinutes(1), 10, default))
            {
                Assert.True(await outbox.SendingAsync(delivery, now, default));
                Assert.True(await outbox.SentAsync(delivery, "1", now, default));
                sent.Add(delivery.Id);
                idle = -1;
            }

        return sent;
    }

    private async Task<OutboxRow> RowAsync(string id)
    {
        await using var db = Open();
        return await db.Outbox.SingleAsync(row => row.Id == id);
    }
}

public sealed class SqliteChannelPostsTests() : ChannelPostsTests(new SqliteDatabase());

public sealed class PostgresChannelPostsTests() : ChannelPostsTests(new PostgresDatabase()), IOnPostgres;
