using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>
/// Four weeks of Ann's, from Monday 31 August 2026, that reach all fourteen badges, on both databases: five quotes a day, a client answered
/// at once, a deal of 50,000 a day and five small ones.
/// </summary>
public abstract class EveryBadgeTests(TestDatabase database) : StorageTest(database)
{
    private static readonly PersonId Ann = new("ann");
    private static readonly LocalDate First = new(2026, 8, 31);

    [DatabaseFact]
    public async Task All_fourteen_are_reached_stored_told_once_and_shown_in_every_category()
    {
        await Company.FoundAsync(Store);
        await GiveGoalAsync(new(Metric.Quotes, PeriodKind.Week, 10));
        await GiveGoalAsync(new(Metric.Revenue, PeriodKind.Month, 100_000_00));
        for (var week = 0; week < 4; week++)
        {
            for (var day = 0; day < 5; day++)
                await Store.RecordAsync([.. Day(First.PlusWeeks(week).PlusDays(day))]);
            await CloseAsync(Period.Of(PeriodKind.Week, First.PlusWeeks(week)));
        }

        var shown = await Host.GetRequiredService<BadgeReader>().OfAsync(Ann, CancellationToken.None);
        Assert.Equal(14, shown.Count);
        Assert.All(shown, standing => Assert.True(standing.Held is not null, standing.Badge.Id));
        Assert.Equal(Enum.GetValues<BadgeCategory>(), shown.Select(standing => standing.Badge.Category).Distinct());
        Assert.Equal(4, shown.Single(standing => standing.Badge.Id == "perfect-week").Count);
        await using var db = Open();
        var told = await db.Announcements.CountAsync(row => row.Kind == "badge.unlocked" && row.Recipient == "person:ann");
        Assert.Equal(14, told);
        Assert.Empty(await Host.VerifyAsync());
    }

    private static IEnumerable<Reported> Day(LocalDate day)
    {
        var date = LocalDatePattern.Iso.Format(day);
        for (var i = 0; i < 5; i++)
        {
            yield return Company.Quote($"{date}-q{i}", "ann", $"{date} 09:00", deal: $"d{date}");
            if (day == First)
                yield return Company.Win($"{date}-s{i}", "ann", 100, $"{date} 16:00");
        }

        yield return Company.Report($"{date}-a", $"{date} 11:00", new Activity.MessageReceived(date, "m", Company.Mail("ann")));
        yield return Company.Report($"{date}-r", $"{date} 11:03", new Activity.MessageReplied(date, "m", Company.Mail("ann"), false));
        yield return Company.Win($"{date}-w", "ann", 50_000, $"{date} 15:00", deal: $"d{date}");
    }

    private Task GiveGoalAsync(GoalTerms terms) =>
        Store.PutAsync(
            GoalChanges.Made(new($"g{terms.Metric}"), Ann, terms, Company.At("2026-08-31 08:00"), "ann", TestDatabase.Paris),
            Company.At("2026-08-31 08:00")
        );

    private async Task CloseAsync(Period week)
    {
        var due = week.EndIn(TestDatabase.Paris.Zone)!.Value + Duration.FromHours(48);
        await using var write = await Store.BeginAsync(due, CancellationToken.None);
        Assert.True(await write.CloseAsync(week, due, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }
}

public sealed class SqliteEveryBadgeTests() : EveryBadgeTests(new SqliteDatabase());

public sealed class PostgresEveryBadgeTests() : EveryBadgeTests(new PostgresDatabase()), IOnPostgres;
