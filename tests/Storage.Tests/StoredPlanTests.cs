using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

/// <summary>Goals of managers come back from the database as they were put there, on both.</summary>
public abstract class StoredPlanTests(TestDatabase database) : StorageTest(database)
{
    private static readonly Instant Published = Company.At("2026-11-02 10:00");
    private static readonly Gate Deals = new(Metric.Deals, 3);
    private static readonly Band[] Bands = [new(10_000, 11_000, 10m), new(11_000, null, 20.125m)];

    private static readonly Tier[] Tiers =
    [
        new(TierKind.Base, null, new TierTrigger.Percent(10_000), [new Reward.Points(50), new Reward.Coins(500)]),
        new(TierKind.Super, "Très bien \"–\" 🥈", new TierTrigger.Percent(11_025), [new Reward.Badge("rocket")]),
        new(
            TierKind.Mega,
            "Mega",
            new TierTrigger.Amount(39_000_00),
            [new Reward.Prize("Dinner", Price: null, OnceForTeam: true), new Reward.Prize("Bike", 1_200)]
        ),
    ];

    private static readonly Accelerator Step = new Accelerator.Step(AcceleratorUnit.Coins, 10_000, 500, 40, MaxSteps: 6, Cap: 200, Deals);

    private static readonly Accelerator?[] Accelerators =
    [
        null,
        new Accelerator.Marginal(AcceleratorUnit.Coins, Bands, Cap: null, Deals),
        new Accelerator.Retroactive(AcceleratorUnit.Points, 100_00, Bands, 9_000, Gate: null),
        Step,
        new Accelerator.Step(AcceleratorUnit.Points, 10_000, 250, 7, MaxSteps: null, Cap: 70, Gate: null),
        new Accelerator.Multiplier([new(10_000, 13_000, 1.5m), new(13_000, null, 2m)], Cap: 500, Gate: null),
    ];

    /// <summary>What of the stored text is replaced by what; nothing: all of it.</summary>
    private static readonly (string? Sound, string Damaged)[] Damages =
    [
        (null, ""),
        (null, "null"),
        (null, "[]"),
        (null, """{"name":"Push"}"""),
        ("\"kind\":\"super\"", "\"kind\":\"giga\""),
        ("\"basisPoints\":11025", "\"basisPoints\":\"11025\""),
        ("\"basisPoints\":11025", "\"basisPoints\":110.25"),
        ("\"kind\":\"percent\",", ""),
        ("\"kind\":\"badge\"", "\"kind\":\"house\""),
        ("\"kind\":\"step\"", "\"kind\":\"leap\""),
        ("\"unit\":\"coins\"", "\"unit\":0"),
        ("\"share\":\"proportional\"", "\"share\":\"all\""),
        ("\"goal\":\"first\"", "\"goal\":7"),
        ("\"price\":1200", "\"price\":1200,\"cost\":1"),
        ("\"price\":1200", "\"price\":1200,\"price\":1"),
        ("\"cap\":200,", ""),
        ("\"name\":\"Push\"", "\"name\":null"),
        ("{\"ann\":1000000}", "{\"ann\":null}"),
    ];

    private GoalReader Goals => Host.GetRequiredService<GoalReader>();

    [DatabaseFact]
    public async Task Every_kind_of_tier_reward_and_accelerator_is_read_back_as_it_was_put()
    {
        await Company.FoundAsync(Store);
        foreach (var (number, accelerator) in Accelerators.Index())
            await PutAsync(Assigned(Plan(accelerator)) with { Id = new($"g{Company.Number(number)}") });

        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        var locked = await write.GoalsAsync(SubjectId.OfTeam(new("north")), CancellationToken.None);
        Assert.Equal(Accelerators.Length, locked.Count);
        foreach (var (number, accelerator) in Accelerators.Index())
        {
            var goal = Assigned(Plan(accelerator)) with { Id = new($"g{Company.Number(number)}") };
            Assert.Equivalent(goal, locked.Single(it => it.Id == goal.Id), strict: true);
            Assert.Equivalent(goal, await Goals.GoalAsync(goal.Id, CancellationToken.None), strict: true);
        }
    }

