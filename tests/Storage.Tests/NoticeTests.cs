using Gamification;
using Gamification.Announcements;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Ann works in Paris from 09:00 to 18:00; what is told at 20:00 was not asked for, unless it was.</summary>
public abstract class NoticeTests(TestDatabase database) : StorageTest(database)
{
    private static readonly PersonId Ann = new("ann");
    private static readonly Instant Evening = Company.At("2026-11-20 20:00");

    [DatabaseFact]
    public async Task A_notice_of_a_Friday_evening_is_due_on_Monday_at_9()
    {
        await Company.FoundAsync(Store);
        await PlanAsync("goal.completed");

        Assert.Equal(Company.At("2026-11-23 09:00"), await DueAsync());
    }

    [DatabaseFact]
    public async Task What_answers_something_the_person_did_in_chat_is_due_at_once()
    {
        await Company.FoundAsync(Store);
        await PlanAsync("goal.completed", answered: Ann);

        Assert.Equal(Evening, await DueAsync());
    }

    [DatabaseFact]
    public async Task A_holiday_and_time_off_are_no_working_hours()
    {
        await Company.FoundAsync(Store);
        await Store.ChangeAsync(
            Company.Person("ann", "north") with
            {
                Calendar = Gamification.People.WorkingCalendar.Default(TestDatabase.Paris.Zone) with
                {
                    Holidays = new HashSet<LocalDate> { new(2026, 11, 23) },
                    TimeOff = new HashSet<LocalDate> { new(2026, 11, 24) },
                },
            }
        );
        await PlanAsync("goal.completed");

        Assert.Equal(Company.At("2026-11-25 09:00"), await DueAsync());
    }

    [DatabaseFact]
    public async Task What_a_person_does_not_want_to_be_told_is_not_planned()
    {
        await Company.FoundAsync(Store);
        await using (var write = await Store.BeginAsync(Evening, default))
        {
            await write.PreferAsync(Ann, NoticeKinds.Goals | NoticeKinds.Reversals, "es", default);
            await write.CommitAsync(default);
        }

        foreach (var kind in new[] { "goal.completed", "goal.reopened", "reversal", "badge.revoked", "tier.reached", "goal.near" })
            await PlanAsync(kind);

        await using var db = Open();
        Assert.Equal(["goal.near", "tier.reached"], await db.Announcements.Select(row => row.Kind).Order().ToListAsync());
        Assert.Equal("es", (await db.People.SingleAsync(row => row.Id == Ann)).Language);
    }

    private async Task PlanAsync(string kind, PersonId? answered = null)
    {
        await using var write = await Store.BeginAsync(Evening, default);
        if (answered is { } person)
            write.Answer(person);
        await write.PlanAsync(
            [new(kind, $"about:{kind}", new Recipient.Person(Ann), $"post:{kind}", null, new Dictionary<string, string>())],
            default
        );
        await write.CommitAsync(default);
    }

    private async Task<Instant> DueAsync()
    {
        await using var db = Open();
        return (await db.Outbox.SingleAsync()).Due;
    }
}

public sealed class SqliteNoticeTests() : NoticeTests(new SqliteDatabase());

public sealed class PostgresNoticeTests() : NoticeTests(new PostgresDatabase()), IOnPostgres;
