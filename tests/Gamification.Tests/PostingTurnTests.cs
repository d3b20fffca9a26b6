using Gamification.Announcements;
using NodaTime;

namespace Gamification.Tests;

/// <summary>A channel with a budget of three posts an hour, quiet from 20:00 to 08:00 UTC.</summary>
public sealed class PostingTurnTests
{
    private const int Budget = 3;
    private static readonly QuietHours Night = new(new(20, 0), new(8, 0));
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);
    private static readonly Instant Late = Instant.FromUtc(2026, 11, 18, 22, 0);

    [Theory]
    [InlineData(0, "post a")]
    [InlineData(2, "post a")]
    [InlineData(3, "wait until 12:50")]
    [InlineData(4, "wait until 12:50")]
    public void The_fourth_post_of_an_hour_waits_until_the_first_is_an_hour_old(int posted, string turn) =>
        Assert.Equal(turn, Turn(Noon, posted, Post("a")));

    [Theory]
    [InlineData(59, "wait until 12:01")]
    [InlineData(60, "post a")]
    public void A_post_counts_for_exactly_an_hour(int minutesAgo, string turn) =>
        Assert.Equal(turn, Text(PostingTurn.Of(Noon, [Post("a")], null, DateTimeZone.Utc, 1, [Noon - Duration.FromMinutes(minutesAgo)])));

    [Fact]
    public void Many_at_once_go_one_by_one_while_the_budget_lasts() =>
        Assert.Equal("post a", Turn(Noon, 0, Post("a"), Post("b"), Post("c"), Post("d")));

    [Theory]
    [InlineData(2, "digest a b")]
    [InlineData(0, "digest a b")]
    public void What_had_to_wait_for_the_budget_is_one_digest(int posted, string turn) =>
        Assert.Equal(turn, Turn(Noon, posted, Held("a"), Held("b")));

    [Theory]
    [InlineData(2, "digest a b")]
    [InlineData(1, "post a")]
    public void Posts_of_the_night_are_one_digest_if_they_are_more_than_what_is_left(int posted, string turn) =>
        Assert.Equal(turn, Turn(Noon, posted, Held("a") with { Planned = Late }, Held("b") with { Planned = Late }));

    [Fact]
    public void A_digest_takes_what_came_meanwhile_with_it_and_leaves_urgent_ones_out() =>
        Assert.Equal("digest a b d e", Turn(Noon, 0, Held("a"), Held("b"), Urgent("c"), Held("d"), Post("e")));

    [Fact]
    public void One_post_is_no_digest() => Assert.Equal("post a", Turn(Noon, 2, Held("a")));

    [Fact]
    public void A_digest_names_at_most_40_and_the_rest_is_the_next_ones()
    {
        var turn = PostingTurn.Of(Noon, [.. Enumerable.Range(1, 50).Select(i => Held($"m{i}"))], Night, DateTimeZone.Utc, Budget, []);

        Assert.Equal(40, Assert.IsType<PostingTurn.Digest>(turn).Ids.Count);
    }

    [Fact]
    public void An_urgent_post_goes_beyond_the_budget_and_before_what_waits() =>
        Assert.Equal("post b", Turn(Noon, 3, Held("a"), Urgent("b")));

    [Fact]
    public void Within_the_budget_the_order_of_the_causes_stays() => Assert.Equal("post a", Turn(Noon, 0, Post("a"), Urgent("b")));

    [Fact]
    public void In_quiet_hours_everything_waits_but_edits()
    {
        Assert.Equal("wait until 08:00", Turn(Late, 0, Post("a"), Urgent("b")));
        Assert.Equal("post c", Turn(Late, 3, Post("a"), Urgent("b"), Edit("c")));
    }

    [Fact]
    public void Without_a_budget_all_go() =>
        Assert.Equal(
            "post a",
            Text(PostingTurn.Of(Noon, [Held("a"), Held("b")], Night, DateTimeZone.Utc, null, [.. Enumerable.Repeat(Noon, 99)]))
        );

    [Theory]
    [InlineData(59, "post a")]
    [InlineData(60, "digest a b d")]
    [InlineData(240, "digest a b d")]
    public void What_could_not_be_posted_for_an_hour_is_one_digest_with_what_came_meanwhile(int minutes, string turn)
    {
        var late = Noon - Duration.FromMinutes(minutes);

        Assert.Equal(turn, Turn(Noon, 0, Post("a") with { Planned = late }, Post("b") with { Planned = late }, Urgent("c"), Post("d")));
    }

    [Fact]
    public void Also_where_there_is_no_budget()
    {
        var late = Noon - Duration.FromHours(4);

        Assert.Equal(
            "digest a b",
            Text(
                PostingTurn.Of(
                    Noon,
                    [Post("a") with { Planned = late }, Post("b") with { Planned = late }],
                    null,
                    DateTimeZone.Utc,
                    null,
                    []
                )
            )
        );
    }

    [Fact]
    public void What_was_tried_goes_as_it_was_and_is_part_of_no_digest()
    {
        var late = Noon - Duration.FromHours(4);
        var tried = Post("a") with { Planned = late, IsTried = true };

        Assert.Equal("post a", Turn(Noon, 0, tried, Post("b") with { Planned = late }, Post("c")));
        Assert.Equal("digest b d", Turn(Noon, 0, Post("b") with { Planned = late }, tried with { Id = "c" }, Post("d")));
    }

    private static WaitingPost Post(string id) => new(id, Noon, IsHeld: false, IsTried: false, IsUrgent: false, IsEdit: false);

    private static WaitingPost Held(string id) => Post(id) with { IsHeld = true };

    private static WaitingPost Urgent(string id) => Post(id) with { IsUrgent = true };

    private static WaitingPost Edit(string id) => Post(id) with { IsEdit = true };

    /// <param name="posted">The newest eight minutes ago, the others a minute apart.</param>
    private static string Turn(Instant now, int posted, params WaitingPost[] waiting) =>
        Text(
            PostingTurn.Of(
                now,
                waiting,
                Night,
                DateTimeZone.Utc,
                Budget,
                [.. Enumerable.Range(8, posted).Select(minutes => now - Duration.FromMinutes(minutes))]
            )
        );

    private static string Text(PostingTurn turn) =>
        turn switch
        {
            PostingTurn.Post(var id) => $"post {id}",
            PostingTurn.Digest(var ids) => $"digest {string.Join(' ', ids)}",
            PostingTurn.Wait(var until) => $"wait until {until.InUtc().TimeOfDay.ToString("HH:mm", null)}",
            _ => turn.ToString(),
        };
}
