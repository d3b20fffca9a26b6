using Bot.Play;
using Gamification.Activities;
using NodaTime;
using Storage;

namespace Bot.Tests.Play;

public sealed class WaitingFactTests
{
    [Fact]
    public async Task Facts_of_an_unknown_owner_are_played_in_business_order_once_the_owner_is_linked()
    {
        await using var playground = await Playground.StartAsync();
        for (var minute = 12; minute >= 1; minute--)
            Assert.Equal(new Recorded.Quarantined("unknown-owner"), await playground.SendAsync(QuoteAt(minute)));

        Assert.Null(await playground.Desk.LinkAsync("crm", "U-77", new("ana"), "api", CancellationToken.None));

        // The limit of 10 keeps the earliest, though the latest came first: 10 × 10 and an active day.
        Assert.Equal(105, await playground.PointsAsync("ana"));
        Assert.Equal(
            0,
            await playground.CountAsync("SELECT SUM(points) FROM entry WHERE external_id IN ('e11', 'e12') AND rule = 'quote.sent'")
        );
        Assert.Equal(0, await playground.CountAsync("SELECT COUNT(*) FROM fact WHERE state = 'quarantined'"));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM audit WHERE what = 'identity.linked' AND about = 'ana'"));
    }

    [Fact]
    public async Task A_person_who_becomes_known_by_email_gets_what_waited_in_the_same_commit()
    {
        await using var playground = await Playground.StartAsync();
        Assert.Equal(new Recorded.Quarantined("unknown-owner"), await playground.SendAsync(playground.Quote("Cho@Example.com")));

        await playground.KnowAsync("cho", "cho@example.com");

        Assert.Equal(15, await playground.PointsAsync("cho"));
        Assert.Equal(
            1,
            await playground.CountAsync(
                "SELECT COUNT(*) FROM announcement WHERE about LIKE 'badge:opening-move:cho%' AND recipient LIKE 'person:%'"
            )
        );
    }

    [Fact]
    public async Task A_fact_older_than_35_days_waits_until_somebody_accepts_it()
    {
        await using var playground = await Playground.StartAsync();
        var old = playground.Quote(occurred: Playground.Start - Duration.FromDays(36)) with { Received = Playground.Start };
        Assert.Equal(new Recorded.Quarantined("too-old"), await playground.SendAsync(old));

        Assert.Null(await playground.Desk.AcceptAsync(old.Id, "api", CancellationToken.None));

        Assert.Equal(15, await playground.PointsAsync("ana"));
        Assert.NotNull(await playground.Desk.AcceptAsync(old.Id, "api", CancellationToken.None));
    }

    [Fact]
    public async Task A_fact_that_is_too_old_is_not_let_in_by_a_change_of_its_owner()
    {
        await using var playground = await Playground.StartAsync();
        var old = playground.Quote(occurred: Playground.Start - Duration.FromDays(36)) with { Received = Playground.Start };
        await playground.SendAsync(old);

        await playground.KnowAsync("ana", "ana@example.com");

        Assert.Equal(0, await playground.PointsAsync("ana"));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM fact WHERE reason = 'too-old' AND state = 'quarantined'"));
    }

    [Fact]
    public async Task Accepting_does_not_make_an_owner_known()
    {
        await using var playground = await Playground.StartAsync();
        var quote = playground.Quote("nobody@example.com");
        await playground.SendAsync(quote);

        Assert.NotNull(await playground.Desk.AcceptAsync(quote.Id, "api", CancellationToken.None));
        Assert.Single(await playground.Service<QuarantineReader>().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_dismissed_fact_is_listed_with_the_reason_and_counts_nowhere()
    {
        await using var playground = await Playground.StartAsync();
        var quote = playground.Quote("nobody@example.com");
        await playground.SendAsync(quote);

        Assert.True(await playground.Desk.DismissAsync(quote.Id, "mara", "A test of the CRM.", CancellationToken.None));
        Assert.False(await playground.Desk.DismissAsync(quote.Id, "mara", "Again.", CancellationToken.None));

        Assert.Empty(await playground.Service<QuarantineReader>().ListAsync(CancellationToken.None));
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM audit WHERE what = 'activity.dismissed' AND \"by\" = 'mara'"));
    }

    [Fact]
    public async Task A_taken_email_is_refused_and_nothing_is_written()
    {
        await using var playground = await Playground.StartAsync();
        var before = await playground.CountAsync("SELECT COUNT(*) FROM audit");

        var refusal = await playground.Desk.PutPersonAsync(
            new(new("imposter"), "Imposter", "ANA@example.com", default, true, true, null, default, [], [], null),
            "api",
            CancellationToken.None
        );

        Assert.Equal("/email", refusal?.Field);
        Assert.Equal(before, await playground.CountAsync("SELECT COUNT(*) FROM audit"));
    }

    private static Reported QuoteAt(int minute) =>
        Playground.Report(
            $"e{minute:00}",
            new Activity.QuoteSent($"quote-{minute}", null, "U-77", null),
            Playground.Start + Duration.FromMinutes(minute - 30)
        );
}
