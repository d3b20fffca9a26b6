using Bot.Cards;
using Bot.Explaining.Assigned;
using Bot.Tests.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.Explaining;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Explaining;

/// <summary>Managers' goals of November 2026 as they are told on Wednesday 18 November at noon in Paris, put together without a host.</summary>
internal static class Stories
{
    public static readonly Period Month = Period.Of(PeriodKind.Month, new(2026, 11, 18));
    public static readonly TeamView Emea = new(new("emea"), "EMEA", BoardMode.TopThree);
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Ben = new("ben");
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 11, 0);

    public static GoalStory Of(Metric metric, SubjectId subject, long target, long? actual, params Tier[] tiers) =>
        Of(metric, subject, target, actual, plan => plan with { Tiers = tiers });

    public static GoalStory Of(Metric metric, SubjectId subject, long target, long? actual, Func<GoalPlan, GoalPlan> change)
    {
        var plan = change(
            new(
                "Big November",
                new Dictionary<PersonId, long>(),
                IsBoardGoal: false,
                [],
                Accelerator: null,
                Collective.Default,
                After: null
            )
        );
        var made = Instant.FromUtc(2026, 10, 30, 9, 0);
        var goal = AssignedChanges
            .Drafted(
                new("big"),
                new(subject, metric, PeriodKind.Month, null, target, plan),
                false,
                new(made, "mara", "Last push"),
                BoardScenes.Paris
            )
            .PublishedAt(made, BoardScenes.Paris) with
        {
            Versions = [new(1, new(2026, 10, 1), target, made, "mara") { Plan = plan, Reason = "Last push" }],
        };
        var isMedian = GoalType.Of(metric).IsMedian;
        var standing = new GoalStanding(
            goal,
            Month,
            BoardScenes.Paris.Zone,
            target,
            actual,
            actual is { } value ? new(value, target, isMedian) : null,
            GoalState.Active,
            isMedian ? 12 : null,
            OnTrack: null,
            CompletedAt: null
        )
        {
            Subject = subject,
        };
        var reached = TierLadder.Reached(plan.Tiers, new(actual ?? long.MaxValue, target, isMedian));
        var counted = actual is { } all && !isMedian ? Counted(metric, all) : [];
        var last = counted.Count == 0 ? At(30) : counted[^1].At;
        var marks = reached.Aggregate(TierMarks.None, (known, tier) => known.With(tier.Kind, new(last, last)));
        var decided = isMedian ? new GoalResult(GoalState.Missed, target, 12, Unchanged: true) : null;
        var progress = new GoalProgress(new(goal.Id, subject, Month.Key), actual ?? 0, actual ?? 0, At(1), null, decided) { Tiers = marks };
        return new(
            AssignedStanding.Of(standing, plan, progress, close: null, Noon),
            new(
                progress,
                counted,
                [],
                [],
                [],
                [],
                null,
                new Dictionary<PersonId, IReadOnlyList<Membership>>
                {
                    [Ana] = [new(Emea.Id, null, null)],
                    [Ben] = [new(Emea.Id, null, null)],
                }
            ),
            [],
            [],
            Ana,
            IsNamed: false,
            Before: null,
            [],
            new(
                [Person(Ana, "Ana Alvarez"), Person(Ben, "Ben Okafor"), Person(new("mara"), "Mara Manager")],
                [Emea],
                asker: null,
                BoardScenes.Format()
            ),
            BoardScenes.Format(),
            Noon
        );
    }

    public static Tier Tier(TierKind kind, int percent, params Reward[] rewards) =>
        new(kind, null, new TierTrigger.Percent(percent * 100), rewards);

    public static Position At(int day, string id = "d1") =>
        new(Instant.FromUtc(2026, 11, day, 8, 0), Instant.FromUtc(2026, 11, day, 8, 0), new("crm", id));

    private static IReadOnlyList<CountedActivity> Counted(Metric metric, long all) =>
        [Activity(metric, Ana, 3, all / 2), Activity(metric, Ben, 17, all - all / 2)];

    private static CountedActivity Activity(Metric metric, PersonId person, int day, long value) =>
        new(
            At(day, $"d{day}"),
            person,
            At(day).Credited,
            metric is Metric.Quotes ? RuleNames.Quote : RuleNames.Deal,
            value,
            Points: 50,
            Gate: 0
        );

    private static PersonView Person(PersonId id, string name) =>
        new(id, name, $"{id}@example.com", Role.Rep, true, true, null, Publicity.Named, Emea, []);
}
