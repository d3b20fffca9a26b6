using Bot.Goals;
using Bot.Play;
using NodaTime;
using Storage;

namespace Bot.Tests.Play;

/// <summary>The clock starts on Wednesday of 2026-W47 in Paris, one hour ahead of UTC.</summary>
public sealed class DueWorkTests
{
    private const string Boards = "SELECT COUNT(*) FROM announcement WHERE kind LIKE 'board.%'";

    [Fact]
    public async Task A_fresh_deployment_plans_and_closes_nothing()
    {
        await using var playground = await Playground.StartAsync();

        await RunAtAsync(playground, Instant.FromUtc(2027, 1, 4, 12, 0));

        Assert.Equal(0, await playground.CountAsync(Boards));
        Assert.Equal(0, await playground.CountAsync("SELECT COUNT(*) FROM closed"));
    }

    [Fact]
    public async Task A_week_gets_its_provisional_board_on_monday_at_9_and_its_final_one_48_hours_after_its_end()
    {
        await using var playground = await Playground.StartAsync();
        await playground.SendAsync(playground.Quote());

        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 23, 7, 59));
        Assert.Equal(0, await playground.CountAsync(Boards));

        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 23, 8, 0));
        Assert.Equal(0, await FinalsAsync(playground));
        Assert.Equal(1, await ProvisionalsAsync(playground, "org"));
        Assert.Equal(1, await ProvisionalsAsync(playground, "team:emea"));

        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 24, 22, 59));
        Assert.Equal(0, await playground.CountAsync("SELECT COUNT(*) FROM closed"));

        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 24, 23, 0));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM closed WHERE period = '2026-W47'"));
        Assert.Equal(2, await FinalsAsync(playground));
    }

    [Fact]
    public async Task Looking_again_changes_nothing()
    {
        await using var playground = await Playground.StartAsync();
        await playground.SendAsync(playground.Quote());
        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 26, 12, 0));
        var (boards, commits) = (await playground.CountAsync(Boards), await playground.CountAsync("SELECT MAX(number) FROM \"commit\""));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => playground.Service<DueWork>().RunAsync(CancellationToken.None)));

        Assert.Equal(boards, await playground.CountAsync(Boards));
        Assert.Equal(commits, await playground.CountAsync("SELECT MAX(number) FROM \"commit\""));
    }

    [Fact]
    public async Task After_a_long_sleep_everything_is_closed_and_only_the_last_boards_are_told()
    {
        await using var playground = await Playground.StartAsync();
        await playground.SendAsync(playground.Quote());

        await RunAtAsync(playground, Instant.FromUtc(2027, 1, 14, 12, 0));

        Assert.Equal(8, await playground.CountAsync("SELECT COUNT(*) FROM closed WHERE kind = 'week'"));
        Assert.Equal(2, await playground.CountAsync("SELECT COUNT(*) FROM closed WHERE kind = 'month'"));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM closed WHERE kind = 'quarter'"));
        Assert.Equal(4, await playground.CountAsync(Boards));
        Assert.Equal(2, await playground.CountAsync("SELECT COUNT(*) FROM announcement WHERE about LIKE '%2027-W01:final'"));
        Assert.Equal(2, await playground.CountAsync("SELECT COUNT(*) FROM announcement WHERE about LIKE '%2026-12:final'"));
    }

    [Fact]
    public async Task A_period_that_was_over_before_the_first_fact_has_no_board()
    {
        await using var playground = await Playground.StartAsync();
        await playground.SendAsync(playground.Quote());

        await playground.Service<DueWork>().RunAsync(CancellationToken.None);

        Assert.Equal(0, await playground.CountAsync(Boards));
    }

    [Fact]
    public async Task What_arrives_after_the_close_is_credited_when_it_was_received()
    {
        await using var playground = await Playground.StartAsync();
        await playground.SendAsync(playground.Quote());
        var received = Instant.FromUtc(2026, 11, 25, 12, 0);
        await RunAtAsync(playground, received);

        await playground.SendAsync(playground.Quote(occurred: Playground.Start) with { Received = received });

        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM fact WHERE reason = 'late'"));
        Assert.Equal(
            15,
            await playground.CountAsync("SELECT points FROM tally WHERE board = 'org' AND period = '2026-W48' AND person = 'ana'")
        );
    }

    [Fact]
    public async Task A_goal_that_is_less_than_half_done_is_hinted_at_half_time_once_in_its_week_to_who_wants_it()
    {
        await using var playground = await Playground.StartAsync();
        await playground.SendAsync(playground.Quote());
        await playground.Service<GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        var ana = (await playground.Service<DirectoryReader>().FindAsync(new("ana"), new(2026, 11, 18), CancellationToken.None))!;
        const string Hints = "SELECT COUNT(*) FROM announcement WHERE kind = 'goal.near' AND recipient = 'person:ana'";

        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 19, 8, 0));
        Assert.Equal(0, await playground.CountAsync(Hints));

        await playground.Desk.HintsAsync(ana, true, CancellationToken.None);
        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 19, 9, 0));
        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 19, 9, 1));
        Assert.Equal(1, await playground.CountAsync(Hints + " AND about LIKE 'goal:%:2026-W47:near'"));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM outbox WHERE recipient = 'person:ana' AND post LIKE 'near:%'"));

        await RunAtAsync(playground, Instant.FromUtc(2026, 11, 26, 9, 0));
        Assert.Equal(2, await playground.CountAsync(Hints));
    }

    private static Task RunAtAsync(Playground playground, Instant now)
    {
        playground.Clock.SetUtcNow(now.ToDateTimeOffset());
        return playground.Service<DueWork>().RunAsync(CancellationToken.None);
    }

    private static Task<long> FinalsAsync(Playground playground) =>
        playground.CountAsync("SELECT COUNT(*) FROM announcement WHERE kind = 'board.final'");

    private static Task<long> ProvisionalsAsync(Playground playground, string board) =>
        playground.CountAsync(
            $"SELECT COUNT(*) FROM announcement WHERE kind = 'board.provisional' AND about = 'board:{board}:2026-W47:provisional'"
        );
}
