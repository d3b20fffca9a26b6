using Gamification;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>A channel that cannot be posted to: what goes there waits, and goes out in its order when it can.</summary>
public abstract class PausedChannelTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = OutboxScript.Noon;
    private static readonly ChannelId Channel = new("slack:C01");

    private OutboxStore Outbox => Host.GetRequiredService<OutboxStore>();

    private ChatStore Chat => Host.GetRequiredService<ChatStore>();

    [DatabaseFact]
    public async Task Posts_to_a_paused_channel_wait_while_others_go_out_and_follow_in_order_when_it_is_resumed()
    {
        await ConnectAsync();
        await OutboxScript.PlanAsync(
            Open,
            OutboxScript.Message("m1", 1, OutboxScript.Channel),
            OutboxScript.Message("m2", 2, OutboxScript.Channel),
            OutboxScript.Message("m3", 3, "channel:slack:C02")
        );
        Assert.True(await PauseAsync("it was archived"));

        Assert.Equal(["m3"], await LeasedAsync(Noon));
        Assert.Equal(["m3"], await LeasedAsync(Noon + Duration.FromDays(2)));

        Assert.True(await PauseAsync(null));
        Assert.Equal(["m1"], await LeasedAsync(Noon + Duration.FromDays(2)));
    }

    [DatabaseFact]
    public async Task Pausing_twice_or_resuming_what_is_not_paused_changes_nothing()
    {
        await ConnectAsync();

        Assert.False(await PauseAsync(null));
        Assert.True(await PauseAsync("it was archived"));
        Assert.False(await PauseAsync("it was deleted"));
        Assert.Equal([new(Channel, new TeamId("north"), "it was archived")], await Chat.PausedAsync(default));
        Assert.True(await PauseAsync(null));
        Assert.Empty(await Chat.PausedAsync(default));
    }

    [DatabaseFact]
    public async Task A_channel_that_is_not_connected_cannot_be_paused()
    {
        await Company.FoundAsync(Store);

        Assert.False(await PauseAsync("it was archived"));
        Assert.Empty(await Chat.PausedAsync(default));
    }

    [DatabaseFact]
    public async Task Connecting_it_anew_resumes_it_and_an_admins_change_of_the_team_does_not()
    {
        await ConnectAsync();
        await PauseAsync("it was archived");

        await using (var write = await Store.BeginAsync(Noon, default))
        {
            await write.PutTeamAsync(new(new("north"), "North", [], [("slack", "C01")], BoardMode.Full), default);
            await write.CommitAsync(default);
        }
        Assert.Single(await Chat.PausedAsync(default));

        await ConnectAsync();
        Assert.Empty(await Chat.PausedAsync(default));
    }

    [DatabaseFact]
    public async Task Conversations_of_a_team_of_Teams_are_found_by_it()
    {
        (string, string?)[] known = [("19:a", "t1"), ("19:b", "t1"), ("19:c", "t2"), ("a:1", null)];
        foreach (var (conversation, team) in known)
            await Chat.RememberAsync(new(conversation, "https://x.example/", null, "28:bot", "channel", null, team, conversation), default);

        Assert.Equal(["19:a", "19:b"], await Chat.OfTeamAsync("t1", default));
    }

    private async Task ConnectAsync()
    {
        await Company.FoundAsync(Store);
        await using var write = await Store.BeginAsync(Noon, default);
        await write.ConnectAsync("slack", "C01", new TeamId("north"), default);
        await write.CommitAsync(default);
    }

    private async Task<bool> PauseAsync(string? reason)
    {
        await using var write = await Store.BeginAsync(Noon, default);
        var changed = await write.PauseAsync(Channel, reason, default);
        await write.CommitAsync(default);
        return changed;
    }

    private async Task<IEnumerable<string>> LeasedAsync(Instant now) =>
        (await Outbox.LeaseAsync("a", now, Duration.FromMinutes(1), 10, default)).Select(delivery => delivery.Id);
}

public sealed class SqlitePausedChannelTests() : PausedChannelTests(new SqliteDatabase());

public sealed class PostgresPausedChannelTests() : PausedChannelTests(new PostgresDatabase()), IOnPostgres;