    [DatabaseFact]
    public async Task A_draft_is_written_anew_and_versions_of_what_is_published_are_only_added()
    {
        await Company.FoundAsync(Store);
        var goal = Assigned(Plan(accelerator: null));
        var draft = goal with { Assignment = new(Published: null, IsShadow: true, Only: new("2026-11")) };
        await PutAsync(draft with { Subject = SubjectId.Organisation, Metric = Metric.Deals, Kind = PeriodKind.Month });
        await PutAsync(draft with { Revision = 2, Versions = [draft.Versions[0] with { Target = 20 }] });
        await PutAsync(goal with { Revision = 3, Versions = [goal.Versions[0] with { Target = 30 }] });
        await PutAsync(
            goal with
            {
                Revision = 4,
                Versions = [goal.Versions[0] with { Target = 99 }, goal.Versions[0] with { Number = 2, Target = 40, Reason = "Too much" }],
            }
        );

        var read = (await Goals.GoalAsync(goal.Id, CancellationToken.None))!;

        Assert.Equal([(1, 30L, "A new year"), (2, 40L, "Too much")], read.Versions.Select(it => (it.Number, it.Target, it.Reason)));
        Assert.Equal((goal.Subject, Metric.Revenue, PeriodKind.Quarter), (read.Subject, read.Metric, read.Kind));
        Assert.Equal(goal.Assignment, read.Assignment);
    }

    /// <summary>What stands in databases has to be read by every later program.</summary>
    [DatabaseFact]
    public async Task A_plan_is_stored_in_these_words()
    {
        await Company.FoundAsync(Store);
        await PutAsync(Assigned(Plan(Step) with { Tiers = [Tiers[1], Tiers[2]] }));

        await using var db = Open();
        Assert.Equal(
            """{"name":"Push","targets":{"ann":1000000},"isBoardGoal":true,"tiers":["""
                + """{"kind":"super","label":"Tr\u00E8s bien \u0022\u2013\u0022 \uD83E\uDD48","trigger":{"kind":"percent","basisPoints":11025},"rewards":[{"kind":"badge","id":"rocket"}]},"""
                + """{"kind":"mega","label":"Mega","trigger":{"kind":"amount","value":3900000},"rewards":["""
                + """{"kind":"prize","name":"Dinner","price":null,"onceForTeam":true},{"kind":"prize","name":"Bike","price":1200,"onceForTeam":false}]}],"""
                + "\"accelerator\":"
                + """{"kind":"step","from":10000,"size":500,"amount":40,"maxSteps":6,"unit":"coins","cap":200,"gate":{"metric":"deals","atLeast":3}},"""
                + "\"collective\":"
                + """{"share":"proportional","everyMember":8000,"participation":null},"after":{"goal":"first","tier":"super","countFrom":"periodStart"}}""",
            (await db.GoalVersions.SingleAsync()).Plan
        );
    }

    [DatabaseFact]
    public async Task A_damaged_plan_is_an_error_that_names_goal_and_version()
    {
        await Company.FoundAsync(Store);
        await PutAsync(Assigned(Plan(Step)));
        await using var db = Open();
        var stored = (await db.GoalVersions.AsNoTracking().SingleAsync()).Plan!;
        foreach (var (sound, damaged) in Damages)
        {
            var text = sound is null ? damaged : stored.Replace(sound, damaged, StringComparison.Ordinal);
            Assert.NotEqual(stored, text);
            await db.GoalVersions.ExecuteUpdateAsync(row => row.SetProperty(it => it.Plan, text));

            var read = await Assert.ThrowsAsync<FormatException>(() => Goals.GoalAsync(new("g"), CancellationToken.None));
            Assert.StartsWith("The stored plan of version 1 of goal g is damaged", read.Message, StringComparison.Ordinal);
        }

        await using var other = Database.StartHost();
        await using var write = await other.GetRequiredService<PlayStore>().BeginAsync(Company.Now, CancellationToken.None);
        await Assert.ThrowsAsync<FormatException>(() => write.GoalsAsync(SubjectId.OfTeam(new("north")), CancellationToken.None));
    }

    private async Task PutAsync(Goal goal)
    {
        await using var write = await Store.BeginAsync(Company.Now, CancellationToken.None);
        await write.PutGoalAsync(goal, CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }

    private static GoalPlan Plan(Accelerator? accelerator) =>
        new(
            "Push",
            new Dictionary<PersonId, long> { [new("ann")] = 10_000_00 },
            IsBoardGoal: true,
            Tiers,
            accelerator,
            new(Sharing.Proportional, EveryMember: 8_000, Participation: null),
            new(new("first"), TierKind.Super, CountFrom.PeriodStart)
        );

    private static Goal Assigned(GoalPlan plan) =>
        new(
            new("g"),
            Owner: null,
            SubjectId.OfTeam(new("north")),
            Metric.Revenue,
            PeriodKind.Quarter,
            Published,
            Archived: null,
            Replacement: null,
            Shared: false,
            Revision: 1,
            [new(1, new(2026, 10, 1), 30_000_00, Published, "mara") { Plan = plan, Reason = "A new year" }],
            []
        )
        {
            Assignment = new(Published, IsShadow: false, Only: new("2026-Q4")),
        };
}

public sealed class SqliteStoredPlanTests() : StoredPlanTests(new SqliteDatabase());

public sealed class PostgresStoredPlanTests() : StoredPlanTests(new PostgresDatabase()), IOnPostgres;
