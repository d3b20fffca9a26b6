using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;
using Period = Gamification.Time.Period;

namespace Storage.Tests;

/// <summary>What stands behind a manager's goal of November 2026, on both databases: the same that its progress sums up.</summary>
public abstract class GoalTraceTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Period November = Period.Of(PeriodKind.Month, new LocalDate(2026, 11, 18));

    [DatabaseFact]
    public async Task What_is_told_of_a_team_sums_up_to_its_progress_member_by_member()
    {
        await Company.FoundAsync(Store);
        var goal = Promise.Goal("g", Promise.North, Metric.Revenue, 300_00, Promise.Base(Promise.Coins(101)));
        await Store.PromiseAsync(goal);
        await Store.RecordAsync(Company.Win("d1", "ann", 200, "2026-11-03 10:00"), Company.Win("d2", "bob", 90, "2026-11-04 10:00"));
        await Store.RecordAsync(Company.Win("d3", "ann", 60, "2026-11-05 10:00"), Company.Win("d0", "ann", 70, "2026-10-31 10:00"));
        await Store.RecordAsync(Company.Report("a1", "2026-11-06 10:00", new Activity.DealReopened("d2")));

        var trace = await ReadAsync(goal, Promise.North);

        Assert.Equal(
            ["ann crm/d1 20000", "bob crm/d2 9000", "ann crm/d3 6000", "bob crm/a1 -9000"],
            trace.Counted.Select(one => $"{one.Person} {one.At.Fact} {one.Value}")
        );
        Assert.Equal(trace.Progress!.Actual, trace.Counted.Sum(one => one.Value));
        Assert.Equal("d3", trace.Progress.Tiers.Base.Reached!.Value.Fact.ExternalId);
        Assert.Contains(new PersonId("bob"), trace.Memberships.Keys);
        Assert.Null(trace.Close);
    }

    [DatabaseFact]
    public async Task Coins_of_an_accelerator_and_what_waits_or_came_late_are_told_of_one_person()
    {
        await Company.FoundAsync(Store);
        var goal = Promise
            .Goal("g", Promise.Person("ann"), Metric.Revenue, 100_00, Promise.Base())
            .Planned(plan =>
                plan with
                {
                    Accelerator = new Accelerator.Marginal(AcceleratorUnit.Coins, [new(100_00, null, 10)], Cap: null, Gate: null),
                }
            );
        await Store.PromiseAsync(goal);
        await Store.RecordAsync(Company.Win("d1", "ann", 102, "2026-11-03 10:00"));
        await Store.RecordAsync(Company.Win("d2", "ann", 10, "2026-11-04 10:00"));
        await Store.RecordAsync(Company.Win("d9", "bob", 10, "2026-11-04 10:00"));

        var trace = await ReadAsync(goal, Promise.Person("ann"));

        Assert.Equal(["1 20 d1", "2 100 d2"], trace.Coins.Select(line => $"{line.Sequence} {line.Amount} {line.At.Fact.ExternalId}"));
        Assert.Equal(["d1", "d2"], trace.Counted.Select(one => one.At.Fact.ExternalId));
        Assert.Empty(trace.LeftOut);
        Assert.Empty(trace.Locked);
    }

    [DatabaseFact]
    public async Task A_custom_range_leaves_out_what_came_after_its_own_close()
    {
        await Company.FoundAsync(Store);
        var range = Period.Parse(new("c:2026-11-10..2026-11-15"))!;
        var goal = Promise.Goal("g", Promise.Person("ann"), Metric.Revenue, 100_00, Promise.Base()) with
        {
            Kind = PeriodKind.Custom,
            Assignment = new(Company.At("2026-10-01 09:00"), IsShadow: false, range.Key),
        };
        await Store.PromiseAsync(goal);
        await Store.RecordAsync(Company.Win("d1", "ann", 90, "2026-11-12 10:00"));
        var due = range.EndIn(TestDatabase.Paris.Zone)!.Value + Duration.FromHours(48);
        await using (var write = await Store.BeginAsync(due, CancellationToken.None))
        {
            Assert.True(await write.CloseAsync(range, due, CancellationToken.None));
            await write.CommitAsync(CancellationToken.None);
        }

        await Store.RecordAsync(Company.Win("d2", "ann", 20, "2026-11-15 10:00") with { Received = due + Duration.FromHours(1) });

        var trace = await ReadAsync(goal, Promise.Person("ann"), range);
        Assert.Equal(["d1"], trace.Counted.Select(one => one.At.Fact.ExternalId));
        Assert.Equal((9_000, 9_000), (trace.Progress!.Actual, trace.Counted.Sum(one => one.Value)));
        Assert.Equal((FactReasons.Late, 1), (Assert.Single(trace.LeftOut).Reason, trace.LeftOut[0].Count));
        Assert.Equal((CloseState.Closed, 1, due), (trace.Close!.State, trace.Close.Version, trace.Close.At));
    }

    private Task<GoalTrace> ReadAsync(Goal goal, SubjectId subject, Period? period = null) =>
        Host.GetRequiredService<GoalTraceReader>().ReadAsync(goal, subject, period ?? November, CancellationToken.None);
}

public sealed class SqliteGoalTraceTests() : GoalTraceTests(new SqliteDatabase());

public sealed class PostgresGoalTraceTests() : GoalTraceTests(new PostgresDatabase()), IOnPostgres;
