using Gamification;
using Gamification.Activities;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>The small readers: quarantine, badges, audit.</summary>
public abstract class ReadersTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 12, 0);

    [DatabaseFact]
    public async Task What_waits_is_listed_in_business_order_and_nothing_else_is()
    {
        await FillAsync(
            Fact("late", 3),
            Fact("b/ä?", 1),
            Fact("a", 1),
            Fact("counted", 0, FactState.Counted),
            Fact("listed", 0, FactState.Listed)
        );

        var waiting = await Host.GetRequiredService<QuarantineReader>().ListAsync(default);

        Assert.Equal(["a", "b/ä?", "late"], waiting.Select(fact => fact.Fact.ExternalId));
        Assert.Equal(("quote.sent", "nobody@example.com", "unknown-owner"), (waiting[0].Kind, waiting[0].Owner, waiting[0].Reason));
    }

    [DatabaseFact]
    public async Task Its_id_fits_into_an_address_whatever_the_CRM_calls_it_and_finds_it_again()
    {
        await FillAsync(Fact("b/ä?", 1));
        var reader = Host.GetRequiredService<QuarantineReader>();
        var waiting = Assert.Single(await reader.ListAsync(default));

        Assert.All(waiting.Id, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
        Assert.Equal(waiting, await reader.FindAsync(waiting.Id, default));
    }

    [DatabaseFact]
    public async Task An_id_of_nothing_that_waits_finds_nothing()
    {
        var reader = Host.GetRequiredService<QuarantineReader>();

        foreach (var id in new[] { "", "x", "%2F", "Y3JtL2E", "bm8tc2xhc2g", "//79", new string('A', 10_000) })
            Assert.Null(await reader.FindAsync(id, default));
    }

    [DatabaseFact]
    public async Task Every_badge_is_there_held_ones_with_their_day_and_locked_ones_with_their_progress()
    {
        await FillAsync(Progress("opening-move", actual: 3, crossed: Noon));

        var badges = await Host.GetRequiredService<BadgeReader>().OfAsync(new("p1"), default);

        Assert.Equal(Rulebook.Default.Badges.Select(badge => badge.Id), badges.Select(standing => standing.Badge.Id));
        Assert.Equal((3L, Noon, 1), Standing("opening-move"));
        Assert.Equal((0L, null, 0), Standing("first-sale"));

        (long, Instant?, int) Standing(string id) =>
            badges.Where(standing => standing.Badge.Id == id).Select(standing => (standing.Value, standing.Held, standing.Count)).Single();
    }

    [DatabaseFact]
    public async Task A_badge_taken_back_is_locked_again()
    {
        await FillAsync(Progress("opening-move", actual: 0, crossed: null));

        var badges = await Host.GetRequiredService<BadgeReader>().OfAsync(new("p1"), default);

        Assert.All(badges, standing => Assert.Equal((null, 0), (standing.Held, standing.Count)));
    }

    [DatabaseFact]
    public async Task The_audit_is_read_newest_first()
    {
        await FillAsync(Audit("person.put"));
        await FillAsync(Audit("period.closed"));
        await FillAsync(Audit("right.refused"));

        var rows = await Host.GetRequiredService<AuditReader>().ListAsync(2, default);

        Assert.Equal(["right.refused", "period.closed"], rows.Select(row => row.What));
        Assert.Equal(new AuditRecord(Noon, "api", "right.refused", "p1", null, "{}", "because"), rows[0]);
    }

    private async Task FillAsync(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static AuditRow Audit(string what) =>
        new()
        {
            At = Noon,
            By = "api",
            What = what,
            About = "p1",
            After = "{}",
            Reason = "because",
        };

    private static ProgressRow Progress(string badge, long actual, Instant? crossed) =>
        new()
        {
            Person = new("p1"),
            Badge = badge,
            Period = "",
            Actual = actual,
            Peak = actual,
            LastCredited = Noon,
            LastOccurred = Noon,
            LastConnection = "crm",
            LastExternalId = "e1",
            CrossedCredited = crossed,
            Revision = 1,
        };

    private static FactRow Fact(string id, int hour, FactState state = FactState.Quarantined) =>
        new()
        {
            Connection = "crm",
            ExternalId = id,
            Kind = ActivityKind.QuoteSent,
            Entity = new($"quote:crm:{id}"),
            Owner = "nobody@example.com",
            Occurred = Noon + Duration.FromHours(hour),
            Received = Noon,
            Credited = Noon,
            Accepted = 1,
            State = state,
            Reason = "unknown-owner",
            Body = "{}",
        };
}

public sealed class SqliteReadersTests() : ReadersTests(new SqliteDatabase());

public sealed class PostgresReadersTests() : ReadersTests(new PostgresDatabase()), IOnPostgres;
