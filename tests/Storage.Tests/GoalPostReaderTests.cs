using System.Text.Json;
using Gamification.Announcements;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Posts about the goals <c>g</c> and <c>g:2</c>, whose id begins alike.</summary>
public abstract class GoalPostReaderTests(TestDatabase database) : StorageTest(database)
{
    private const string Tier = "tier:g:person:ana:2026-11:base";
    private const string Published = "goal:g:published";

    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);

    private long planned;

    private GoalPostReader Posts => Host.GetRequiredService<GoalPostReader>();

    [DatabaseFact]
    public async Task A_post_stands_with_all_its_channels_and_the_newest_of_its_repetitions()
    {
        await PlanAsync(Tier, "channel:slack:C01", DeliveryState.Sent);
        await PlanAsync(Tier, "channel:teams:19", DeliveryState.Failed);
        await PlanAsync(Tier, "person:ana", DeliveryState.Sent);
        await PlanAsync($"{Tier}:again:1", "channel:slack:C01", DeliveryState.Sent, time: 1);
        await PlanAsync($"{Tier}:again:2", "channel:slack:C01", DeliveryState.Unknown, time: 2);

        var post = Assert.Single(await Posts.OfAsync(new("g"), 10, default));

        Assert.Equal((Tier, Noon.Plus(Duration.FromMinutes(1)), 2), (post.Told.About, post.At, post.Times));
        Assert.Equal(["channel:slack:C01", "channel:teams:19"], post.To.Select(to => to.Key).Order(StringComparer.Ordinal));
        Assert.Equal([DeliveryState.Unknown], post.Newest);
        Assert.Equal(2, (await Posts.FindAsync(Tier, default))!.Times);
    }

    [DatabaseFact]
    public async Task A_goal_whose_id_begins_like_anothers_has_its_own_posts()
    {
        await PlanAsync(Tier, "channel:slack:C01", DeliveryState.Sent);
        await PlanAsync("tier:g:2:person:ana:2026-11:base", "channel:slack:C01", DeliveryState.Sent, goal: "g:2");

        Assert.Equal([Tier], (await Posts.OfAsync(new("g"), 10, default)).Select(post => post.Told.About));
        Assert.Equal(["g:2"], (await Posts.OfAsync(new("g:2"), 10, default)).Select(post => post.Told.Data["goal"]));
    }

    [DatabaseFact]
    public async Task Posts_come_the_newest_first_and_no_more_than_are_asked_for()
    {
        await PlanAsync(Published, "channel:slack:C01", DeliveryState.Sent, "goal.published");
        await PlanAsync("unlock:g:person:ana:2026-11", "channel:slack:C01", DeliveryState.Sent, "goal.unlocked");
        await PlanAsync(Tier, "channel:slack:C01", DeliveryState.Sent);
        await PlanAsync("reward:g:team:emea:2026-11:base", "channel:slack:C01", DeliveryState.Sent, "team.reward");
        await PlanAsync("goal:g:version:2", "person:ana", DeliveryState.Sent, "goal.edited");

        Assert.Equal(
            ["team.reward", "tier.reached", "goal.unlocked", "goal.published"],
            (await Posts.OfAsync(new("g"), 10, default)).Select(post => post.Told.Kind)
        );
        Assert.Equal(2, (await Posts.OfAsync(new("g"), 2, default)).Count);
    }

    [DatabaseFact]
    public async Task That_a_single_persons_goal_is_there_was_told_to_that_person()
    {
        await PlanAsync(Published, "person:ana", DeliveryState.Sent, "goal.published");

        Assert.Equal(["person:ana"], (await Posts.FindAsync(Published, default))!.To.Select(to => to.Key));
    }

    [DatabaseFact]
    public async Task A_key_of_something_else_finds_nothing()
    {
        await PlanAsync("badge:closer:ana", "channel:slack:C01", DeliveryState.Sent, "badge.unlocked");
        await PlanAsync("tier:g:person:ana:2026-11:base", "person:ana", DeliveryState.Sent);

        foreach (var about in new[] { "", "badge:closer:ana", Tier, "tier:", "goal:published", "goal::published", "'" })
            Assert.Null(await Posts.FindAsync(about, default));
    }

    private async Task PlanAsync(
        string about,
        string to,
        DeliveryState state,
        string kind = "tier.reached",
        int time = 0,
        string goal = "g"
    )
    {
        var data = new Dictionary<string, string> { ["goal"] = goal };
        if (time > 0)
            data = new(new Announcement(kind, about, Recipient.Parse(to), about, Position: null, data).Again(time).Data);

        var (id, at) = ($"m{++planned}", Noon.Plus(Duration.FromMinutes(planned)));
        await using var db = Open();
        db.Outbox.Add(
            new()
            {
                Id = id,
                Recipient = to,
                Post = about,
                Sequence = planned,
                Planned = at,
                State = state,
                Due = at,
                Fence = 0,
                Attempt = 0,
            }
        );
        db.Announcements.Add(
            new AnnouncementRow
            {
                About = about,
                Recipient = to,
                Kind = kind,
                Outbox = id,
                Place = 0,
                At = at,
                Data = JsonSerializer.Serialize(data),
            }
        );
        await db.SaveChangesAsync();
    }
}

public sealed class SqliteGoalPostReaderTests() : GoalPostReaderTests(new SqliteDatabase());

public sealed class PostgresGoalPostReaderTests() : GoalPostReaderTests(new PostgresDatabase()), IOnPostgres;
