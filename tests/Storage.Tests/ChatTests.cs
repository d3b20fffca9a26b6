using Gamification;
using Microsoft.Extensions.DependencyInjection;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class ChatTests(TestDatabase database) : StorageTest(database)
{
    private static readonly ConversationReference Ann = new(
        "a:1",
        "https://smba.example/emea/",
        "tenant",
        "28:bot",
        "personal",
        "aad-1",
        null,
        null
    );

    private ChatStore Chat => Host.GetRequiredService<ChatStore>();

    [DatabaseFact]
    public async Task A_conversation_is_remembered_as_it_was_last_described_and_forgotten_on_request()
    {
        await Chat.RememberAsync(Ann, default);
        await Chat.RememberAsync(Ann, default);
        Assert.Equal(Ann, await Chat.FindAsync("a:1", default));

        var moved = Ann with { ServiceUrl = "https://smba.example/amer/", TeamsTeam = "19:team" };
        await Chat.RememberAsync(moved, default);
        Assert.Equal(moved, await Chat.FindAsync("a:1", default));

        await Chat.ForgetAsync("a:1", default);
        Assert.Null(await Chat.FindAsync("a:1", default));
    }

    [DatabaseFact]
    public async Task The_personal_conversation_of_a_user_is_found_and_a_group_is_not_taken_for_it()
    {
        await Chat.RememberAsync(Ann with { Conversation = "19:group", Scope = "groupChat" }, default);
        Assert.Null(await Chat.FindPersonalAsync("aad-1", default));

        await Chat.RememberAsync(Ann, default);
        Assert.Equal(Ann, await Chat.FindPersonalAsync("aad-1", default));
    }

    [DatabaseFact]
    public async Task Connected_channels_name_their_team_and_the_organisation_has_none()
    {
        await using (var db = Open())
        {
            db.Channels.Add(
                new()
                {
                    Id = new("slack:C01"),
                    Platform = "slack",
                    Conversation = "C01",
                    Team = new("emea"),
                }
            );
            await db.SaveChangesAsync();
        }

        Assert.Equal(new(new("slack:C01"), new TeamId("emea")), await Chat.ChannelAsync(new("slack:C01"), default));
        Assert.Null(await Chat.ChannelAsync(new("slack:C99"), default));
        Assert.Equal([new(new("slack:C01"), new TeamId("emea")), new(new("web:org"), null)], await Chat.ChannelsAsync(default));
    }
}

public sealed class SqliteChatTests() : ChatTests(new SqliteDatabase());

public sealed class PostgresChatTests() : ChatTests(new PostgresDatabase()), IOnPostgres;
