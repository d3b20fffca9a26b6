using Gamification.Activities;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>SPEC 9, exactly once: the key in the database is the wall, whatever the code before it does.</summary>
public abstract class UniqueKeyTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Then = Company.Now;

    [DatabaseFact]
    public Task An_activity_is_stored_once_by_connection_and_event() => IsRefusedTwiceAsync(Fact);

    [DatabaseFact]
    public Task Points_are_posted_once_by_rule_activity_person_date_and_revision() => IsRefusedTwiceAsync(Entry);

    [DatabaseFact]
    public Task A_badge_line_is_written_once_by_person_badge_period_and_revision() => IsRefusedTwiceAsync(Award);

    [DatabaseFact]
    public Task A_grant_is_given_once_by_goal_subject_tier_and_period() => IsRefusedTwiceAsync(Grant);

    [DatabaseFact]
    public Task A_grant_line_is_written_once_by_grant_recipient_reward_and_revision() => IsRefusedTwiceAsync(GrantLine);

    [DatabaseFact]
    public Task An_accelerator_line_is_written_once_by_goal_subject_period_and_sequence() => IsRefusedTwiceAsync(CoinEntry);

    [DatabaseFact]
    public Task A_goal_is_unlocked_once_by_goal_subject_and_period() => IsRefusedTwiceAsync(Unlock);

    [DatabaseFact]
    public Task An_announcement_is_planned_once_by_what_it_is_about_and_its_recipient() => IsRefusedTwiceAsync(Announcement);

    private async Task IsRefusedTwiceAsync(Func<object> row)
    {
        await InsertAsync(row());
        await Assert.ThrowsAsync<DbUpdateException>(() => InsertAsync(row()));
    }

    private async Task InsertAsync(object row)
    {
        await using var db = Open();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    private static FactRow Fact() =>
        new()
        {
            Connection = "crm",
            ExternalId = "e1",
            Kind = ActivityKind.QuoteVoided,
            Entity = new("quote:crm:1"),
            Occurred = Then,
            Received = Then,
            Credited = Then,
            Accepted = 1,
            State = FactState.Counted,
            Body = Guid.NewGuid().ToString(),
        };

    private static EntryRow Entry() =>
        new()
        {
            Connection = "crm",
            ExternalId = "e1",
            Rule = "quote.sent",
            Person = new("ann"),
            Dated = Then,
            Revision = 0,
            Credited = Then,
            Occurred = Then,
            Entity = new("quote:crm:1"),
            Quotes = 1,
            Sent = 1,
            Deals = 0,
            Revenue = 0,
            Replies = 0,
            Active = 0,
            Candidate = 10,
            Points = 10,
            RuleVersion = 1,
            Reason = "scored",
        };

    private static AwardRow Award() =>
        new()
        {
            Person = new("ann"),
            Badge = "first-sale",
            Period = "",
            Revision = 0,
            Credited = Then,
            Occurred = Then,
            Connection = "crm",
            ExternalId = "e1",
        };

    private static GrantRow Grant() =>
        new()
        {
            Goal = new("g1"),
            Subject = new("person:ann"),
            Tier = TierKind.Base,
            Period = new("2026-11"),
            Version = 1,
            Credited = Then,
            Occurred = Then,
            Connection = "crm",
            ExternalId = "e1",
        };

    private static GrantLineRow GrantLine() =>
        new()
        {
            Goal = new("g1"),
            Subject = new("person:ann"),
            Tier = TierKind.Base,
            Period = new("2026-11"),
            Recipient = new("person:ann"),
            Reward = "coins",
            Revision = 0,
            Amount = 50,
            Reason = "reached",
            Credited = Then,
            Occurred = Then,
            Connection = "crm",
            ExternalId = "e1",
        };

    private static CoinEntryRow CoinEntry() =>
        new()
        {
            Goal = new("g1"),
            Subject = new("person:ann"),
            Period = new("2026-11"),
            Sequence = 1,
            Amount = 20,
            Credited = Then,
            Occurred = Then,
            Connection = "crm",
            ExternalId = "e1",
            Reason = "marginal",
        };

    private static UnlockRow Unlock() =>
        new()
        {
            Goal = new("g2"),
            Subject = new("person:ann"),
            Period = new("2026-11"),
            Credited = Then,
            Occurred = Then,
            Connection = "crm",
            ExternalId = "e1",
        };

    private static AnnouncementRow Announcement() =>
        new()
        {
            About = "badge:first-sale:ann",
            Recipient = "person:ann",
            Kind = "badge.unlocked",
            Outbox = Guid.NewGuid().ToString(),
            Place = 0,
            At = Then,
            Data = "{}",
        };
}

public sealed class SqliteUniqueKeyTests() : UniqueKeyTests(new SqliteDatabase());

public sealed class PostgresUniqueKeyTests() : UniqueKeyTests(new PostgresDatabase()), IOnPostgres;
