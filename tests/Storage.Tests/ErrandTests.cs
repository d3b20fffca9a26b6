using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Errands;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>What was acknowledged in chat and is still to be done.</summary>
public abstract class ErrandTests(TestDatabase database) : StorageTest(database)
{
    private const string Slack = "slack";
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);
    private static readonly Duration Lease = Duration.FromSeconds(30);

    private ErrandStore Errands => Host.GetRequiredService<ErrandStore>();

    [DatabaseFact]
    public async Task Of_eight_deliveries_of_one_request_to_two_hosts_one_is_taken()
    {
        await using var other = Database.StartHost();
        ErrandStore[] hosts = [Errands, other.GetRequiredService<ErrandStore>()];

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(at => Task.Run(() => hosts[at % 2].TakeAsync(Slack, "t1", "{}", $"h{at}", Noon, Lease, default)))
        );

        Assert.Single(taken, errand => errand is not null);
        Assert.NotNull(await Errands.TakeAsync("teams", "t1", "{}", "a", Noon, Lease, default));
    }

    [DatabaseFact]
    public async Task What_a_host_left_undone_is_another_ones_after_30_seconds_and_not_a_second_earlier()
    {
        await TakeAsync("t1", "a");

        Assert.Empty(await LeaseAsync("b", Noon + Lease - Duration.FromSeconds(1)));
        Assert.Empty(await LeaseAsync("a", Noon + Lease));
        var errand = Assert.Single(await LeaseAsync("b", Noon + Lease));

        Assert.Equal(("t1", """{"do":"t1"}""", Noon, 2L), (errand.Id, errand.Body, errand.At, errand.Fence));
        Assert.Empty(await LeaseAsync("c", Noon + Lease));
    }

    [DatabaseFact]
    public async Task A_host_that_lives_keeps_what_it_does()
    {
        await TakeAsync("t1", "a");

        await Errands.RenewAsync("a", Noon + Duration.FromMinutes(5), default);

        Assert.Empty(await LeaseAsync("b", Noon + Duration.FromMinutes(4)));
        Assert.Single(await LeaseAsync("b", Noon + Duration.FromMinutes(5)));
    }

    [DatabaseFact]
    public async Task What_was_asked_is_erased_when_it_is_done_and_that_it_was_asked_is_forgotten_after_a_day()
    {
        var errand = await TakeAsync("t1", "a");

        Assert.True(await Errands.DoneAsync(errand, default));

        Assert.Equal([null], await BodiesAsync());
        Assert.Null(await Errands.TakeAsync(Slack, "t1", "{}", "b", Noon, Lease, default));
        Assert.Empty(await LeaseAsync("b", Noon + Duration.FromDays(1)));
        await Errands.PruneAsync(Noon + Duration.FromDays(1), default);
        Assert.Single(await BodiesAsync());
        await Errands.PruneAsync(Noon + Duration.FromDays(1) + Duration.FromSeconds(1), default);
        Assert.Empty(await BodiesAsync());
    }

    [DatabaseFact]
    public async Task What_is_left_of_it_is_done_later_by_whichever_host()
    {
        var errand = await TakeAsync("t1", "a");

        Assert.True(await Errands.LaterAsync(errand, "left", Noon + Duration.FromMinutes(1), default));

        Assert.Empty(await LeaseAsync("a", Noon + Duration.FromSeconds(59)));
        Assert.Equal("left", Assert.Single(await LeaseAsync("a", Noon + Duration.FromMinutes(1))).Body);
    }

    [DatabaseFact]
    public async Task A_host_whose_lease_was_taken_over_settles_nothing()
    {
        var slow = await TakeAsync("t1", "a");
        var taken = Assert.Single(await LeaseAsync("b", Noon + Lease));

        Assert.False(await Errands.LaterAsync(slow, "again", Noon, default));
        Assert.False(await Errands.DoneAsync(slow, default));
        Assert.True(await Errands.DoneAsync(taken, default));
        Assert.False(await Errands.DoneAsync(taken, default));
    }

    [DatabaseFact]
    public async Task A_platform_that_this_host_does_not_serve_is_left_to_others()
    {
        await TakeAsync("t1", "a");

        Assert.Empty(await Errands.LeaseAsync(["teams"], "b", Noon + Lease, Lease, 10, default));
        Assert.Single(await LeaseAsync("b", Noon + Lease));
    }

    [DatabaseFact]
    public async Task The_write_lock_of_the_game_holds_up_no_request()
    {
        await using var write = await Store.BeginAsync(Noon, CancellationToken.None);

        Assert.NotNull(await Errands.TakeAsync(Slack, "t1", "{}", "a", Noon, Lease, default));
        Assert.True(await Errands.FirstTimeAsync(Slack, "e1", Noon, default));
        Assert.False(await Errands.FirstTimeAsync(Slack, "e1", Noon, default));
    }

    [DatabaseFact]
    public async Task A_step_of_a_request_is_written_once_however_often_the_request_is_worked_on()
    {
        Assert.True(await DoAsync("slack:t1", "person.hints"));
        await Assert.ThrowsAsync<AlreadyDoneException>(() => DoAsync("slack:t1", "person.hints"));
        Assert.True(await DoAsync("slack:t1", "goal.put"));
        Assert.True(await DoAsync("slack:t2", "person.hints"));

        await using var db = Open();
        Assert.Equal(
            ["slack:t1 goal.put 1", "slack:t1 person.hints 1", "slack:t2 person.hints 1"],
            (await db.Audit.Select(row => row.Step).ToListAsync()).Order(StringComparer.Ordinal)
        );
    }

    [DatabaseFact]
    public async Task A_refusal_and_what_nobody_asked_for_in_chat_may_be_written_any_number_of_times()
    {
        for (var again = 0; again < 2; again++)
        {
            Assert.True(await DoAsync("slack:t1", "right.refused"));
            Assert.True(await DoAsync("slack:t1", "identity.linked"));
            Assert.True(await WriteAsync("person.put"));
        }

        await using var db = Open();
        Assert.Equal([null, null, null, null, null, null], await db.Audit.Select(row => row.Step).ToListAsync());
    }

    [DatabaseFact]
    public async Task Only_a_request_that_wrote_something_and_is_worked_on_again_was_done()
    {
        var requests = Host.GetRequiredService<RepeatedRequests>();
        await DoAsync("slack:t1", "goal.put");

        await Assert.ThrowsAsync<AlreadyDoneException>(() => CheckAsync("slack:t1", isRepeated: true));
        Assert.True(await CheckAsync("slack:t1", isRepeated: false));
        Assert.True(await CheckAsync("slack:t", isRepeated: true));
        Assert.True(await CheckAsync("slack:t11", isRepeated: true));

        Task<bool> CheckAsync(string request, bool isRepeated) =>
            ChatRequest.ForAsync(
                request,
                async () =>
                {
                    await requests.CheckAsync(CancellationToken.None);
                    return true;
                },
                isRepeated
            );
    }

    [DatabaseFact]
    public async Task What_was_not_committed_is_not_done()
    {
        await ChatRequest.ForAsync("slack:t1", () => WriteAsync("goal.put", commits: false));

        Assert.True(await DoAsync("slack:t1", "goal.put"));
    }

    private Task<bool> DoAsync(string request, string what) => ChatRequest.ForAsync(request, () => WriteAsync(what));

    private async Task<bool> WriteAsync(string what, bool commits = true)
    {
        await using var write = await Store.BeginAsync(Noon, CancellationToken.None);
        await write.AuditAsync(new(Noon, "p1", what, "x", null, null, null), CancellationToken.None);
        if (commits)
            await write.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task<Errand> TakeAsync(string id, string host) =>
        (await Errands.TakeAsync(Slack, id, $$"""{"do":"{{id}}"}""", host, Noon, Lease, default))!;

    private Task<IReadOnlyList<Errand>> LeaseAsync(string host, Instant now) => Errands.LeaseAsync([Slack], host, now, Lease, 10, default);

    private async Task<List<string?>> BodiesAsync()
    {
        await using var db = await Host.GetRequiredService<IDbContextFactory<ErrandContext>>().CreateDbContextAsync();
        return await db.Errands.Select(row => row.Body).ToListAsync();
    }
}

public sealed class SqliteErrandTests() : ErrandTests(new SqliteDatabase());

public sealed class PostgresErrandTests() : ErrandTests(new PostgresDatabase()), IOnPostgres;
