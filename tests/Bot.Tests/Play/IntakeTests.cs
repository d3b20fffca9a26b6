using Bot.Play;
using Gamification.Activities;
using NodaTime;

namespace Bot.Tests.Play;

public sealed class IntakeTests
{
    [Fact]
    public async Task The_answer_comes_after_the_commit_and_the_second_time_it_is_known()
    {
        await using var playground = await Playground.StartAsync();
        var quote = playground.Quote();

        Assert.IsType<Recorded.New>(await playground.SendAsync(quote));
        Assert.Equal(1, await playground.FactsAsync());
        Assert.Equal(15, await playground.PointsAsync("ana"));

        Assert.IsType<Recorded.Already>(await playground.SendAsync(quote));
        Assert.Equal(1, await playground.FactsAsync());
        Assert.Equal(15, await playground.PointsAsync("ana"));
    }

    [Fact]
    public async Task What_gathers_behind_a_slow_lock_shares_one_transaction()
    {
        await using var playground = await Playground.StartAsync();
        var before = await CommitsAsync(playground);

        Task<Recorded>[] answers;
        using (playground.HoldLock())
            answers = [.. Enumerable.Range(0, 200).Select(_ => playground.SendAsync(playground.Quote()))];

        Assert.All(await Task.WhenAll(answers), answer => Assert.IsType<Recorded.New>(answer));
        Assert.Equal(200, await playground.FactsAsync());
        Assert.InRange(await CommitsAsync(playground) - before, 1, 3);
    }

    [Fact]
    public async Task Of_one_identity_twice_in_a_group_the_first_stands_and_a_difference_is_seen()
    {
        await using var playground = await Playground.StartAsync();
        var first = Playground.Report("e1", new Activity.QuoteSent("a", null, "ana@example.com", null), body: "{\"a\":1}");
        var same = first with { };
        var other = first with { Activity = new Activity.QuoteSent("b", null, "ben@example.com", null), Body = "{\"b\":1}" };

        Task<Recorded>[] answers;
        using (playground.HoldLock())
            answers = [playground.SendAsync(first), playground.SendAsync(same), playground.SendAsync(other)];
        await Task.WhenAll(answers);

        Assert.IsType<Recorded.New>(await answers[0]);
        Assert.IsType<Recorded.Already>(await answers[1]);
        Assert.IsType<Recorded.Already>(await answers[2]);
        Assert.Equal(1, await playground.FactsAsync());
        Assert.Equal(0, await playground.PointsAsync("ben"));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM audit WHERE what = 'fact.differs' AND about = 'crm/e1'"));
    }

    [Fact]
    public async Task An_identity_that_comes_again_with_another_body_is_seen_by_the_admin()
    {
        await using var playground = await Playground.StartAsync();
        var first = Playground.Report("e1", new Activity.QuoteSent("a", null, "ana@example.com", null), body: "{\"a\":1}");
        await playground.SendAsync(first);

        var again = await playground.SendAsync(first with { Body = "{\"b\":1}" });

        Assert.IsType<Recorded.Already>(again);
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM audit WHERE what = 'fact.differs' AND about = 'crm/e1'"));
    }

    [Fact]
    public async Task An_activity_the_rules_fail_on_fails_alone()
    {
        await using var playground = await Playground.StartAsync();
        var poison = Playground.Report("poison", new Activity.QuoteSent("p", null, "ana@example.com", null), Instant.MaxValue);

        Task<Recorded>[] good;
        Task<Recorded> bad;
        using (playground.HoldLock())
        {
            var ahead = Enumerable.Range(0, 20).Select(_ => playground.SendAsync(playground.Quote())).ToList();
            bad = playground.SendAsync(poison);
            good = [.. ahead, .. Enumerable.Range(0, 20).Select(_ => playground.SendAsync(playground.Quote()))];
        }

        Assert.All(await Task.WhenAll(good), answer => Assert.IsType<Recorded.New>(answer));
        Assert.Equal(new Recorded.Quarantined("rule-error"), await bad);
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM fact WHERE state = 'quarantined' AND reason = 'rule-error'"));
    }

    [Fact]
    public async Task A_full_queue_asks_to_come_again()
    {
        await using var playground = await Playground.CreateAsync(capacity: 2);
        _ = playground.SendAsync(playground.Quote());
        _ = playground.SendAsync(playground.Quote());

        var third = await playground.SendAsync(playground.Quote());

        Assert.Equal(new Recorded.Unavailable(TimeSpan.FromSeconds(1)), third);
    }

    [Fact]
    public async Task A_host_that_stops_answers_everything_it_took_and_takes_nothing_more()
    {
        await using var playground = await Playground.StartAsync();

        Task<Recorded>[] answers;
        Task stop;
        using (playground.HoldLock())
        {
            answers = [.. Enumerable.Range(0, 600).Select(_ => playground.SendAsync(playground.Quote()))];
            stop = playground.Worker.StopAsync(CancellationToken.None);
        }
        await stop;

        Assert.All(await Task.WhenAll(answers), answer => Assert.IsType<Recorded.New>(answer));
        Assert.Equal(600, await playground.FactsAsync());
        Assert.IsType<Recorded.Unavailable>(await playground.SendAsync(playground.Quote()));
    }

    [Fact]
    public async Task A_lock_that_does_not_come_within_5_seconds_asks_to_come_again_and_stores_nothing()
    {
        await using var playground = await Playground.StartAsync();

        using (playground.HoldLock())
            Assert.Equal(new Recorded.Unavailable(TimeSpan.FromSeconds(5)), await playground.SendAsync(playground.Quote()));

        Assert.Equal(0, await playground.FactsAsync());
        Assert.IsType<Recorded.New>(await playground.SendAsync(playground.Quote()));
    }

    [Fact]
    public async Task A_sender_that_goes_away_does_not_take_its_activity_along()
    {
        await using var playground = await Playground.StartAsync();
        using var gone = new CancellationTokenSource();

        using (playground.HoldLock())
        {
            var answer = playground.Intake.RecordAsync(playground.Quote(), gone.Token);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        }
        await playground.SendAsync(playground.Quote());

        Assert.Equal(2, await playground.FactsAsync());
    }

    [Fact]
    public async Task Switched_off_the_game_stores_facts_and_scores_nothing()
    {
        await using var playground = await Playground.StartAsync(isEnabled: false);

        Assert.IsType<Recorded.New>(await playground.SendAsync(playground.Quote()));
        Assert.IsType<Recorded.New>(await playground.SendAsync(playground.Quote("nobody@example.com")));

        Assert.Equal(2, await playground.CountAsync("SELECT COUNT(*) FROM fact WHERE state = 'listed' AND reason = 'disabled'"));
        Assert.Equal(0, await playground.CountAsync("SELECT COUNT(*) FROM entry"));
    }

    private static Task<long> CommitsAsync(Playground playground) => playground.CountAsync("SELECT MAX(number) FROM \"commit\"");
}
