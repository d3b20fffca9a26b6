using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.Extensions.DependencyInjection;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>What the north did before a plan: in week 46 Ann sold 60 and Bob 30, in week 47 Ann 100 by two deals; on both databases.</summary>
public abstract class PastReaderTests(TestDatabase database) : StorageTest(database)
{
    private PastReader Past => Host.GetRequiredService<PastReader>();

    [DatabaseFact]
    public async Task Periods_that_ended_are_read_person_by_person_the_newest_first()
    {
        await GivenAsync();

        var past = await Past.BeforeAsync(Terms(SubjectId.MembersOf(new("north")), 50), 2, Company.Now, CancellationToken.None);

        Assert.Equal(["2026-W46", "2026-W45"], past.Select(period => period.Period.Value));
        Assert.Equal("person:ann 6000, person:bob 3000", Told(past[0]));
        Assert.Equal("person:ann 0, person:bob 0", Told(past[1]));
    }

    [DatabaseFact]
    public async Task A_team_is_one_sum_with_what_each_brought()
    {
        await GivenAsync();

        var past = await Past.BeforeAsync(Terms(SubjectId.OfTeam(new("north")), 80), 1, Company.Now, CancellationToken.None);

        Assert.Equal("team:north 9000", Told(past[0]));
        Assert.Equal(["ann 6000", "bob 3000"], past[0].Actuals[0].Members.Select(member => $"{member.Person} {member.Contribution}"));
        var test = BackTest.Of(Terms(SubjectId.OfTeam(new("north")), 80), past);
        Assert.Equal((1, 1_000L), (test.Tiers[0].Periods, test.Cost.Coins));
    }

    [DatabaseFact]
    public async Task The_running_period_tells_what_is_passed_already()
    {
        await GivenAsync();

        var running = await Past.RunningAsync(Terms(SubjectId.MembersOf(new("north")), 100), Company.Now, CancellationToken.None);

        Assert.Equal("person:ann 10000, person:bob 0", Told(running!));
        Assert.Null(
            await Past.RunningAsync(
                Terms(SubjectId.OfTeam(new("north")), 1) with
                {
                    Only = new("2026-W50"),
                },
                Company.Now,
                CancellationToken.None
            )
        );
    }

    [DatabaseFact]
    public async Task A_multiplier_reads_activity_by_activity()
    {
        await GivenAsync();
        var terms = Terms(SubjectId.Of(new PersonId("ann")), 1) with { Metric = Metric.Deals, Target = 1 };
        var multiplied = terms with
        {
            Plan = terms.Plan with { Accelerator = new Accelerator.Multiplier([new(100_00, null, 2)], Cap: null, Gate: null) },
        };

        var running = await Past.RunningAsync(multiplied, Company.Now, CancellationToken.None);

        Assert.Equal([(1L, 50L), (1L, 50L)], running!.Actuals[0].Activities.Select(one => (one.Value, one.Points)));
        Assert.Equal(50, BackTest.Of(multiplied, [running]).Cost.Points);
    }

    private async Task GivenAsync()
    {
        await Company.FoundAsync(Store);
        await Store.RecordAsync(
            Company.Win("a1", "ann", 60, "2026-11-10 10:00"),
            Company.Win("b1", "bob", 30, "2026-11-11 10:00"),
            Company.Win("a2", "ann", 60, "2026-11-16 10:00"),
            Company.Win("a3", "ann", 40, "2026-11-17 10:00")
        );
    }

    private static PlanTerms Terms(SubjectId subject, long euros) =>
        new(
            subject,
            Metric.Revenue,
            PeriodKind.Week,
            Only: null,
            euros * 100,
            new(
                "Push",
                new Dictionary<PersonId, long>(),
                IsBoardGoal: false,
                [new(TierKind.Base, null, new TierTrigger.Percent(100_00), [new Reward.Coins(500)])],
                Accelerator: null,
                Collective.Default,
                After: null
            )
        );

    private static string Told(PastPeriod period) =>
        string.Join(", ", period.Actuals.Select(actual => $"{actual.Subject} {actual.Actual}"));
}

public sealed class SqlitePastReaderTests() : PastReaderTests(new SqliteDatabase());

public sealed class PostgresPastReaderTests() : PastReaderTests(new PostgresDatabase()), IOnPostgres;
