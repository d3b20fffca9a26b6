using Gamification;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>What teams, channels and people decide about badges.</summary>
public abstract class BadgeSettingsTests(TestDatabase database) : StorageTest(database)
{
    private static readonly ChannelId Channel = new("slack:C01");
    private static readonly LocalDate Today = new(2026, 11, 18);

    private ChatStore Chat => Host.GetRequiredService<ChatStore>();

    private DirectoryReader People => Host.GetRequiredService<DirectoryReader>();

    [DatabaseFact]
    public async Task A_channel_calls_people_by_name_until_told_and_keeps_it_when_the_team_is_put_or_the_channel_connected_again()
    {
        await WriteAsync(write => write.PutTeamAsync(Team(), default));
        Assert.Equal(ChannelMention.Name, await Chat.MentionAsync(Channel, default));

        await WriteAsync(async write => Assert.True(await write.MentionAsync(Channel, ChannelMention.Person, default)));
        await WriteAsync(write => write.PutTeamAsync(Team(), default));
        await WriteAsync(write => write.ConnectAsync("slack", "C01", new TeamId("emea"), default));
        Assert.Equal(ChannelMention.Person, await Chat.MentionAsync(Channel, default));

        var named = new Dictionary<(string, string), ChannelMention> { [("slack", "C01")] = ChannelMention.Name };
        await WriteAsync(write => write.PutTeamAsync(Team() with { Mentions = named }, default));
        Assert.Equal(ChannelMention.Name, await Chat.MentionAsync(Channel, default));
        await WriteAsync(async write => Assert.False(await write.MentionAsync(new("slack:C99"), ChannelMention.Person, default)));
    }

    [DatabaseFact]
    public async Task A_team_shares_progress_only_while_its_record_says_so()
    {
        await WriteAsync(write => write.PutTeamAsync(Team() with { ShareBadgeProgress = true }, default));
        Assert.True((await People.FindTeamAsync(new("emea"), default))!.ShareBadgeProgress);

        await WriteAsync(write => write.PutTeamAsync(Team(), default));
        Assert.False((await People.FindTeamAsync(new("emea"), default))!.ShareBadgeProgress);
    }

    [DatabaseFact]
    public async Task Hints_are_off_until_switched_on_and_an_admins_PUT_leaves_them()
    {
        await WriteAsync(write => write.PutPersonAsync(Company.Person("ann"), default));
        Assert.False((await People.FindAsync(new("ann"), Today, default))!.Hints);

        await WriteAsync(write => write.HintsAsync(new("ann"), on: true, default));
        await WriteAsync(write => write.PutPersonAsync(Company.Person("ann"), default));

        Assert.True((await People.FindAsync(new("ann"), Today, default))!.Hints);
    }

    [DatabaseFact]
    public async Task The_history_of_a_badge_is_told_in_the_order_it_was_written()
    {
        await WriteAsync(write => write.PutPersonAsync(Company.Person("ann"), default));
        await Host.RecordAsync(Company.Win("e1", "ann", 100, deal: "d1"));
        await Host.RecordAsync(Company.Report("e2", "2026-11-18 10:00", new Gamification.Activities.Activity.DealReopened("d1")));

        var history = await Host.GetRequiredService<AwardReader>().OfAsync(new("ann"), "first-sale", default);

        Assert.Equal([(0, "e1"), (1, "e2")], history.Select(award => (award.Revision, award.At.Fact.ExternalId)));
    }

    private async Task WriteAsync(Func<PlayWrite, Task> work)
    {
        await using var write = await Store.BeginAsync(Company.Now, default);
        await work(write);
        await write.CommitAsync(default);
    }

    private static TeamRecord Team() => new(new("emea"), "EMEA", [], [("slack", "C01")], BoardMode.Full);
}

public sealed class SqliteBadgeSettingsTests() : BadgeSettingsTests(new SqliteDatabase());

public sealed class PostgresBadgeSettingsTests() : BadgeSettingsTests(new PostgresDatabase()), IOnPostgres;
